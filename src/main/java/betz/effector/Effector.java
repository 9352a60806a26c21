// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Range;
import betz.common.Require;
import betz.data.Point;
import betz.data.Workspace;
import java.util.List;
import java.util.Optional;

/** A body that muscles move in the plane: an immutable description whose kernel does the work. */
public sealed interface Effector extends Workspace permits PointMass, Arm {
    /** Above this many fastest time constants the Euler step of an activation is unstable. */
    double UNSTABLE = 2.0;

    /** Above this many fastest time constants the Euler step of an activation overshoots by half. */
    double DOUBTFUL = 1.5;

    /** A step may be cut into so many parts: the shortest step is then 100 ns. */
    int MOST_MINI_STEPS = 1000;

    /** Returns the names of the muscles, in the order of commands. */
    List<String> muscleNames();

    /** Returns the number of muscles, which is the number of commands. */
    default int muscles() {
        return muscleNames().size();
    }

    /** Returns what commands drive. */
    default Actuator actuator() {
        return Actuator.MUSCLE;
    }

    /** Returns how the muscles make force. */
    Muscle muscle();

    /** Returns which state a force belongs to. */
    Convention convention();

    /** Returns the number of state rows: positions, velocities, activations, and what a convention remembers. */
    int states();

    /** Returns how many equal parts a step is carried in. */
    int miniSteps();

    /** Returns this body with another number of mini-steps. */
    Effector withMiniSteps(int miniSteps);

    /** Returns the constant load of both coordinates, [2], N·m or N. */
    List<Double> jointLoad();

    /** Returns the constant force at the hand, x and y, [2], N. */
    List<Double> endpointLoad();

    /** Returns the damping of both coordinates, N·m·s/rad or N·s/m. */
    double damping();

    /** Returns the greatest isometric force of every muscle, [muscle], N. */
    double[] maximumForces();

    /** Returns this body with another damping and other constant loads, in the units of {@link #damping} and of the loads. */
    Effector withLoads(double damping, List<Double> jointLoad, List<Double> endpointLoad);

    /** Returns the smallest activation that a muscle can have, 1. */
    default double minimumActivation() {
        return muscle().minimumActivation();
    }

    /** Returns the fastest time constant of activation, rising or falling, s. */
    default double fastestTime() {
        return Activation.of(muscle()).fastest();
    }

    /** Returns the posture that trials start from by default: joint angles, rad, or position, m. */
    double[] startJoint();

    /** Returns the ranges of both coordinates, rad or m. */
    List<Range> limits();

    /** Returns where the hand is in a posture (joint angles, rad, or position, m). */
    Point hand(double q0, double q1);

    /**
     * Returns the posture that puts the hand at a place: joint angles, rad, or position, m.
     *
     * @throws betz.common.BadSetting if the place is out of reach
     */
    double[] posture(Point hand);

    /** Returns the excitations that hold the body still in a posture against its constant loads, equal to the activations, [muscle]. */
    double[] rest(double q0, double q1);

    /** Returns where the hand is in the posture that trials start from by default. */
    @Override
    default Point home() {
        double[] joint = startJoint();
        return hand(joint[0], joint[1]);
    }

    /** Makes the worker that advances {@code batch} bodies by steps of {@code dt} seconds. */
    EffectorKernel kernel(int batch, double dt);

    /** Tells whether a step that is too long for the muscles is refused, or only warned of. */
    default boolean refusesLongSteps() {
        return convention() == Convention.BETZ;
    }

    /**
     * Checks a step against the muscles' fastest time constant.
     *
     * @param dt s
     * @return a warning, or nothing if the step is short enough
     * @throws betz.common.BadSetting if the step is unstable
     */
    default Optional<String> checkStep(double dt) {
        Require.positive("dt", dt, "s");
        double fastest = miniSteps() * fastestTime();
        boolean stable = dt <= UNSTABLE * fastest;
        Require.that(
                stable || !refusesLongSteps(),
                "dt",
                Milliseconds.of(dt),
                "at most " + Milliseconds.of(UNSTABLE * fastest) + ", twice " + bound());
        return dt <= DOUBTFUL * fastest
                ? Optional.empty()
                : Optional.of("dt is " + Milliseconds.of(dt) + "; above " + Milliseconds.of(DOUBTFUL * fastest)
                        + ", 1.5 times " + bound() + ", activations overshoot");
    }

    private String bound() {
        return "the fastest time constant of the " + actuator().many()
                + (miniSteps() == 1 ? "" : " for each mini-step");
    }
}
