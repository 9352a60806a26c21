// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.OnsetRule;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How well the velocity of the hand is told from rates by decoders that were fitted to other trials.
 *
 * @param signal whose channels are the units
 * @param bin width in which rates and velocity are averaged, s
 * @param lag by which rates come before the velocity, s
 * @param history how far back the Wiener filter sees, s
 * @param methods which decoders
 * @param alphas penalties of the linear decoders to choose from
 * @param order of the polynomials of the cascade
 * @param noiseFloor what is added to the variances of the Kalman filter's rates, as a share of their mean
 * @param leaveOut what is decoded by a fit to all else
 * @param folds how many parts trials are dealt into
 */
@About(
        value = "How well the hand's velocity is decoded by linear filters, a cascade and a Kalman filter.",
        source = "Wessberg et al. (2000), doi:10.1038/35042582; Wu et al. (2006), doi:10.1162/089976606774841585;"
                + " Pohlmeyer et al. (2007), doi:10.1088/1741-2560/4/4/003")
public record DecodeVelocity(
        @About("Signal whose channels are the units.") String signal,

        @Unit("s") @About("Width of the bins in which rates and velocity are averaged.")
        double bin,

        @Unit("s") @About("Time by which rates come before the velocity that they tell of.")
        double lag,

        @Unit("s") @About("How far back the Wiener filter and the cascade see, present bin included.")
        double history,

        @About("Decoders: ridge, wiener, cascade, kalman.") List<Method> methods,

        @About("Penalties of the linear decoders, of which that one is taken which predicts one more fold best.")
        List<Double> alphas,

        @About("Order of the cascade's polynomials.") int order,

        @About("What is added to the variances of the noise in the Kalman filter's rates, as a share of their mean.")
        double noiseFloor,

        @About("What is decoded by a fit to all else: condition, or trials dealt into folds.")
        LeaveOut leaveOut,

        @About("Number of folds where trials are left out.") int folds)
        implements Analysis {
    private static final List<Double> ALPHAS = List.of(10.0, 100.0, 1000.0, 10_000.0);

    /** Bins of 50 ms and rates 100 ms ahead, one condition left out at a time, cubic cascade, penalties chosen. */
    public static final DecodeVelocity DEFAULT = new DecodeVelocity(
            "unit.rate", 0.050, 0.100, 0.300, List.of(Method.values()), ALPHAS, 3, 0.01, LeaveOut.CONDITION, 5);

    /** A way to decode. */
    public enum Method {
        /** Ridge regression on the rates of one bin. */
        RIDGE,
        /** Ridge regression on the rates of several bins. */
        WIENER,
        /** A polynomial after the Wiener filter. */
        CASCADE,
        /** Kalman filter of position and velocity. */
        KALMAN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a fit does not see. */
    public enum LeaveOut {
        /** All trials of one condition. */
        CONDITION,
        /** One of several parts into which the trials are dealt at random. */
        TRIALS
    }

    public DecodeVelocity {
        Require.positive("bin", bin, "s");
        Require.finite("lag", lag, "s");
        Require.that(history >= bin, "history", history + " s", "a bin, " + bin + " s, or more");
        Require.that(!methods.isEmpty(), "methods", "empty", "one decoder or more");
        Require.that(!alphas.isEmpty(), "alphas", "empty", "one penalty or more");
        alphas.forEach(alpha -> Require.notNegative("alphas", alpha, ""));
        alphas = List.copyOf(alphas);
        Require.count("order", order, 1, 9);
        Require.notNegative("noiseFloor", noiseFloor, "");
        Require.count("folds", folds, 2, 1000);
        methods = List.copyOf(methods);
    }

    @Override
    public Finding of(Subject subject) {
        Recording recording = subject.recording();
        double dt = recording.trials().dt();
        int width = (int) Math.round(bin / dt);
        Require.that(width >= 1, "bin", bin + " s", "at least half a step, which is " + dt + " s");
        var trials = new VelocityTrials(recording, signal, width, (int) Math.round(lag / dt), bins());
        var held = new VelocityFolds(trials, parts(recording, subject.seed()));
        Require.that(
                alphas.size() == 1 || held.count() > 2,
                "folds",
                "" + held.count(),
                "3 or more, since one is left out and one chooses among penalties; or a single penalty");
        double[] penalties = alphas.stream().mapToDouble(Double::doubleValue).toArray();
        RidgeRegression[] now = held.fit(trials::present, penalties);
        boolean looksBack = methods.contains(Method.WIENER) || methods.contains(Method.CASCADE);
        RidgeRegression[] back = looksBack ? held.fit(trials::past, penalties) : now;
        Map<Method, double[][][]> decoded = new LinkedHashMap<>();
        List<Measure> measures = new ArrayList<>();
        for (Method method : methods) {
            double[][][] predicted = switch (method) {
                case RIDGE -> held.linear(trials::present, now);
                case WIENER -> held.linear(trials::past, back);
                case CASCADE -> held.bent(trials::past, order, back);
                case KALMAN -> held.kalman(noiseFloor);
            };
            decoded.put(method, predicted);
            measures.add(measure(method.word() + "_r2", held.score(predicted), subject.seed()));
        }
        int[] other = shuffled(trials.size(), subject.seed(), "rates of other trials");
        IntFunction<double[][]> wrong = trial -> trials.presentOf(other[trial], trial);
        double[][][] chance = held.linear(wrong, held.fit(wrong, penalties));
        measures.add(measure("shuffled_r2", held.score(chance), subject.seed()));
        List<Values> values = new ArrayList<>();
        values.add(chosen("ridge_alphas", now));
        if (looksBack) {
            values.add(chosen("wiener_alphas", back));
        }
        return new Finding(
                "decode_velocity",
                measures,
                values,
                new VelocityPlots(recording, trials, width * dt).of(measures, decoded),
                conventions(width * dt, trials, held));
    }

    private int bins() {
        return (int) Math.round(history / bin);
    }

    private static Values chosen(String name, RidgeRegression... fitted) {
        return Values.list(
                name,
                "1",
                Arrays.stream(fitted).mapToDouble(RidgeRegression::alpha).toArray());
    }

    /** Returns the fold of each trial. */
    private int[] parts(Recording recording, long seed) {
        int size = recording.trials().size();
        if (leaveOut == LeaveOut.TRIALS) {
            Require.that(size >= folds, "trials", "" + size, "as many as folds, " + folds + ", or more");
            int[] order = shuffled(size, seed, "folds");
            int[] parts = new int[size];
            IntStream.range(0, size).forEach(i -> parts[order[i]] = i % folds);
            return parts;
        }
        List<Condition> conditions = recording.trials().conditions();
        Require.that(
                conditions.size() >= 2,
                "conditions",
                "" + conditions.size(),
                "2 or more, since one is left out, or leaveOut: trials");
        return IntStream.range(0, size)
                .map(i -> conditions.indexOf(recording.trials().get(i).condition()))
                .toArray();
    }

    private static int[] shuffled(int size, long seed, String purpose) {
        var random = RandomStream.of(seed, "decode velocity " + purpose);
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        return order;
    }

    private static Measure measure(String name, PooledR2 score, long seed) {
        double all = score.over(IntStream.range(0, score.size()).toArray());
        Require.that(!Double.isNaN(all), "hand.velocity", "the same at all times", "a hand that moves");
        return new Measure(name, "1", Bootstrap.DEFAULT.interval(score.size(), seed, name, score::over));
    }

    private List<String> conventions(double width, VelocityTrials trials, VelocityFolds held) {
        List<String> told = new ArrayList<>();
        told.add("R2 pooled over both axes, all trials and all bins from 100 ms before the movement's onset to the"
                + " trial's end; the mean is per axis.");
        told.add("Bins of " + milliseconds(width) + "; " + signal + " " + milliseconds(lag)
                + " before the velocity, at mean 0 and standard deviation 1 over all trials; " + trials.units()
                + " units, " + trials.samples() + " bins of " + trials.size() + " trials.");
        told.add(
                leaveOut == LeaveOut.CONDITION
                        ? "Each of " + held.count() + " conditions is decoded by a fit to the others."
                        : "Trials are dealt into " + held.count() + " folds at random, seeded; each is decoded by a fit"
                                + " to the others.");
        for (Method method : methods) {
            told.add(text(method));
        }
        told.add("Shuffled: ridge on rates of other trials, dealt at random, seeded.");
        told.add(OnsetRule.DEFAULT.text());
        told.add(Bootstrap.DEFAULT.text());
        return told;
    }

    private String text(Method method) {
        return switch (method) {
            case RIDGE -> "Ridge: rates of one bin; " + penalty();
            case WIENER -> "Wiener filter: rates of " + bins() + " bins; " + penalty();
            case CASCADE ->
                "Cascade: the Wiener filter and a polynomial of order " + order + " for each axis, fitted to"
                        + " the same trials.";
            case KALMAN ->
                "Kalman filter: position and velocity; A, W, H, Q by least squares, " + noiseFloor
                        + " of the mean variance added to Q's diagonal.";
        };
    }

    private String penalty() {
        String which = alphas.size() == 1
                ? "penalty " + alphas.get(0)
                : "the penalty of " + alphas + " that predicts the next fold best from the rest";
        return which + ", intercept not penalised.";
    }

    private static String milliseconds(double seconds) {
        return Math.round(1000 * seconds) + " ms";
    }
}
