// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.data.Draws;
import betz.data.TrialBatch;

/**
 * What a network may know of a batch of trials before their first step.
 *
 * @param trials whose conditions may each have a state that they begin in
 * @param draws where noise comes from
 */
public record Occasion(TrialBatch trials, Draws draws) {}
