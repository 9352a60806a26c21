// SPDX-License-Identifier: Apache-2.0
/**
 * Analyses of recordings: what a hand did, how units are tuned, how well a prediction meets its target.
 *
 * <p>An analysis takes {@link betz.data.Recording}s and gives immutable values; it neither reads nor draws. It treats a
 * simulated cortex, a trained network and a person alike. Every convention that changes a number (filter, onset rule,
 * window, number of resamples) is a setting with the published default and is told with the result, as the conventions of
 * a {@link betz.analysis.Finding}. A figure that cannot be computed, such as the reaction time of a hand that never moved,
 * is NaN, and medians and means pass over it.
 *
 * <p>An {@link betz.analysis.Analysis} is a record of settings that answers a {@link betz.analysis.Subject}. What many units do
 * together is in {@code population}, its comparison in {@code similarity} and with chance in {@code surrogate}; what can be read out of
 * units in {@code decoding}, their spikes in {@code spiking}, where networks rest in {@code dynamics}, hands in {@code movement}, and
 * published figures beside ours in {@code score}.
 *
 * <p>Times are in s from the beginning of the trial, lengths in m, angles in rad. Start reading at
 * {@link betz.analysis.Comparison} and {@link betz.analysis.ReachKinematics}.
 */
@NullMarked
package betz.analysis;

import org.jspecify.annotations.NullMarked;
