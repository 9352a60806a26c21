// SPDX-License-Identifier: Apache-2.0
/**
 * What activity tells of movement: the direction of a reach and the velocity of the hand, decoded from the rates of many units.
 *
 * <p>Decoders are fitted to rows of samples, [sample][unit], and are tested on trials that they were not fitted to. The
 * mathematics knows no recording; {@link betz.analysis.decoding.DecodeDirection} and {@link
 * betz.analysis.decoding.DecodeVelocity} are the questions that one puts to a recording. Start reading at {@link
 * betz.analysis.decoding.RidgeRegression}.
 */
@NullMarked
package betz.analysis.decoding;

import org.jspecify.annotations.NullMarked;
