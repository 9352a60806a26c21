// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

/**
 * The steps of one movement.
 *
 * @param onset last step at rest
 * @param peak step of the greatest speed
 * @param offset first step at rest again
 */
public record Movement(int onset, int peak, int offset) {}
