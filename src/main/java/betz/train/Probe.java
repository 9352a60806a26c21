// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Field;
import betz.data.Perturbation;
import org.jspecify.annotations.Nullable;

/**
 * What is measured of the hand in every update of a phase.
 *
 * @param usual the perturbation of the phase, which the trials have that count for deviations
 * @param field that channels look for the compensation of; null if none was met
 */
public record Probe(Perturbation usual, @Nullable Field field) {}
