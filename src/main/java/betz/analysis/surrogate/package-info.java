// SPDX-License-Identifier: Apache-2.0
/**
 * Surrogates of a population's activity, and tests of whether a number says more than they do.
 *
 * <p>A surrogate keeps simple features of the activity, such as how units vary together, and is random in all else. Where a
 * {@link betz.analysis.population.Statistic} of the activity is no greater than that of its surrogates, the features that
 * they keep are enough to explain it. Every draw has a random stream of its own, so that its number alone fixes it.
 *
 * <p>Start reading at {@link betz.analysis.surrogate.SurrogateTest} and {@link betz.analysis.surrogate.Surrogates}.
 */
@NullMarked
package betz.analysis.surrogate;

import org.jspecify.annotations.NullMarked;
