// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.population.Activity;
import betz.common.Require;
import betz.data.Condition;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two activities that are compared.
 *
 * @param data what is analysed
 * @param other what it is compared with
 * @param by how their conditions were matched, in words
 */
record Pair(Activity data, Activity other, String by) {
    /** Steps that differ by a smaller share are the same. */
    private static final double SPARE = 1e-6;

    /**
     * Puts the conditions of the other in the order of the data's: those of the same label, or where none has the same,
     * those of the same index.
     *
     * @throws betz.common.BadSetting if steps differ, or conditions do not match one to one
     */
    static Pair matched(Activity data, Activity other) {
        Require.that(
                Math.abs(data.dt() - other.dt()) <= SPARE * data.dt(),
                "dt",
                milliseconds(data.dt()) + " in the data and " + milliseconds(other.dt()) + " in the other",
                "the same step in both");
        Set<String> shared = new HashSet<>(keys(data, Condition::label));
        shared.retainAll(keys(other, Condition::label));
        boolean byIndex = shared.isEmpty();
        Function<Condition, String> key = byIndex ? one -> "number " + one.index() : Condition::label;
        List<String> ours = keys(data, key);
        List<String> theirs = keys(other, key);
        Require.that(
                Set.copyOf(ours).equals(Set.copyOf(theirs)) && ours.size() == theirs.size(),
                "conditions",
                String.join(", ", ours) + " in the data and " + String.join(", ", theirs) + " in the other",
                "the same conditions in both");
        double[][][] ordered =
                ours.stream().map(one -> other.condition(theirs.indexOf(one))).toArray(double[][][]::new);
        return new Pair(
                data,
                new Activity(data.dt(), other.times(), data.conditions(), other.units(), ordered),
                byIndex ? "matched by index" : "matched by label");
    }

    /**
     * Returns the samples that both have and that lie between two times.
     *
     * @throws betz.common.BadSetting if there are fewer than two
     */
    Pair cut(double from, double to) {
        double first = Math.max(start(data), start(other));
        double last = Math.min(end(data), end(other));
        Require.that(
                Math.min(last, to) - Math.max(first, from) > (1 - SPARE) * data.dt(),
                "times",
                span(data) + " in the data and " + span(other) + " in the other",
                "two or more samples that both have within from and to");
        return new Pair(
                cut(data, Math.max(first, from), Math.min(last, to)),
                cut(other, Math.max(first, from), Math.min(last, to)),
                by);
    }

    /** Returns the samples between two times, as far as they are recorded. */
    static Activity cut(Activity activity, double from, double to) {
        Require.that(
                start(activity) <= to && end(activity) >= from, "times", span(activity), "samples between from and to");
        return activity.window(Math.max(from, start(activity)), Math.min(to, end(activity)));
    }

    /** Returns the data's samples, [condition x time][unit]. */
    double[][] rows() {
        return data.rows();
    }

    /** Returns the other's samples, [condition x time][unit]. */
    double[][] otherRows() {
        return other.rows();
    }

    /** Returns what is compared, in words. */
    String text() {
        return "Averages over the trials of each condition: the data's " + text(data) + ", the other's " + text(other)
                + "; conditions " + by + ".";
    }

    private static String text(Activity activity) {
        return several(activity.units().size(), "unit") + " in "
                + several(activity.conditions().size(), "condition") + " at " + activity.times().length + " times from "
                + span(activity) + " about the go cue";
    }

    private static String several(int count, String item) {
        return count + " " + item + (count == 1 ? "" : "s");
    }

    private static List<String> keys(Activity activity, Function<Condition, String> key) {
        return activity.conditions().stream().map(key).collect(Collectors.toList());
    }

    private static double start(Activity activity) {
        return activity.times()[0];
    }

    private static double end(Activity activity) {
        return activity.times()[activity.times().length - 1];
    }

    private static String span(Activity activity) {
        return milliseconds(start(activity)) + " to " + milliseconds(end(activity));
    }

    private static String milliseconds(double seconds) {
        BigDecimal rounded = BigDecimal.valueOf(Math.round(1e6 * seconds), 3);
        return rounded.stripTrailingZeros().toPlainString() + " ms";
    }
}
