// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.data.Handle;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The force of hands on the handles that they hold: its course, and how far it is from the targets in the end. */
public final class HandleForce {
    private final Recording recording;
    private final Signal force;

    private HandleForce(Recording recording) {
        this.recording = recording;
        force = of(recording);
    }

    /**
     * Returns the force of the hand on the handle, of the spring and of the damper, N.
     *
     * @param recording has {@code hand.position} and {@code hand.velocity}; in all of its trials the hand holds a handle
     * @return {@code handle.force}, x and y
     */
    public static Signal of(Recording recording) {
        Signal place = recording.signal("hand.position");
        Signal speed = recording.signal("hand.velocity");
        Signal force = Signal.zeros("handle.force", "N", place.trials(), place.steps(), place.channels());
        for (int i = 0; i < place.trials(); i++) {
            Trial trial = recording.trials().get(i);
            Handle handle = handle(trial);
            for (int step = 0; step < place.steps(); step++) {
                double x = place.get(i, step, 0) - trial.start().x();
                double y = place.get(i, step, 1) - trial.start().y();
                force.set(i, step, 0, handle.force(x, speed.get(i, step, 0)));
                force.set(i, step, 1, handle.force(y, speed.get(i, step, 1)));
            }
        }
        return force;
    }

    private static Handle handle(Trial trial) {
        return Objects.requireNonNull(trial.handle(), "a trial without a handle");
    }

    /** Returns the force that a trial asks for: that of the spring when the cursor is where it should end, N. */
    public static Point asked(Trial trial, double dt) {
        Point goal = trial.goal(trial.end() - 1, dt);
        double perMetre = handle(trial).newtonsPerMetre();
        return new Point(
                perMetre * (goal.x() - trial.start().x()),
                perMetre * (goal.y() - trial.start().y()));
    }

    /**
     * Measures two hands in the same trials, in all of which they hold a handle.
     *
     * @param target as in {@link #of}
     * @param predicted the same
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     * @return of both {@code force_error}, N, and {@code force_error_share} of the force that is asked for, medians over trials;
     *     {@code worst_force_error_share}, that of the worst condition, a mean; {@code hand_shift}, m, how far the hand itself went, a
     *     median
     */
    public static Finding compare(Recording target, Recording predicted, Bootstrap bootstrap, long seed) {
        List<Measure> measures = new ArrayList<>();
        new HandleForce(predicted).add("predicted", bootstrap, seed, measures);
        new HandleForce(target).add("target", bootstrap, seed, measures);
        return new Finding("force", measures, conventions(target.trials().get(0), bootstrap));
    }

    private void add(String whose, Bootstrap bootstrap, long seed, List<Measure> measures) {
        double[] error = each(this::endError);
        double[] share = each(i -> endError(i) / force(recording.trials().get(i)));
        measures.add(bootstrap.measure(whose + "_force_error", "N", error, Samples::median, seed));
        measures.add(bootstrap.measure(whose + "_force_error_share", "1", share, Samples::median, seed));
        measures.add(Measure.of(whose + "_worst_force_error_share", "1", worst(share)));
        measures.add(bootstrap.measure(whose + "_hand_shift", "m", each(this::shift), Samples::median, seed));
    }

    private double[] each(IntToDoubleFunction figure) {
        return IntStream.range(0, force.trials()).mapToDouble(figure).toArray();
    }

    /** Returns the mean distance of the force from that asked for over the end of a trial, N. */
    private double endError(int i) {
        Trial trial = recording.trials().get(i);
        double dt = recording.trials().dt();
        Point asked = asked(trial, dt);
        int first = Math.max(0, trial.end() - (int) Math.round(ReachKinematics.END_WINDOW / dt));
        return IntStream.range(first, trial.end())
                .mapToDouble(step -> asked.distance(new Point(force.get(i, step, 0), force.get(i, step, 1))))
                .average()
                .orElse(Double.NaN);
    }

    /** Returns the size of the force that is asked for, N; NaN where none is. */
    private double force(Trial trial) {
        double size = asked(trial, recording.trials().dt()).distance(new Point(0, 0));
        return size > 0 ? size : Double.NaN;
    }

    private double worst(double[] share) {
        return recording.trials().conditions().stream()
                .mapToDouble(condition -> Samples.mean(IntStream.range(0, share.length)
                        .filter(i -> recording.trials().get(i).condition().equals(condition))
                        .mapToDouble(i -> share[i])
                        .toArray()))
                .max()
                .orElse(Double.NaN);
    }

    /** Returns how far the hand itself was from the start at most, m. */
    private double shift(int i) {
        Trial trial = recording.trials().get(i);
        var cursor = new HandPlace(recording, i);
        return IntStream.range(0, trial.end())
                        .mapToDouble(step -> cursor.at(step).distance(trial.start()))
                        .max()
                        .orElse(Double.NaN)
                / handle(trial).gain();
    }

    private static List<String> conventions(Trial trial, Bootstrap bootstrap) {
        Handle handle = handle(trial);
        return List.of(
                "Where the hand holds a handle, all places, speeds and lengths of the hand are those of the cursor on the"
                        + " screen, which 1 N of the handle's spring moves by "
                        + OnsetRule.plain(100 / handle.newtonsPerMetre()) + " cm; the hand itself moves "
                        + OnsetRule.plain(handle.gain()) + " times less.",
                "Force: of the hand on spring and damper of the handle. Force error: its distance from the force of the"
                        + " target, mean over the last 50 ms of the trial; median over trials, in the worst direction the mean.",
                bootstrap.text());
    }
}
