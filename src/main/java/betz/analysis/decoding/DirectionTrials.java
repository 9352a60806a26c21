// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.Angles;
import betz.analysis.UnitTunings;
import betz.common.Require;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.Arrays;
import java.util.List;

/** One row of rates per trial and the direction that was asked for, from which each trial's direction is decoded by all others. */
final class DirectionTrials {
    /** Least number of trials of a direction: one is left out, and two tell how much rates spread. */
    private static final int LEAST = 3;

    /** Directions that differ by less are one, rad. */
    private static final double SAME = 1e-6;

    private final double[][] rates;
    private final List<Condition> conditions;
    private final int[] labels;

    private DirectionTrials(double[][] rates, List<Condition> conditions, int[] labels) {
        this.rates = rates;
        this.conditions = conditions;
        this.labels = labels;
    }

    /** Averages a signal in a window after the go cue, and takes square roots where asked to. */
    static DirectionTrials of(Recording recording, String name, UnitTunings.Window window, boolean squareRoot) {
        Signal signal = recording.signal(name);
        List<Condition> conditions = recording.trials().conditions();
        Require.that(
                conditions.size() >= 3,
                "conditions",
                Integer.toString(conditions.size()),
                "3 or more, whose directions differ");
        double[][] rates = new double[recording.trials().size()][];
        int[] labels = new int[rates.length];
        for (int trial = 0; trial < rates.length; trial++) {
            labels[trial] = conditions.indexOf(recording.trials().get(trial).condition());
            rates[trial] = means(recording, signal, trial, window);
            if (squareRoot) {
                takeRoots(rates[trial], signal);
            }
        }
        for (int c = 0; c < conditions.size(); c++) {
            int label = c;
            long trials = Arrays.stream(labels).filter(l -> l == label).count();
            Require.that(
                    trials >= LEAST,
                    "number of trials of condition " + conditions.get(c).label(),
                    Long.toString(trials),
                    LEAST + " or more, since each is left out in turn");
        }
        return new DirectionTrials(rates, conditions, labels);
    }

    private static double[] means(Recording recording, Signal signal, int number, UnitTunings.Window window) {
        double dt = recording.trials().dt();
        Trial trial = recording.trials().get(number);
        int first = Math.max(0, trial.goCue() + (int) Math.round(window.from() / dt));
        int end = Math.min(Math.min(trial.end(), signal.steps()), trial.goCue() + (int) Math.round(window.to() / dt));
        Require.that(
                end > first,
                "window",
                window.from() + " to " + window.to() + " s, in which trial " + (number + 1) + " has no sample",
                "a time within every trial");
        double[] means = new double[signal.channels().size()];
        for (int unit = 0; unit < means.length; unit++) {
            for (int step = first; step < end; step++) {
                means[unit] += signal.get(number, step, unit) / (end - first);
            }
            Require.that(
                    Double.isFinite(means[unit]),
                    signal.channels().get(unit) + " in trial " + (number + 1),
                    "not a number",
                    "a number at all times of the window");
        }
        return means;
    }

    private static void takeRoots(double[] rates, Signal signal) {
        for (int unit = 0; unit < rates.length; unit++) {
            Require.that(
                    rates[unit] >= 0,
                    "rate of " + signal.channels().get(unit),
                    "below 0",
                    "0 or more, or squareRoot: false, since negative numbers have no square root");
            rates[unit] = Math.sqrt(rates[unit]);
        }
    }

    int size() {
        return rates.length;
    }

    int units() {
        return rates[0].length;
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** Returns the index of each trial's condition; not a copy. */
    int[] labels() {
        return labels;
    }

    /** Returns the direction asked for in each trial, rad. */
    double[] directions() {
        return Arrays.stream(labels).mapToDouble(this::direction).toArray();
    }

    private double direction(int label) {
        return conditions.get(label).direction();
    }

    /** Returns the direction of each trial by a discriminant of all others, rad. */
    double[] byDiscriminant() {
        return Arrays.stream(LinearDiscriminant.leaveOneOut(rates, labels))
                .mapToDouble(this::direction)
                .toArray();
    }

    /** Returns the direction of each trial by ridge regression of cosine and sine on all others, rad. */
    double[] byRidge(double alpha) {
        double[][] aims = Arrays.stream(directions())
                .mapToObj(d -> new double[] {StrictMath.cos(d), StrictMath.sin(d)})
                .toArray(double[][]::new);
        return Arrays.stream(RidgeRegression.leaveOneOut(rates, aims, alpha))
                .mapToDouble(aim -> StrictMath.atan2(aim[1], aim[0]))
                .toArray();
    }

    /** Returns the direction of each trial by the population vector of the tuning in all others, rad. */
    double[] byPopulationVector(double tunedBelow) {
        double[] decoded = new double[rates.length];
        for (int out = 0; out < decoded.length; out++) {
            decoded[out] = PopulationVector.fit(rest(out), rest(directions(), out), tunedBelow)
                    .direction(rates[out]);
        }
        return decoded;
    }

    /** Returns the direction of each trial by the optimal linear estimator of all others, rad. */
    double[] byOptimalEstimator() {
        double[] directions =
                conditions.stream().mapToDouble(Condition::direction).toArray();
        double[] decoded = new double[rates.length];
        for (int out = 0; out < decoded.length; out++) {
            int[] others = new int[rates.length - 1];
            for (int i = 0; i < others.length; i++) {
                others[i] = labels[i < out ? i : i + 1];
            }
            decoded[out] =
                    OptimalLinearEstimator.fit(rest(out), others, directions).direction(rates[out]);
        }
        return decoded;
    }

    private double[][] rest(int out) {
        double[][] rest = new double[rates.length - 1][];
        System.arraycopy(rates, 0, rest, 0, out);
        System.arraycopy(rates, out + 1, rest, out, rest.length - out);
        return rest;
    }

    private static double[] rest(double[] all, int out) {
        double[] rest = new double[all.length - 1];
        System.arraycopy(all, 0, rest, 0, out);
        System.arraycopy(all, out + 1, rest, out, rest.length - out);
        return rest;
    }

    /** Returns by how much decoded directions miss, [trial], in [−π, π] rad. */
    double[] errors(double[] decoded) {
        double[] errors = new double[decoded.length];
        Arrays.setAll(errors, i -> Angles.wrapped(decoded[i] - direction(labels[i])));
        return errors;
    }

    /** Returns 1 for each trial whose decoded direction is nearest to that of its own condition, else 0. */
    double[] hits(double[] decoded) {
        double[] hits = new double[decoded.length];
        Arrays.setAll(hits, i -> isSame(direction(nearest(decoded[i])), direction(labels[i])) ? 1 : 0);
        return hits;
    }

    /** Tells whether two conditions have one direction, such as targets at two distances. */
    private static boolean isSame(double direction, double other) {
        return Math.abs(Angles.wrapped(direction - other)) < SAME;
    }

    private int nearest(double direction) {
        int best = 0;
        for (int c = 1; c < conditions.size(); c++) {
            if (Math.abs(Angles.wrapped(direction - direction(c)))
                    < Math.abs(Angles.wrapped(direction - direction(best)))) {
                best = c;
            }
        }
        return best;
    }
}
