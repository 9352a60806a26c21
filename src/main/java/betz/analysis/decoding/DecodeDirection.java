// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.UnitTunings;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well the direction of a reach is told from the rates of one trial by decoders that were fitted to all other trials.
 *
 * @param signal whose channels are the units
 * @param from first of the window, s after the go cue
 * @param to end of the window, s after the go cue
 * @param squareRoot whether square roots of the mean rates are taken
 * @param methods which decoders
 * @param alpha penalty of ridge regression
 * @param tunedBelow chance below which a unit has a vote in the population vector
 */
@About(
        value = "How well the direction of single reaches is decoded, each by the tuning in all others.",
        source = "Georgopoulos, Schwartz & Kettner (1986), doi:10.1126/science.3749885; Salinas & Abbott (1994),"
                + " doi:10.1007/BF00962720; Ledoit & Wolf (2004), doi:10.1016/S0047-259X(03)00096-4")
public record DecodeDirection(
        @About("Signal whose channels are the units.") String signal,

        @Unit("s") @About("First of the time in which rates are averaged, after the go cue.")
        double from,

        @Unit("s") @About("End of the time in which rates are averaged, after the go cue.")
        double to,

        @About("Whether square roots of the mean rates are taken, which makes the spread of spike counts even.")
        boolean squareRoot,

        @About("Decoders: lda, ridge, population_vector, optimal_linear.")
        List<Method> methods,

        @About("Penalty of ridge regression.") double alpha,

        @About("Chance in the F-test of a unit's tuning below which it has a vote in the population vector.")
        double tunedBelow)
        implements Analysis {
    /** Mean rates around the movement, square roots, and the penalty of the reference decoding. */
    public static final DecodeDirection DEFAULT = new DecodeDirection(
            "unit.rate",
            UnitTunings.Window.MOVEMENT.from(),
            UnitTunings.Window.MOVEMENT.to(),
            true,
            List.of(Method.values()),
            10,
            UnitTunings.SIGNIFICANT);

    /** A way to decode. */
    public enum Method {
        /** Linear discriminant with shrunk covariances. */
        LDA,
        /** Ridge regression of the direction's cosine and sine. */
        RIDGE,
        /** Votes of tuned units for their preferred directions. */
        POPULATION_VECTOR,
        /** Salinas and Abbott's optimal linear estimator. */
        OPTIMAL_LINEAR;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public DecodeDirection {
        Require.finite("from", from, "s");
        Require.that(to > from, "to", to + " s", "more than from, " + from + " s");
        Require.that(!methods.isEmpty(), "methods", "empty", "one decoder or more");
        Require.notNegative("alpha", alpha, "");
        Require.within("tunedBelow", tunedBelow, 0, 1, "");
        methods = List.copyOf(methods);
    }

    @Override
    public Finding of(Subject subject) {
        var trials = DirectionTrials.of(subject.recording(), signal, new UnitTunings.Window(from, to), squareRoot);
        Map<Method, double[]> decoded = new LinkedHashMap<>();
        for (Method method : methods) {
            decoded.put(method, decode(trials, method));
        }
        List<Measure> measures = new ArrayList<>();
        List<Values> values = new ArrayList<>();
        values.add(Values.list("target_directions", "rad", trials.directions()));
        decoded.forEach((method, directions) -> {
            measures.addAll(measures(trials, method.word(), directions, subject.seed()));
            values.add(Values.list("decoded_" + method.word(), "rad", directions));
        });
        double most = Arrays.stream(trials.directions())
                .distinct()
                .map(direction -> Arrays.stream(trials.hits(alike(trials.size(), direction)))
                        .sum())
                .max()
                .orElseThrow();
        measures.add(Measure.of("chance_accuracy", "1", most / trials.size()));
        measures.add(Measure.of("chance_error", "rad", Math.PI / 2));
        return new Finding(
                "decode_direction",
                measures,
                values,
                DirectionPlots.of(trials, decoded),
                conventions(subject.recording().trials().cue(), trials));
    }

    private static double[] alike(int size, double direction) {
        double[] all = new double[size];
        Arrays.fill(all, direction);
        return all;
    }

    private double[] decode(DirectionTrials trials, Method method) {
        return switch (method) {
            case LDA -> trials.byDiscriminant();
            case RIDGE -> trials.byRidge(alpha);
            case POPULATION_VECTOR -> trials.byPopulationVector(tunedBelow);
            case OPTIMAL_LINEAR -> trials.byOptimalEstimator();
        };
    }

    private static List<Measure> measures(DirectionTrials trials, String word, double[] directions, long seed) {
        double[] hits = trials.hits(directions);
        double[] errors =
                Arrays.stream(trials.errors(directions)).map(Math::abs).toArray();
        return List.of(
                measure(word + "_accuracy", "1", hits, false, seed),
                measure(word + "_median_error", "rad", errors, true, seed),
                measure(word + "_mean_error", "rad", errors, false, seed));
    }

    private static Measure measure(String name, String unit, double[] each, boolean median, long seed) {
        return new Measure(name, unit, Bootstrap.DEFAULT.interval(each.length, seed, name, drawn -> {
            double[] some = Arrays.stream(drawn).mapToDouble(i -> each[i]).toArray();
            return median ? Samples.median(some) : Samples.mean(some);
        }));
    }

    private List<String> conventions(String cue, DirectionTrials trials) {
        List<String> told = new ArrayList<>();
        told.add((squareRoot ? "Square roots of " : "") + signal + " averaged from " + Math.round(1000 * from) + " to "
                + Math.round(1000 * to) + " ms after the " + cue + "; " + trials.units() + " units, " + trials.size()
                + " trials.");
        told.add("Each trial is decoded by a fit to all others; accuracy counts the nearest of "
                + Arrays.stream(trials.directions()).distinct().count()
                + " directions; errors are absolute angles to the target's direction.");
        for (Method method : methods) {
            told.add(text(method));
        }
        told.add(
                "Chance: accuracy of always naming the most frequent direction; mean error of a random one. Without any"
                        + " tuning, leaving one out comes out below chance, since the rest lean away from it.");
        told.add(Bootstrap.DEFAULT.text());
        return told;
    }

    private String text(Method method) {
        return switch (method) {
            case LDA ->
                "LDA: least squares on the classes' covariances, each shrunk after Ledoit and Wolf at unit"
                        + " variance, weighted by the classes' shares.";
            case RIDGE -> "Ridge: cosine and sine of direction, penalty " + alpha + ", intercept not penalised.";
            case POPULATION_VECTOR ->
                "Population vector: rate less baseline over gain, of units whose cosine fit to the"
                        + " other trials has p of at most " + tunedBelow + ".";
            case OPTIMAL_LINEAR ->
                "Optimal linear estimator: units err independently, with the variance within directions.";
        };
    }
}
