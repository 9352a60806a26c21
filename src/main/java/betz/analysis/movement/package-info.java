// SPDX-License-Identifier: Apache-2.0
/**
 * How hands move and how they adapt: measures of reaches, laws of speed, and what trials with a perturbation leave behind.
 *
 * <p>Records that implement {@link betz.analysis.Analysis} have the settings; the mathematics stand beside them, on plain arrays:
 * {@link betz.analysis.movement.DimensionlessJerk}, {@link betz.analysis.movement.TimeWarping}, {@link
 * betz.analysis.movement.SavitzkyGolay}, {@link betz.analysis.movement.FittsLaw}, {@link betz.analysis.movement.TwoRateModel}.
 * Across a reach is to the left of the straight way from its start to its target where positive; turns are counter-clockwise.
 *
 * <p>Start reading at {@link betz.analysis.movement.Kinematics}.
 */
@NullMarked
package betz.analysis.movement;

import org.jspecify.annotations.NullMarked;
