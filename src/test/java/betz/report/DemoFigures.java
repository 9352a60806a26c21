// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Every kind of chart of a report, with data that look like a run's: minimum-jerk reaches and cosine tuning. */
final class DemoFigures {
    private static final int DIRECTIONS = 8;
    private static final String[] MUSCLES = {
        "Shoulder flexor",
        "Shoulder extensor",
        "Elbow flexor",
        "Elbow extensor",
        "Biarticular flexor",
        "Biarticular extensor"
    };
    private static final Mark GO = new Mark("go cue", 0);
    private static final Axis TIME = Axis.of("Time from go cue", "ms");
    private static final double[] MS =
            IntStream.rangeClosed(-20, 100).mapToDouble(i -> 10.0 * i).toArray();

    private DemoFigures() {}

    static List<Figure> all() {
        return List.of(
                handPaths(), speed(), angles(), muscles(), training(), endpointError(), tuning(), preferred(), psths());
    }

    static Paths handPaths() {
        var series = new ArrayList<Series>();
        var s = IntStream.rangeClosed(0, 100).mapToDouble(i -> i / 100.0).toArray();
        for (int k = 0; k < DIRECTIONS; k++) {
            double angle = 2 * Math.PI * k / DIRECTIONS;
            double bend = 0.5 * StrictMath.cos(2 * angle + 0.4);
            series.add(path("tuned cortex", Role.TARGET, s, angle, 10, 0.15));
            series.add(path("network", Role.PREDICTED, s, angle, 9.7, bend));
        }
        var at = IntStream.range(0, DIRECTIONS).mapToDouble(k -> 2 * Math.PI * k / DIRECTIONS);
        var angles = at.toArray();
        series.add(Series.of(
                "reach target",
                Role.GOAL,
                map(angles, a -> 10 * StrictMath.cos(a)),
                map(angles, a -> 40 + 10 * StrictMath.sin(a))));
        return new Paths(
                Caption.of(
                        "hand-paths",
                        "Hand paths",
                        "Mean over 64 held-out trials to eight targets, 10 cm from the start."),
                Axis.of("Hand position, right", "cm"),
                Axis.of("Hand position, forward", "cm"),
                series);
    }

    private static Series path(String name, Role role, double[] s, double angle, double length, double bend) {
        DoubleUnaryOperator along = u -> length * jerk(u);
        DoubleUnaryOperator aside = u -> bend * StrictMath.sin(Math.PI * jerk(u));
        return Series.of(
                name,
                role,
                map(
                        s,
                        u -> along.applyAsDouble(u) * StrictMath.cos(angle)
                                - aside.applyAsDouble(u) * StrictMath.sin(angle)),
                map(
                        s,
                        u -> 40
                                + along.applyAsDouble(u) * StrictMath.sin(angle)
                                + aside.applyAsDouble(u) * StrictMath.cos(angle)));
    }

    static Lines speed() {
        var target = map(MS, t -> 23.4 * bell((t - 120) / 600));
        var predicted = map(MS, t -> 22.6 * bell((t - 130) / 620) + 0.3 * bell((t - 700) / 300));
        return new Lines(
                Caption.of("hand-speed", "Hand speed", "Mean over trials; the band is the 95 % bootstrap interval."),
                TIME,
                Axis.fromZero("Hand speed", "cm/s"),
                List.of(
                        banded("tuned cortex", Role.TARGET, target, 0.06),
                        banded("network", Role.PREDICTED, predicted, 0.1)),
                List.of(GO));
    }

    static Panels angles() {
        return new Panels(
                Caption.of("joint-angles", "Joint angles", "Reaches to 45°, mean over eight trials."),
                2,
                false,
                List.of(angle("Shoulder", 45, 22), angle("Elbow", 90, -31)));
    }

    private static Lines angle(String joint, double start, double swing) {
        return new Lines(
                Caption.of(joint.toLowerCase(java.util.Locale.ROOT), joint, "Joint angle."),
                TIME,
                Axis.of("Joint angle", "deg"),
                List.of(
                        Series.of("tuned cortex", Role.TARGET, MS, map(MS, t -> start + swing * jerk((t - 120) / 600))),
                        Series.of(
                                "network",
                                Role.PREDICTED,
                                MS,
                                map(MS, t -> start + 1 + 0.95 * swing * jerk((t - 130) / 640)))),
                List.of(GO));
    }

    static Panels muscles() {
        var parts = IntStream.range(0, MUSCLES.length).mapToObj(m -> {
            double phase = m % 2 == 0 ? 0 : 280;
            double size = 0.42 - 0.05 * m;
            return (Figure) new Lines(
                    Caption.of("muscle-" + m, MUSCLES[m], "Muscle activation."),
                    TIME,
                    Axis.fromZero("Activation", ""),
                    List.of(
                            banded(
                                    "tuned cortex",
                                    Role.TARGET,
                                    map(MS, t -> 0.03 + size * bell((t - 80 - phase) / 420)),
                                    0.08),
                            banded(
                                    "network",
                                    Role.PREDICTED,
                                    map(MS, t -> 0.04 + size * 0.93 * bell((t - 90 - phase) / 450)),
                                    0.12)),
                    List.of(GO));
        });
        return new Panels(
                Caption.of(
                        "muscle-activation",
                        "Muscle activation",
                        "Reaches to 45°; bands are 95 % intervals over trials."),
                3,
                true,
                parts.toList());
    }

    static Panels training() {
        var noise = RandomStream.of(7, "demo");
        var iterations = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i).toArray();
        var axis = Axis.of("Iteration", "");
        var loss = map(
                iterations, i -> (0.9 * StrictMath.exp(-i / 90) + 0.004) * StrictMath.exp(0.15 * noise.nextGaussian()));
        var held = IntStream.rangeClosed(0, 10)
                .mapToDouble(i -> Math.max(1, 100.0 * i))
                .toArray();
        var norm = map(
                iterations, i -> (6 * StrictMath.exp(-i / 120) + 0.05) * StrictMath.exp(0.3 * noise.nextGaussian()));
        return new Panels(
                Caption.of("training", "Training", "Loss and gradient norm over 1000 iterations of Adam."),
                1,
                false,
                List.of(
                        new Lines(
                                Caption.of("loss", "Loss", "Loss."),
                                axis,
                                Axis.logarithmic("Loss", ""),
                                List.of(
                                        Series.of("training batch", Role.PREDICTED, iterations, loss),
                                        Series.of(
                                                "held-out trials",
                                                Role.PERTURBED,
                                                held,
                                                map(held, i -> 0.9 * StrictMath.exp(-i / 90) + 0.005)))),
                        new Lines(
                                Caption.of("gradient", "Gradient norm", "Gradient."),
                                axis,
                                Axis.logarithmic("Gradient norm", ""),
                                List.of(Series.of("training batch", Role.PREDICTED, iterations, norm)))));
    }

    static Dots endpointError() {
        var direction =
                IntStream.range(0, DIRECTIONS).mapToDouble(k -> 45.0 * k).toArray();
        var target = map(direction, d -> 3.1 + 0.8 * StrictMath.cos(Math.toRadians(2 * d)));
        var network = map(direction, d -> 4.6 + 1.4 * StrictMath.cos(Math.toRadians(2 * d - 30)));
        return new Dots(
                Caption.of(
                        "endpoint-error",
                        "End-point error",
                        "Mean distance from the target at the end, 95 % interval."),
                Axis.direction("Reach direction"),
                Axis.fromZero("End-point error", "mm"),
                List.of(
                        Series.of("tuned cortex", Role.TARGET, direction, target)
                                .between(map(target, v -> v - 0.5), map(target, v -> v + 0.6)),
                        Series.of("network", Role.PREDICTED, direction, network)
                                .between(map(network, v -> v - 0.9), map(network, v -> v + 1.1))));
    }

    static Panels tuning() {
        var noise = RandomStream.of(3, "demo");
        var direction =
                IntStream.range(0, DIRECTIONS).mapToDouble(k -> 45.0 * k).toArray();
        var fine = IntStream.rangeClosed(0, 72).mapToDouble(k -> 5.0 * k).toArray();
        var parts = IntStream.range(0, 8).mapToObj(u -> {
            double preferred = 360 * noise.nextDouble();
            double base = 12 + 10 * noise.nextDouble();
            double gain = 4 + 7 * noise.nextDouble();
            DoubleUnaryOperator fit = d -> base + gain * StrictMath.cos(Math.toRadians(d - preferred));
            var rate = map(direction, d -> fit.applyAsDouble(d) + noise.nextGaussian());
            return (Figure) new Lines(
                    Caption.of("unit-" + u, "Unit " + (17 * u + 3), "Tuning."),
                    Axis.direction("Direction"),
                    Axis.fromZero("Rate", "spikes/s"),
                    List.of(
                            Series.of("mean rate", Role.DATA, direction, rate)
                                    .between(map(rate, r -> r - 1.4), map(rate, r -> r + 1.4)),
                            Series.of("cosine fit", Role.FIT, fine, map(fine, fit))));
        });
        return new Panels(
                Caption.of("tuning-curves", "Tuning curves", "Eight units of the network; bars are standard errors."),
                4,
                true,
                parts.toList());
    }

    static Rose preferred() {
        var centre = IntStream.range(0, 16).mapToDouble(k -> 22.5 * k).toArray();
        return new Rose(
                Caption.of(
                        "preferred-directions",
                        "Preferred directions",
                        "Units with significant tuning (n = 300 and 128)."),
                Axis.fromZero("Share of units", "% of units"),
                List.of(
                        Series.of(
                                "tuned cortex",
                                Role.TARGET,
                                centre,
                                map(centre, d -> 6.2 + StrictMath.sin(Math.toRadians(3 * d)))),
                        Series.of(
                                "network",
                                Role.PREDICTED,
                                centre,
                                map(centre, d -> 6.2 + 3.5 * StrictMath.cos(Math.toRadians(2 * d - 60))))));
    }

    static Panels psths() {
        var parts = IntStream.range(0, 6).mapToObj(u -> {
            double peak = 20 + 7.0 * u;
            var preferred = map(MS, t -> 10 + peak * bell((t + 30 - 20 * u) / 600));
            var opposite = map(MS, t -> Math.max(1, 10 - 0.3 * peak * bell((t + 30) / 600)));
            return (Figure) new Lines(
                    Caption.of("psth-" + u, "Unit " + (5 * u + 2), "PSTH."),
                    TIME,
                    Axis.fromZero("Rate", "spikes/s"),
                    List.of(
                            banded("preferred direction", Role.PREDICTED, preferred, 0.08),
                            banded("opposite direction", Role.PERTURBED, opposite, 0.1)),
                    List.of(GO));
        });
        return new Panels(
                Caption.of(
                        "psths",
                        "Peristimulus time histograms",
                        "Mean rate, Gaussian window of 20 ms; bands are standard errors."),
                3,
                false,
                parts.toList());
    }

    private static Series banded(String name, Role role, double[] y, double share) {
        return Series.of(name, role, MS, y)
                .between(map(y, v -> v - share * (v + 0.02)), map(y, v -> v + share * (v + 0.02)));
    }

    /** Minimum-jerk position, Flash and Hogan (1985), doi:10.1523/JNEUROSCI.05-07-01688.1985. */
    private static double jerk(double u) {
        double t = Math.max(0, Math.min(1, u));
        return t * t * t * (10 + t * (-15 + 6 * t));
    }

    /** Minimum-jerk speed over its peak. */
    private static double bell(double u) {
        double t = Math.max(0, Math.min(1, u));
        return 16 * t * t * (1 - t) * (1 - t);
    }

    static double[] map(double[] values, DoubleUnaryOperator f) {
        return java.util.Arrays.stream(values).map(f).toArray();
    }
}
