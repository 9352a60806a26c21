// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Reference;
import betz.data.Signal;
import betz.data.TargetJump;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.List;

/**
 * Straight reaches with the smoothest speed; where a target moves, the hand follows it exactly, later by the reaction time.
 *
 * @param reaction from the go cue to the start of the movement, s
 * @param duration of a reach, s; what follows a target takes the target's own time
 */
@About(
        value = "Straight reaches of minimum jerk; moving targets are followed exactly, later by the reaction time.",
        source = "doi:10.1523/JNEUROSCI.05-07-01688.1985")
public record MinimumJerk(
        @Unit("s") @About("From the go cue to the start of the movement.")
        double reaction,

        @Unit("s")
        @About("From the start to the end of a reach; what follows a moving target takes its time from the task.")
        double duration)
        implements Reference {
    /** The timing of the default tuned cortex: reaction time .22 s, movement time .52 s. */
    public static final MinimumJerk DEFAULT = new MinimumJerk(0.22, 0.52);

    public MinimumJerk {
        Require.notNegative("reaction", reaction, "s");
        Require.positive("duration", duration, "s");
    }

    /** Returns hand.position and hand.velocity of such reaches; where a target jumps, one more follows it. */
    public Recording recording(TrialBatch trials) {
        List<String> plane = List.of("x", "y");
        Signal position = Signal.zeros("hand.position", "m", trials.size(), trials.steps(), plane);
        Signal velocity = Signal.zeros("hand.velocity", "m/s", trials.size(), trials.steps(), plane);
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            for (int step = 0; step < trials.steps(); step++) {
                double sinceOnset = trial.goes() ? (step - trial.goCue()) * trials.dt() - reaction : 0;
                set(position, i, step, place(trial, sinceOnset));
                set(velocity, i, step, speed(trial, sinceOnset));
            }
            if (trial.perturbation() instanceof TargetJump jump) {
                follow(jump, trials, i, position, velocity);
            }
        }
        return new Recording(trials, List.of(position, velocity));
    }

    /**
     * Adds a second reach, from the first target to where it has jumped.
     *
     * @see <a href="https://doi.org/10.1162/jocn.1991.3.3.220">Flash &amp; Henis (1991)</a>, superposition
     */
    private void follow(TargetJump jump, TrialBatch trials, int i, Signal position, Signal velocity) {
        Trial trial = trials.get(i);
        int from = Math.max(trial.goCue(), jump.from(trial, trials.dt()));
        Point to = jump.target(trial, from, trials.dt());
        Point first = trial.nominalTarget(from, trials.dt());
        double[] offset = {to.x() - first.x(), to.y() - first.y()};
        for (int step = from; step < trials.steps(); step++) {
            double s = share((step - from) * trials.dt() - reaction);
            for (int axis = 0; axis < offset.length; axis++) {
                position.set(i, step, axis, position.get(i, step, axis) + way(s) * offset[axis]);
                velocity.set(i, step, axis, velocity.get(i, step, axis) + speed(s) * offset[axis]);
            }
        }
    }

    private static double way(double s) {
        return s * s * s * (10 - 15 * s + 6 * s * s);
    }

    private double speed(double s) {
        return 30 * s * s * (1 - s) * (1 - s) / duration;
    }

    private static void set(Signal signal, int trial, int step, Point value) {
        signal.set(trial, step, 0, value.x());
        signal.set(trial, step, 1, value.y());
    }

    private Point place(Trial trial, double sinceOnset) {
        if (trial.trajectory() != null) {
            return trial.trajectory().at(sinceOnset);
        }
        double way = way(share(sinceOnset));
        Point whole = whole(trial);
        return trial.start().plus(way * whole.x(), way * whole.y());
    }

    private Point speed(Trial trial, double sinceOnset) {
        if (trial.trajectory() != null) {
            return trial.trajectory().velocity(sinceOnset);
        }
        double speed = speed(share(sinceOnset));
        Point whole = whole(trial);
        return new Point(speed * whole.x(), speed * whole.y());
    }

    private static Point whole(Trial trial) {
        return trial.target().plus(-trial.start().x(), -trial.start().y());
    }

    private double share(double sinceOnset) {
        return Math.max(0, Math.min(1, sinceOnset / duration));
    }
}
