// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.analysis.population.Activity;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far apart the mean hand paths of two recordings are where time may be stretched.
 *
 * @param from beginning of what is compared, s after the go cue
 * @param to its end, s after the go cue
 * @param window samples that those met together lie less than apart in time; 0: no limit
 * @param penalty for a step in time of one path alone, m
 * @param relative whether paths are taken from where they begin
 */
@About(
        value = "How far apart the mean hand paths of two recordings are where time may be stretched.",
        source = "Sakoe & Chiba (1978), doi:10.1109/TASSP.1978.1163055",
        equation = "distance = min over walks of sqrt(sum |a_i - b_j|^2)")
public record Warping(
        @Unit("s") @About("Beginning of what is compared, after the go cue.")
        double from,

        @Unit("s") @About("Its end, after the go cue.") double to,

        @About("Samples that those met together lie less than apart in time; 0 sets no limit.")
        int window,

        @Unit("m") @About("For a step in time of one path alone.")
        double penalty,

        @About("Whether paths are taken from where they are at the beginning.")
        boolean relative)
        implements Analysis {
    /** A reach and its reaction time, without a limit or a penalty. */
    public static final Warping DEFAULT = new Warping(0, 0.8, 0, 0, true);

    private static final int LEAST_SAMPLES = 3;
    private static final double CENTI = 100;

    public Warping {
        Require.finite("from", from, "s");
        Require.that(from < to && Double.isFinite(to), "to", to + " s", "a time after " + from + " s");
        Require.count("window", window, 0, Integer.MAX_VALUE);
        Require.notNegative("penalty", penalty, "m");
    }

    /** One condition in both recordings: mean paths, [sample][axis], m. */
    private static final class Pair {
        final Condition condition;
        final double[][] one;
        final double[][] other;
        final TimeWarping warped;

        Pair(Condition condition, double[][] one, double[][] other, TimeWarping warped) {
            this.condition = condition;
            this.one = one;
            this.other = other;
            this.warped = warped;
        }

        /** Returns the root of the mean squared distance at equal times. */
        double untimed() {
            return Math.sqrt(Matrices.squares(Matrices.sum(one, -1, other)) / one.length);
        }

        /** Returns how much later, on the median, the second path is where it meets the first, samples. */
        double later() {
            return Samples.median(Arrays.stream(warped.path())
                    .mapToDouble(met -> met[1] - met[0])
                    .toArray());
        }
    }

    @Override
    public Finding of(Subject subject) {
        var one = activity(Activity.of(Hands.of(subject), "hand.position"));
        var other = activity(Activity.of(Hands.checked(subject.other()).going(), "hand.position"));
        Require.that(
                Math.abs(one.dt() - other.dt()) < 1e-9,
                "step of the second recording",
                other.dt() + " s",
                one.dt() + " s as in the first");
        List<Pair> pairs = pairs(one, other);
        Require.that(
                !pairs.isEmpty(), "conditions", "of no common name in the two recordings", "some of the same name");
        double[] distance = pairs.stream().mapToDouble(p -> p.warped.distance()).toArray();
        double[] apart =
                pairs.stream().mapToDouble(p -> p.warped.rootMeanSquare()).toArray();
        double[] later = pairs.stream().mapToDouble(p -> one.dt() * p.later()).toArray();
        double[] untimed = pairs.stream().mapToDouble(Pair::untimed).toArray();
        var measures = List.of(
                Measure.of("warped_distance", "m", Samples.mean(distance)),
                Measure.of("warped_rms", "m", Samples.mean(apart)),
                Measure.of("unwarped_rms", "m", Samples.mean(untimed)),
                Measure.of("median_delay", "s", Samples.mean(later)),
                Measure.of("conditions", "1", pairs.size()));
        var values = List.of(
                Values.list("condition_warped_distance", "m", distance),
                Values.list("condition_warped_rms", "m", apart),
                Values.list("condition_unwarped_rms", "m", untimed),
                Values.list("condition_delay", "s", later));
        return new Finding("warping", measures, values, List.of(plot(pairs)), conventions());
    }

    private Activity activity(Activity all) {
        return all.window(from, to).need(LEAST_SAMPLES, 2);
    }

    private List<Pair> pairs(Activity one, Activity other) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < one.conditions().size(); i++) {
            for (int j = 0; j < other.conditions().size(); j++) {
                if (one.conditions()
                        .get(i)
                        .label()
                        .equals(other.conditions().get(j).label())) {
                    double[][] a = path(one.condition(i));
                    double[][] b = path(other.condition(j));
                    pairs.add(new Pair(one.conditions().get(i), a, b, TimeWarping.of(a, b, window, penalty)));
                }
            }
        }
        return pairs;
    }

    private double[][] path(double[][] mean) {
        double[][] path = Matrices.columns(mean, 2);
        return relative ? Matrices.centred(path, path[0]) : path;
    }

    private static Plot plot(List<Pair> pairs) {
        List<Curve> curves = new ArrayList<>();
        for (Pair pair : pairs) {
            curves.add(curve("Data", Kind.DATA, pair.one));
            curves.add(curve("Compared with", Kind.OTHER, pair.other));
        }
        return new Plot(
                "warping-paths",
                "Mean paths of the hands",
                "Mean path of every condition (" + pairs.get(0).condition.label() + " first), in both recordings.",
                Form.PATHS,
                new Axis("x", "cm"),
                new Axis("y", "cm"),
                curves);
    }

    private static Curve curve(String name, Kind kind, double[][] path) {
        return Curve.of(
                name,
                kind,
                Arrays.stream(path).mapToDouble(place -> CENTI * place[0]).toArray(),
                Arrays.stream(path).mapToDouble(place -> CENTI * place[1]).toArray());
    }

    private List<String> conventions() {
        return List.of(
                "Paths: means over the trials of each condition, " + OnsetRule.plain(1000 * from) + " to "
                        + OnsetRule.plain(1000 * to) + " ms after the go cue, not filtered"
                        + (relative ? ", from where they are at the beginning." : ", as they lie."),
                "Distance: root of the least sum of squared distances over walks through both paths, window "
                        + (window == 0 ? "without limit" : window + " samples") + ", penalty "
                        + OnsetRule.plain(CENTI * penalty)
                        + " cm; it grows with the number of samples. Rms: root of the mean squared distance of the"
                        + " samples met together, and of those at equal times. Delay: of the second recording, median"
                        + " over the samples met together. All are means over conditions.");
    }
}
