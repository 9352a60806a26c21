// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;
import betz.common.RandomStream;
import betz.data.Condition;
import java.util.stream.IntStream;

/** Activity that tests make up, in steps of 10 ms from 0. */
final class Courses {
    private Courses() {}

    /** Wraps values, [condition][time][unit]. */
    static Activity of(double[][][] values) {
        return new Activity(
                0.01,
                IntStream.range(0, values[0].length).mapToDouble(t -> 0.01 * t).toArray(),
                IntStream.range(0, values.length)
                        .mapToObj(c -> new Condition(c, "c" + c, c))
                        .toList(),
                IntStream.range(0, values[0][0].length).mapToObj(i -> "u" + i).toList(),
                values);
    }

    /**
     * Units that know nothing of each other, each with a smooth course of its own in each condition, all of one distribution.
     */
    static Activity alone(int conditions, int times, int units, RandomStream random) {
        double[][][] values = new double[conditions][times][units];
        for (double[][] condition : values) {
            for (int unit = 0; unit < units; unit++) {
                double x = random.nextGaussian();
                for (int t = 0; t < times; t++) {
                    condition[t][unit] = x;
                    x = 0.8 * x + 0.6 * random.nextGaussian();
                }
            }
        }
        return of(values);
    }

    /** States that turn by an angle in each step in planes of two units each, with noise; each condition begins elsewhere. */
    static Activity turning(int conditions, int times, int planes, double angle, double noise, RandomStream random) {
        double[][][] values = new double[conditions][times][2 * planes];
        for (int plane = 0; plane < planes; plane++) {
            for (int c = 0; c < conditions; c++) {
                double start = 2 * Math.PI * c / conditions + plane;
                for (int t = 0; t < times; t++) {
                    values[c][t][2 * plane] = Math.cos(start + angle * t) + noise * random.nextGaussian();
                    values[c][t][2 * plane + 1] = Math.sin(start + angle * t) + noise * random.nextGaussian();
                }
            }
        }
        return of(values);
    }
}
