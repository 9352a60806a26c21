// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

/**
 * A figure with its confidence interval.
 *
 * @param value from all trials
 * @param low lower end
 * @param high upper end
 */
public record Interval(double value, double low, double high) {}
