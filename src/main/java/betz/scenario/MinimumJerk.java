// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Reference;

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
}
