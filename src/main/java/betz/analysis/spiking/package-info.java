// SPDX-License-Identifier: Apache-2.0
/**
 * How units spike: how much counts vary from trial to trial, how regular intervals are, courses of rates around an event, and how
 * well predicted rates tell of spikes.
 *
 * <p>Times of spikes are in s, aligned as they were given: 0 is the event that trials were aligned to. A window holds its
 * beginning and not its end. Start reading at {@link betz.analysis.spiking.FanoFactor} and
 * {@link betz.analysis.spiking.IntervalStatistics}.
 */
@NullMarked
package betz.analysis.spiking;

import org.jspecify.annotations.NullMarked;
