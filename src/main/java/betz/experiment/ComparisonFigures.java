// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.analysis.Comparison.TrialResult;
import betz.data.Condition;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Dots;
import betz.report.Figure;
import betz.report.Role;
import betz.report.Series;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Charts of the errors per direction. */
final class ComparisonFigures {
    private static final double MILLIMETRES = 1000;
    private final String reference;
    private final String direction;
    private final Comparison comparison;

    ComparisonFigures(String reference, Comparison comparison) {
        this(reference, "target", comparison);
    }

    /** Draws errors by the direction of something, such as a target. */
    ComparisonFigures(String reference, String of, Comparison comparison) {
        this.reference = reference;
        this.direction = "Direction of the " + of;
        this.comparison = comparison;
    }

    List<Figure> all() {
        return List.of(new Dots(
                Caption.of(
                        "endpoint-error",
                        "End-point error",
                        "Mean distance of the hand from the target's centre in the last 50 ms of the trial, by direction. "
                                + spread()),
                Axis.direction(direction),
                Axis.fromZero("End-point error", "mm"),
                List.of(
                        series(
                                "Network",
                                Role.PREDICTED,
                                trial -> trial.predicted().endError()),
                        series(reference, Role.TARGET, trial -> trial.target().endError()))));
    }

    /** Returns what the bars are; a model without noise repeats itself to less than the size of a symbol. */
    private String spread() {
        var trials = comparison.conditions().stream()
                .mapToLong(group -> of(group.condition()).size())
                .summaryStatistics();
        if (trials.getMax() == 1) {
            return "One held-out trial per direction.";
        }
        String count = trials.getMin() == trials.getMax()
                ? Long.toString(trials.getMin())
                : trials.getMin() + " to " + trials.getMax();
        return "Median and range over the " + count
                + " held-out trials of each direction; a range smaller than its symbol is hidden by it.";
    }

    private List<TrialResult> of(Condition condition) {
        return comparison.trials().stream()
                .filter(trial -> trial.condition().equals(condition))
                .toList();
    }

    private Series series(String name, Role role, ToDoubleFunction<TrialResult> error) {
        int n = comparison.conditions().size();
        double[] direction = new double[n];
        double[] middle = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        for (int i = 0; i < n; i++) {
            var condition = comparison.conditions().get(i).condition();
            double[] values = of(condition).stream()
                    .mapToDouble(trial -> error.applyAsDouble(trial) * MILLIMETRES)
                    .sorted()
                    .toArray();
            direction[i] = Compass.degrees(condition.direction());
            middle[i] = (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
            low[i] = values[0];
            high[i] = values[values.length - 1];
        }
        return Series.of(name, role, direction, middle).between(low, high);
    }
}
