// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Steps;

/** The event of a trial that times are counted from. */
public enum Since {
    /** Time 0. */
    @About("The start of the trial.")
    START,
    /** When the target appears. */
    @About("The moment at which the target appears.")
    TARGET,
    /** When the movement may begin. */
    @About("The go cue; where the hand holds still, when its load comes.")
    GO;

    /** As long as a trial can be thought to take, s. */
    static final double LONGEST = 600;

    /** Throws unless a time may be counted from an event: it may lie before it, s. */
    static void check(String name, double time) {
        Require.within(name, time, -LONGEST, LONGEST, "s");
    }

    /** Throws unless a time may be how long something lasts, s. */
    static void checkLength(String name, double time) {
        Require.positive(name, time, "s");
        Require.within(name, time, 0, LONGEST, "s");
    }

    /** Returns the step nearest to a time after this event of a trial; both times s. */
    int step(Trial trial, double time, double dt) {
        return event(trial) + Steps.nearest(time, dt);
    }

    /** Returns the first step after what lasts for a time from there on, at least a step; all times s. */
    int end(Trial trial, double time, double length, double dt) {
        return step(trial, time, dt) + Math.max(1, Steps.nearest(length, dt));
    }

    private int event(Trial trial) {
        return switch (this) {
            case START -> 0;
            case TARGET -> trial.targetOn();
            case GO -> trial.goCue();
        };
    }
}
