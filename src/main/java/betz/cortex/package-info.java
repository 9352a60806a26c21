// SPDX-License-Identifier: Apache-2.0
/**
 * Simulated motor cortices that move the arm. Here: the tuned layer, a population of rate units with broad directional
 * tuning.
 *
 * <p>How a movement comes about, in the order of the code: {@link betz.cortex.Vite} turns target and go cue into an
 * outflow (position P, velocity M, acceleration A; a dynamical system, no stored path). {@link betz.cortex.Correction}
 * compares it with the delayed sight of the hand and corrects A. {@link betz.cortex.MotorFeatures} scales all of these and
 * remembers them for the units' lags. {@link betz.cortex.OutputUnits} (layer 5) are rectified sums of features;
 * {@link betz.cortex.PlanningUnits} (layers 2/3) follow the difference vector. A {@link betz.cortex.Readout} turns output
 * rates above their baselines into muscle excitations around rest.
 *
 * <p>Rates are in spikes/s and deterministic; where each output unit stands for a pool of Poisson cells, what the read-out
 * sees is noisy. Positions and velocities of the plan are relative to the hand at the start
 * of the trial, in m and m/s. Arrays are [component][trial].
 *
 * <p>This package knows nothing of arms or networks: the read-out is fitted elsewhere and handed in. Start reading at
 * {@link betz.cortex.TunedLayer}.
 */
@NullMarked
package betz.cortex;

import org.jspecify.annotations.NullMarked;
