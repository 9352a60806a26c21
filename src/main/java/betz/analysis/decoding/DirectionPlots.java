// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Samples;
import betz.analysis.decoding.DecodeDirection.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Charts of decoded directions, in degrees. */
final class DirectionPlots {
    /** Width of a histogram's bin, degrees. */
    private static final int BIN = 15;

    private DirectionPlots() {}

    static List<Plot> of(DirectionTrials trials, Map<Method, double[]> decoded) {
        var target = new Axis("Target direction", "deg");
        List<Curve> all = new ArrayList<>();
        List<Curve> medians = new ArrayList<>();
        List<Curve> counts = new ArrayList<>();
        all.add(identity(trials));
        decoded.forEach((method, directions) -> {
            String name = method.word().replace('_', ' ');
            double[] errors = degrees(trials.errors(directions));
            Kind kind = counts.isEmpty() ? Kind.DATA : Kind.OTHER;
            all.add(decoded(name, kind, trials, errors));
            medians.add(medians(name, kind, trials, errors));
            counts.add(counts(name, kind, errors));
        });
        return List.of(
                new Plot(
                        "decode-direction-decoded",
                        "Decoded direction",
                        "Direction decoded in each trial against the target's, at most 180 degrees from it.",
                        Form.DOTS,
                        target,
                        new Axis("Decoded direction", "deg"),
                        all),
                new Plot(
                        "decode-direction-error",
                        "Error by direction",
                        "Median absolute error of each direction, with the quartiles of its trials.",
                        Form.DOTS,
                        target,
                        new Axis("Absolute error", "deg"),
                        medians),
                new Plot(
                        "decode-direction-histogram",
                        "Errors of single trials",
                        "How often the decoded direction missed the target's by how much, in bins of " + BIN
                                + " degrees.",
                        Form.BARS,
                        new Axis("Error", "deg"),
                        new Axis("Trials", ""),
                        counts));
    }

    private static Curve identity(DirectionTrials trials) {
        double[] targets =
                Arrays.stream(degrees(trials.directions())).sorted().distinct().toArray();
        return Curve.of("target", Kind.FIT, targets, targets);
    }

    private static Curve decoded(String name, Kind kind, DirectionTrials trials, double[] errors) {
        double[] targets = degrees(trials.directions());
        double[] found = new double[targets.length];
        Arrays.setAll(found, i -> targets[i] + errors[i]);
        return Curve.of(name, kind, targets, found);
    }

    private static Curve medians(String name, Kind kind, DirectionTrials trials, double[] errors) {
        int count = trials.conditions().size();
        double[] x = new double[count];
        double[][] quartiles = new double[3][count];
        for (int c = 0; c < count; c++) {
            int label = c;
            double[] own = IntStream.range(0, errors.length)
                    .filter(i -> trials.labels()[i] == label)
                    .mapToDouble(i -> Math.abs(errors[i]))
                    .toArray();
            x[c] = Math.toDegrees(trials.conditions().get(c).direction());
            for (int q = 0; q < 3; q++) {
                quartiles[q][c] = Samples.quantile(own, 0.25 * (q + 1));
            }
        }
        return Curve.of(name, kind, x, quartiles[1]).between(quartiles[0], quartiles[2]);
    }

    private static Curve counts(String name, Kind kind, double[] errors) {
        int half = 180 / BIN;
        double[] centres =
                IntStream.rangeClosed(-half, half).mapToDouble(i -> i * BIN).toArray();
        double[] counts = new double[centres.length];
        for (double error : errors) {
            counts[half + (int) Math.round(error / BIN)]++;
        }
        return Curve.of(name, kind, centres, counts);
    }

    private static double[] degrees(double[] angles) {
        return Arrays.stream(angles).map(Math::toDegrees).toArray();
    }
}
