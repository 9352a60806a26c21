// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
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
import betz.common.Require;
import betz.common.Unit;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How hands adapt to a perturbation from trial to trial: deviations before, with and after it, and forces on channels.
 *
 * @param cutoff of the zero-phase low-pass of the hand's position, Hz
 * @param fraction of the peak speed at onset and offset
 * @param dip fraction of the peak speed below which a local minimum ends the movement
 * @param first number of trials in the means of the first ones
 * @param last number of trials in the means of the last ones
 * @param resamples of the bootstrap
 * @param level share of the resamples inside an interval
 */
@About(
        value = "How hands adapt to a perturbation from trial to trial, and what remains after it.",
        source = "Shadmehr & Mussa-Ivaldi (1994), doi:10.1523/JNEUROSCI.14-05-03208.1994; Scheidt et al. (2000),"
                + " doi:10.1152/jn.2000.84.2.853")
public record Adaptation(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position, for directions.")
        double cutoff,

        @About("Share of the peak speed at which the movement begins and ends.")
        double fraction,

        @About("Share of the peak speed below which a local minimum ends the movement.")
        double dip,

        @About("Number of trials in the means of the first ones.")
        int first,

        @About("Number of trials in the means of the last ones.")
        int last,

        @About("How often trials are drawn anew for the intervals.")
        int resamples,

        @About("Share of the draws inside an interval.") double level)
        implements Analysis {
    /** The first trial alone, whose perturbation is new, and the last ten. */
    public static final Adaptation DEFAULT = new Adaptation(8, 0.10, 0.35, 1, 10, 1000, 0.95);

    public Adaptation {
        rule(cutoff, fraction, dip);
        Require.count("first", first, 1, Integer.MAX_VALUE);
        Require.count("last", last, 1, Integer.MAX_VALUE);
        new Bootstrap(resamples, level); // which checks them
    }

    private static OnsetRule rule(double cutoff, double fraction, double dip) {
        return new OnsetRule(cutoff, OnsetRule.DEFAULT.order(), fraction, dip, OnsetRule.DEFAULT.slowest());
    }

    @Override
    public Finding of(Subject subject) {
        Recording recording = Hands.reaching(subject);
        var phases = new Phases(recording.trials().trials());
        int trials = recording.trials().size();
        double[] deviation = IntStream.range(0, trials)
                .mapToDouble(trial -> Deviations.greatest(recording, trial))
                .toArray();
        double[] direction = IntStream.range(0, trials)
                .mapToDouble(trial -> ReachKinematics.of(recording, trial, rule(cutoff, fraction, dip))
                        .directionError())
                .toArray();
        double[] index = Deviations.channelIndices(recording);
        List<Measure> measures = new ArrayList<>();
        courses(measures, "deviation", "m", deviation, phases, subject.seed());
        courses(measures, "direction", "rad", direction, phases, subject.seed());
        int[] channels = IntStream.range(0, trials)
                .filter(trial -> trial > phases.begin() && Double.isFinite(index[trial]))
                .toArray();
        add(measures, "first_channel_index", "1", index, head(channels, first), subject.seed());
        add(measures, "last_channel_index", "1", index, tail(channels, last), subject.seed());
        var values = new ArrayList<Values>(List.of(
                Values.list("trial_deviation", "m", deviation),
                Values.list("trial_direction", "rad", direction),
                Values.list("trial_perturbed", "1", phases.flags())));
        List<Plot> plots = new ArrayList<>(List.of(
                plot("deviation", "Deviation", "cm", 100, deviation, phases),
                plot("direction", "Direction", "deg", StrictMath.toDegrees(1), direction, phases)));
        if (channels.length > 0) {
            values.add(Values.list("trial_channel_index", "1", index));
            plots.add(plot("channel-index", "Channel index", "", 1, index, phases));
        }
        return new Finding("adaptation", measures, values, plots, conventions());
    }

    /** Tells one course: before the perturbation, first and last with it, without it in between, and after it. */
    private void courses(List<Measure> measures, String name, String unit, double[] course, Phases phases, long seed) {
        int[] with = phases.perturbed();
        add(measures, "baseline_" + name, unit, course, phases.before(), seed);
        add(measures, "first_" + name, unit, course, head(with, first), seed);
        add(measures, "last_" + name, unit, course, tail(with, last), seed);
        double begin = Math.abs(Samples.mean(pick(course, head(with, first))));
        double end = Math.abs(Samples.mean(pick(course, tail(with, last))));
        measures.add(Measure.of(name + "_reduction", "1", begin > 0 ? 1 - end / begin : Double.NaN));
        add(measures, "catch_" + name, unit, course, phases.between(), seed);
        add(measures, "aftereffect_" + name, unit, course, head(phases.after(), first), seed);
        add(measures, "washout_" + name, unit, course, tail(phases.after(), last), seed);
    }

    /** Adds a mean, unless there is no such trial. */
    private void add(List<Measure> measures, String name, String unit, double[] course, int[] chosen, long seed) {
        if (chosen.length > 0) {
            var bootstrap = new Bootstrap(resamples, level);
            measures.add(bootstrap.measure(name, unit, pick(course, chosen), Samples::mean, seed));
        }
    }

    private static double[] pick(double[] values, int... chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }

    private static int[] head(int[] trials, int count) {
        return Arrays.copyOf(trials, Math.min(count, trials.length));
    }

    private static int[] tail(int[] trials, int count) {
        return Arrays.copyOfRange(trials, Math.max(0, trials.length - count), trials.length);
    }

    private static Plot plot(String id, String label, String unit, double scale, double[] course, Phases phases) {
        double[] flags = phases.flags();
        return new Plot(
                "adaptation-" + id,
                label + " from trial to trial",
                label + " of every trial, with and without the perturbation.",
                Form.DOTS,
                new Axis("Trial", ""),
                new Axis(label, unit),
                List.of(
                        curve("Perturbed", Kind.DATA, scale, course, flags, 1),
                        curve("Not perturbed", Kind.OTHER, scale, course, flags, 0)));
    }

    private static Curve curve(String name, Kind kind, double scale, double[] course, double[] flags, double wanted) {
        int[] own = IntStream.range(0, course.length)
                .filter(i -> flags[i] == wanted && Double.isFinite(course[i]))
                .toArray();
        return Curve.of(
                name,
                kind,
                Arrays.stream(own).mapToDouble(i -> i + 1).toArray(),
                Arrays.stream(own).mapToDouble(i -> scale * course[i]).toArray());
    }

    private List<String> conventions() {
        return List.of(
                "Deviation: signed, to the left of the straight way from start to target, where the hand is farthest"
                        + " from it after the go cue and before it has gone as far as the target is; position as"
                        + " recorded.",
                "Direction: from the onset to the hand at peak speed, from the target's, counter-clockwise. "
                        + rule(cutoff, fraction, dip).text(),
                "Channel index: slope of the regression, through the origin, of the force on a channel's walls over"
                        + " the force that would make up for the field, from the go cue to the end of each trial.",
                "First: mean over " + first + ", last and washout: over " + last
                        + " trials. Baseline: all unperturbed trials before the first perturbed one; catch: those"
                        + " between perturbed ones; aftereffect: the first ones after the last. Channels and clamps"
                        + " without rotation count in none. Reduction: 1 - |last| / |first|.",
                new Bootstrap(resamples, level).text());
    }
}
