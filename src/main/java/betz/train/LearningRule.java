// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;

/** How the weights learn from the error. */
@About("How the weights learn from the error.")
public sealed interface LearningRule permits Bptt {}
