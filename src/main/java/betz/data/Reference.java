// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;

/** Where target trajectories come from: a simulated cortex, an oracle, or recorded reaches. */
@About("Where the target trajectories come from.")
public interface Reference {}
