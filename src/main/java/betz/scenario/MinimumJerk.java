// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Recording;
import betz.data.Reference;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.List;

/**
 * Straight reaches with the smoothest speed.
 *
 * @param reaction from the go cue to the start of the movement, s
 * @param duration of the movement, s
 */
@About(value = "Straight reaches of minimum jerk.", source = "doi:10.1523/JNEUROSCI.05-07-01688.1985")
public record MinimumJerk(
        @Unit("s") @About("From the go cue to the start of the movement.")
        double reaction,

        @Unit("s") @About("From the start to the end of the movement.")
        double duration)
        implements Reference {
    /** The timing of the default tuned cortex: reaction time .22 s, movement time .52 s. */
    public static final MinimumJerk DEFAULT = new MinimumJerk(0.22, 0.52);

    public MinimumJerk {
        Require.notNegative("reaction", reaction, "s");
        Require.positive("duration", duration, "s");
    }

    /** Returns hand.position and hand.velocity of such reaches. */
    public Recording recording(TrialBatch trials) {
        List<String> plane = List.of("x", "y");
        Signal position = Signal.zeros("hand.position", "m", trials.size(), trials.steps(), plane);
        Signal velocity = Signal.zeros("hand.velocity", "m/s", trials.size(), trials.steps(), plane);
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            double dx = trial.target().x() - trial.start().x();
            double dy = trial.target().y() - trial.start().y();
            for (int step = 0; step < trials.steps(); step++) {
                double s = trial.goes() ? share((step - trial.goCue()) * trials.dt()) : 0;
                double way = s * s * s * (10 - 15 * s + 6 * s * s);
                double speed = 30 * s * s * (1 - s) * (1 - s) / duration;
                position.set(i, step, 0, trial.start().x() + way * dx);
                position.set(i, step, 1, trial.start().y() + way * dy);
                velocity.set(i, step, 0, speed * dx);
                velocity.set(i, step, 1, speed * dy);
            }
        }
        return new Recording(trials, List.of(position, velocity));
    }

    private double share(double sinceGo) {
        return Math.max(0, Math.min(1, (sinceGo - reaction) / duration));
    }
}
