// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.ReachKinematics;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Cursor;
import betz.data.Recording;
import betz.data.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A slow and a fast process of adaptation to a turned cursor, fitted to the directions of hands from trial to trial.
 *
 * @param cutoff of the zero-phase low-pass of the hand's position, Hz
 * @param fraction of the peak speed at onset and offset
 * @param dip fraction of the peak speed below which a local minimum ends the movement
 * @param centred whether the mean direction before the first rotation is taken off
 * @param blocks number of trials in each block; empty: rotations are those of the recorded trials
 * @param rotations of the cursor in each block, counter-clockwise, rad; NaN: an error clamp
 * @param resamples of the bootstrap
 * @param level share of the resamples inside an interval
 */
@About(
        value = "A slow and a fast process of adaptation to a turned cursor, fitted to the directions of hands.",
        source = "Smith, Ghazizadeh & Shadmehr (2006), doi:10.1371/journal.pbio.0040179",
        equation = "e = p - (s + f); s = Rs s + Ls e; f = Rf f + Lf e")
public record TwoRateFit(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position.")
        double cutoff,

        @About("Share of the peak speed at which the movement begins and ends.")
        double fraction,

        @About("Share of the peak speed below which a local minimum ends the movement.")
        double dip,

        @About("Whether the mean direction before the first rotation is taken off.")
        boolean centred,

        @About("Number of trials in each block; empty takes the rotations of the recorded trials.")
        List<Integer> blocks,

        @Unit("rad") @About("Rotation of the cursor in each block, counter-clockwise; NaN is an error clamp.")
        List<Double> rotations,

        @About("How often residuals are drawn anew for the intervals.")
        int resamples,

        @About("Share of the draws inside an interval.") double level)
        implements Analysis {
    /** Rotations as recorded, less the baseline. */
    public static final TwoRateFit DEFAULT = new TwoRateFit(8, 0.10, 0.35, true, List.of(), List.of(), 200, 0.95);

    public TwoRateFit {
        blocks = List.copyOf(blocks);
        rotations = List.copyOf(rotations);
        rule(cutoff, fraction, dip);
        Require.length("rotations", rotations.size(), blocks.size());
        for (int trials : blocks) {
            Require.count("blocks", trials, 1, Integer.MAX_VALUE);
        }
        new Bootstrap(resamples, level); // which checks them
    }

    private static OnsetRule rule(double cutoff, double fraction, double dip) {
        return new OnsetRule(cutoff, OnsetRule.DEFAULT.order(), fraction, dip, OnsetRule.DEFAULT.slowest());
    }

    @Override
    public Finding of(Subject subject) {
        Recording recording = Hands.reaching(subject);
        double[] wanted = Arrays.stream(turns(recording)).map(turn -> 0 - turn).toArray();
        double[] done = done(recording, wanted);
        TwoRateModel best = new TwoRateSearch(wanted, done).best();
        double square = best.meanSquare(wanted, done);
        List<TwoRateModel> drawn = drawn(best, wanted, done, subject.seed());
        double mean = Samples.mean(done);
        double spread = Samples.mean(
                Arrays.stream(done).map(v -> (v - mean) * (v - mean)).toArray());
        var measures = List.of(
                measure("slow_learning", best, drawn, TwoRateModel::slowLearning),
                measure("fast_learning", best, drawn, TwoRateModel::fastLearning),
                measure("slow_retention", best, drawn, TwoRateModel::slowRetention),
                measure("fast_retention", best, drawn, TwoRateModel::fastRetention),
                Measure.of("mean_square", "rad^2", square),
                Measure.of("r2", "1", 1 - square / spread),
                Measure.of("trials", "1", done.length));
        TwoRateModel.Course course = best.run(wanted);
        var values = List.of(
                Values.list("wanted", "rad", wanted),
                Values.list("hand", "rad", done),
                Values.list("slow", "rad", course.slow()),
                Values.list("fast", "rad", course.fast()),
                Values.list("total", "rad", course.total()));
        return new Finding("two_rate_fit", measures, values, List.of(plot(done, course)), conventions());
    }

    /** Returns the rotation of the cursor in each trial, rad, NaN in a clamp. */
    private double[] turns(Recording recording) {
        List<Trial> trials = recording.trials().trials();
        if (blocks.isEmpty()) {
            return trials.stream().mapToDouble(TwoRateFit::turn).toArray();
        }
        double[] turns = IntStream.range(0, blocks.size())
                .boxed()
                .flatMapToDouble(block -> IntStream.range(0, blocks.get(block)).mapToDouble(i -> rotations.get(block)))
                .toArray();
        Require.that(
                turns.length == trials.size(),
                "blocks",
                turns.length + " trials together",
                trials.size() + " as recorded");
        return turns;
    }

    private static double turn(Trial trial) {
        boolean cursor = trial.perturbation() instanceof Cursor;
        Require.that(
                cursor || trial.perturbation().isNone(),
                "perturbation",
                trial.perturbation().getClass().getSimpleName(),
                "a turned cursor, an error clamp or none");
        if (!(trial.perturbation() instanceof Cursor seen)) {
            return 0;
        }
        return seen.clamped() ? Double.NaN : seen.rotation();
    }

    /** Returns the directions of the hand at peak speed from those of the targets, rad, NaN where it does not move. */
    private double[] done(Recording recording, double[] wanted) {
        double[] done = IntStream.range(0, wanted.length)
                .mapToDouble(trial -> ReachKinematics.of(recording, trial, rule(cutoff, fraction, dip))
                        .directionError())
                .toArray();
        int before = (int) Arrays.stream(wanted).takeWhile(turn -> turn == 0).count();
        double usual = centred && before > 0 ? Samples.mean(Arrays.copyOf(done, before)) : 0;
        double off = Double.isNaN(usual) ? 0 : usual;
        return Arrays.stream(done).map(direction -> direction - off).toArray();
    }

    /** Returns the fits to the model's course plus its residuals in another order, with replacement. */
    private List<TwoRateModel> drawn(TwoRateModel best, double[] wanted, double[] done, long seed) {
        double[] total = best.run(wanted).total();
        double[] left = IntStream.range(0, done.length)
                .mapToDouble(i -> done[i] - total[i])
                .filter(Double::isFinite)
                .toArray();
        var random = RandomStream.of(seed, "residuals of the two-rate fit");
        List<TwoRateModel> models = new ArrayList<>();
        for (int draw = 0; draw < resamples; draw++) {
            double[] other = Arrays.stream(total)
                    .map(v -> v + left[random.nextInt(left.length)])
                    .toArray();
            models.add(new TwoRateSearch(wanted, other).from(best));
        }
        return models;
    }

    private Measure measure(
            String name, TwoRateModel best, List<TwoRateModel> drawn, ToDoubleFunction<TwoRateModel> figure) {
        double[] all = drawn.stream().mapToDouble(figure).toArray();
        double low = Samples.quantile(all, (1 - level) / 2);
        double high = Samples.quantile(all, (1 + level) / 2);
        return new Measure(name, "1", new Interval(figure.applyAsDouble(best), low, high));
    }

    private static Plot plot(double[] done, TwoRateModel.Course course) {
        double[] trial = IntStream.rangeClosed(1, done.length).asDoubleStream().toArray();
        return new Plot(
                "two-rate-fit-course",
                "Slow and fast adaptation",
                "Direction of the hand in each trial from that of its target, counter-clockwise, and what the slow and"
                        + " the fast process make of it.",
                Form.LINES,
                new Axis("Trial", ""),
                new Axis("Direction", "deg"),
                List.of(
                        Curve.of("Hand", trial, degrees(done)),
                        Curve.of("Both", Kind.FIT, trial, degrees(course.total())),
                        Curve.of("Slow", Kind.FIT, trial, degrees(course.slow())),
                        Curve.of("Fast", Kind.FIT, trial, degrees(course.fast()))));
    }

    private static double[] degrees(double... radians) {
        return Arrays.stream(radians).map(StrictMath::toDegrees).toArray();
    }

    private List<String> conventions() {
        return List.of(
                rule(cutoff, fraction, dip).text(),
                "Direction: from the onset to the hand at peak speed, from the target's, counter-clockwise"
                        + (centred ? ", less its mean before the first rotation" : "")
                        + ". What makes up for a rotation is minus it; in a clamp nothing is learnt. Trials of all"
                        + " directions share what is learnt, in the order of the recording.",
                "Fit: least squares with slow learning < fast learning and slow retention > fast retention, all of 0"
                        + " to 1, from zero; the best of a grid of 6 values each, then simplexes from its best 6.",
                "Intervals: percentile bootstrap over the residuals of the fit, " + resamples + " resamples, level "
                        + level + ", seeded.");
    }
}
