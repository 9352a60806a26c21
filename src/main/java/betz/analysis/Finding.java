// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import java.util.List;

/**
 * What an analysis found: named figures, lists of numbers, what to draw of it, and the conventions that all of it depends on.
 *
 * @param name of the analysis, such as {@code comparison}
 * @param measures the figures in the order in which they are told
 * @param values lists and tables of numbers, such as a spectrum
 * @param plots charts as data
 * @param conventions sentences to be printed with the figures
 */
public record Finding(
        String name, List<Measure> measures, List<Values> values, List<Plot> plots, List<String> conventions) {

    public Finding {
        measures = List.copyOf(measures);
        values = List.copyOf(values);
        plots = List.copyOf(plots);
        conventions = List.copyOf(conventions);
    }

    /** Makes a finding of single figures alone. */
    public Finding(String name, List<Measure> measures, List<String> conventions) {
        this(name, measures, List.of(), List.of(), conventions);
    }

    /**
     * One figure.
     *
     * @param name in snake case, such as {@code position_r2}
     * @param unit SI, or {@code 1}
     * @param value with its interval; the ends are NaN where none was computed
     */
    public record Measure(String name, String unit, Interval value) {
        /** Makes a figure without interval. */
        public static Measure of(String name, String unit, double value) {
            return new Measure(name, unit, new Interval(value, Double.NaN, Double.NaN));
        }
    }

    /** Returns a figure that must be there. */
    public Interval value(String measure) {
        return measures.stream()
                .filter(one -> one.name().equals(measure))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No figure " + measure + " among "
                        + measures.stream().map(Measure::name).toList()))
                .value();
    }

    /** Returns a list or table of numbers that must be there. */
    public Values list(String numbers) {
        return values.stream()
                .filter(one -> one.name().equals(numbers))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No numbers " + numbers + " among "
                        + values.stream().map(Values::name).toList()));
    }
}
