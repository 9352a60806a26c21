// SPDX-License-Identifier: Apache-2.0
/**
 * What many units do together: dimensions, rotations, tangling, subspaces, and which of it conditions share.
 *
 * <p>All begin with {@link betz.analysis.population.Activity}, the averages of each condition's trials with time 0 at the go cue, and
 * most with its {@link betz.analysis.population.PrincipalComponents}. Rows are samples, columns are units; axes of a space are
 * columns. A {@link betz.analysis.population.Statistic} is one number that surrogates can be asked for too.
 */
@NullMarked
package betz.analysis.population;

import org.jspecify.annotations.NullMarked;
