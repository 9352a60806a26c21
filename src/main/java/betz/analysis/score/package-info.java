// SPDX-License-Identifier: Apache-2.0
/**
 * The scorecard: what is known of motor cortices and reaches in numbers, and where a simulated one stands.
 *
 * <p>{@link betz.analysis.score.ScoreRows} are the published figures, each with its source and how many it was measured on; {@link
 * betz.analysis.score.Scorecard} measures what a recording allows and sets both side by side. A figure that could not be checked
 * against data or code is told as such and judges nobody.
 */
@NullMarked
package betz.analysis.score;

import org.jspecify.annotations.NullMarked;
