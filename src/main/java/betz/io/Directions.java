// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Condition;
import betz.data.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The conditions of a table's trials: labels, and directions where any are told. */
final class Directions {
    /** Of trials of which nothing is told but the trial. */
    private static final String ALL = "all";

    /** Directions that differ by less have the same label, degrees. */
    private static final double FINEST = 0.01;

    private Directions() {}

    /** Returns a label for what is told of a trial that has no label of a condition. */
    static String label(double direction, Point target) {
        double told = Double.isNaN(direction) ? StrictMath.atan2(target.y(), target.x()) : direction;
        if (Double.isNaN(told)) {
            return ALL;
        }
        double degrees = Math.rint(StrictMath.toDegrees(Math.IEEEremainder(told, 2 * Math.PI)) / FINEST) * FINEST;
        double turned = degrees - 360 * Math.floor(degrees / 360);
        BigDecimal rounded = BigDecimal.valueOf(turned).setScale(2, RoundingMode.HALF_UP);
        return rounded.stripTrailingZeros().toPlainString() + "°";
    }

    /** Returns the condition of each trial; what does not fit together is noted in the table. */
    static List<Condition> conditions(Table table, List<ActivityTrial> trials, HandColumns hand) {
        Map<String, Double> directions = new LinkedHashMap<>();
        for (int i = 0; i < trials.size(); i++) {
            ActivityTrial trial = trials.get(i);
            double before = directions.computeIfAbsent(trial.condition(), label -> direction(label, trials, hand));
            if (Math.abs(Math.IEEEremainder(trial.direction() - before, 2 * Math.PI)) > Math.toRadians(2 * FINEST)) {
                table.problem(
                        table.line(trial.row(0)),
                        "the direction of condition " + Excerpt.of(trial.condition())
                                + " is " + label(trial.direction(), new Point(0, 0)) + ", expected "
                                + label(before, new Point(0, 0)) + " as before");
            }
        }
        List<String> labels = sorted(directions);
        Map<String, Condition> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            byLabel.put(label, new Condition(i, label, directions.getOrDefault(label, Double.NaN)));
        }
        return trials.stream()
                .map(trial -> Objects.requireNonNull(byLabel.get(trial.condition())))
                .toList();
    }

    /** Returns the direction told of a condition's first trial, or that of the mean of its targets from the starts. */
    private static double direction(String label, List<ActivityTrial> trials, HandColumns hand) {
        int[] own = IntStream.range(0, trials.size())
                .filter(i -> trials.get(i).condition().equals(label))
                .toArray();
        double told = trials.get(own[0]).direction();
        double x = IntStream.of(own)
                .mapToDouble(i -> hand.target(i).x() - hand.start(i).x())
                .sum();
        double y = IntStream.of(own)
                .mapToDouble(i -> hand.target(i).y() - hand.start(i).y())
                .sum();
        return Double.isNaN(told) ? StrictMath.atan2(y, x) : told;
    }

    /** By direction where all conditions have one, by number where all labels are numbers, else as they come. */
    private static List<String> sorted(Map<String, Double> directions) {
        List<String> labels = List.copyOf(directions.keySet());
        if (directions.values().stream().noneMatch(direction -> direction.isNaN())) {
            return sorted(labels, label -> {
                double turns = directions.getOrDefault(label, 0.0) / (2 * Math.PI);
                return turns - Math.floor(turns + FINEST / 360);
            });
        }
        boolean numbered = labels.stream().allMatch(label -> label.matches("-?\\d{1,9}"));
        return numbered ? sorted(labels, Integer::parseInt) : labels;
    }

    private static List<String> sorted(List<String> labels, ToDoubleFunction<String> by) {
        return labels.stream().sorted(Comparator.comparingDouble(by)).toList();
    }
}
