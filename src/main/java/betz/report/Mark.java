// SPDX-License-Identifier: Apache-2.0
package betz.report;

/**
 * A moment on the horizontal axis, such as the go cue.
 *
 * @param name for the legend
 * @param at in the unit of the axis
 */
public record Mark(String name, double at) {}
