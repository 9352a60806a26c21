// SPDX-License-Identifier: Apache-2.0
package betz.data;

/**
 * One kind of trial, such as a reach to one of eight targets.
 *
 * @param index from 0
 * @param label as shown in charts
 * @param direction of the reach from the start, rad, counter-clockwise from the x axis
 */
public record Condition(int index, String label, double direction) {}
