// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * A piece of a trial whose part of the gradient is carried back in one go: that of the loss over the states after its first step up
 * to its end.
 *
 * @param first step of the piece; the states after it count
 * @param end step of its last state
 * @param from step that the gradient is carried back to
 */
record Piece(int first, int end, int from) {}
