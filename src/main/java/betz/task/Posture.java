// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import betz.data.Push;
import betz.data.Since;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The hand stays where it is while torques come upon the joints, at a time that nothing tells.
 *
 * <p>The conditions are directions in the plane of the joints' torques: load {@code i} of {@code n} is {@code torque (cos θ, sin θ)} at
 * shoulder and elbow, {@code θ = 2πi/n}, from pure shoulder flexion on. It lasts to the end of the trial.
 *
 * @param loads number of loads
 * @param torque how strong they are, N·m
 * @param hold from time 0 to the load, drawn evenly, s
 * @param load from when it comes to the end, drawn evenly, s
 * @see <a href="https://doi.org/10.7554/eLife.67256">Kalidindi et al. (2021)</a>, networks that counter such loads
 */
@About(
        value = "The hand stays where it is while torques come upon the joints, at a time that nothing tells.",
        source = "doi:10.1016/j.neuron.2012.10.031")
public record Posture(
        @About(
                "Number of loads, spaced evenly in the plane of the torques at shoulder and elbow, from pure shoulder flexion.")
        int loads,

        @Unit("N*m")
        @About(
                "How strong each load is: the root of the squared torques at both joints; N along the axes of a point mass.")
        double torque,

        @Unit("s") @About("How long the hand holds still before the load comes; drawn evenly for each trial.")
        Range hold,

        @Unit("s") @About("From when the load comes to the end of the trial; drawn evenly for each trial.")
        Range load)
        implements Task, Sampler {
    /** Eight loads of 1 N·m for a second. */
    public static final Posture DEFAULT = new Posture(8, 1, new Range(0.5, 1.5), Range.of(1));

    /** More than the joints of a strong arm hold, N·m. */
    private static final double STRONGEST = 100;

    public Posture {
        Require.count("loads", loads, 1, TargetCircle.MOST);
        Require.positive("torque", torque, "N*m");
        Require.within("torque", torque, 0, STRONGEST, "N*m");
        Require.positive("load", load.low(), "s");
        Periods.check("load", load);
        var unused = new Periods(hold, null, load, 0);
    }

    private Periods periods() {
        return new Periods(hold, null, load, 0);
    }

    @Override
    public int kinds() {
        return loads;
    }

    @Override
    public double longest() {
        return periods().longest();
    }

    @Override
    public int steps(double dt) {
        return periods().steps(dt);
    }

    /** Every body can be where it is. */
    @Override
    public List<BadSetting> misfits(Workspace body) {
        return List.of();
    }

    @Override
    public Trial trial(int kind, double dt, Workspace body, RandomGenerator random) {
        Require.count("load", kind, 0, loads - 1);
        Condition condition = TargetCircle.direction(kind, loads, "");
        Periods.Times times = periods().draw(dt, random);
        var same =
                new Push.JointTorque(torques(kind), Since.GO, 0, load.high()); // in all trials of a kind; outlasts each
        return Trial.staying(condition, body.home(), same, times.goCue(), times.end());
    }

    /** Returns the torques of a load at shoulder and elbow, N·m; loads are counted from 0. */
    public List<Double> torques(int kind) {
        double direction = TargetCircle.direction(kind, loads, "").direction();
        return List.of(torque * StrictMath.cos(direction), torque * StrictMath.sin(direction));
    }
}
