// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Unit;
import java.util.List;

/** A load that does not depend on how the body moves. */
@About("Loads the body by a force or torques that do not depend on how it moves.")
public sealed interface Push extends Loading permits Push.Pulse, Push.Step, Push.JointTorque, Push.Load {
    /** Numbers of a force or of torques. */
    int PLANE = 2;

    /**
     * A constant force at the hand for a while.
     *
     * @param force N
     * @param direction from the way to the target, counter-clockwise, rad
     * @param since what {@code at} is counted from
     * @param at when it begins, s
     * @param for_ how long it lasts, s
     */
    @About(
            value = "A force at the hand for a while.",
            equation = "F = force (cos a, sin a) from at to at + for; a = direction of the target + direction")
    record Pulse(
            @Unit("N") @About("How strong it is.") double force,

            @Unit("rad") @About("Counter-clockwise from the way to the target: 90 deg pushes to the left.")
            double direction,

            @About("What at is counted from.") Since since,

            @Unit("s") @About("When it begins; before 0 it is earlier than since.")
            double at,

            @Unit("s") @About("How long it lasts.") double for_)
            implements Push, Timed {
        /** 4 N to the left for 100 ms, while the hand moves. */
        public static final Pulse DEFAULT = new Pulse(4, Math.toRadians(90), Since.GO, 0.3, 0.1);

        public Pulse {
            Sided.check(force, direction);
            Since.check("at", at);
            Since.checkLength("for", for_);
        }

        @Override
        public double[] load(Trial trial) {
            return Sided.load(trial, force, direction);
        }

        @Override
        public int from(Trial trial, double dt) {
            return since.step(trial, at, dt);
        }

        @Override
        public int until(Trial trial, double dt) {
            return since.end(trial, at, for_, dt);
        }
    }

    /**
     * A constant force at the hand from a time on.
     *
     * @param force N
     * @param direction from the way to the target, counter-clockwise, rad
     * @param since what {@code at} is counted from
     * @param at when it begins, s
     */
    @About(
            value = "A force at the hand from a time to the end of the trial.",
            equation = "F = force (cos a, sin a) from at on; a = direction of the target + direction")
    record Step(
            @Unit("N") @About("How strong it is.") double force,

            @Unit("rad") @About("Counter-clockwise from the way to the target: 90 deg pushes to the left.")
            double direction,

            @About("What at is counted from.") Since since,

            @Unit("s") @About("When it begins; before 0 it is earlier than since.")
            double at)
            implements Push, Timed {
        /** 4 N to the left, while the hand moves and then. */
        public static final Step DEFAULT = new Step(4, Math.toRadians(90), Since.GO, 0.3);

        public Step {
            Sided.check(force, direction);
            Since.check("at", at);
        }

        @Override
        public double[] load(Trial trial) {
            return Sided.load(trial, force, direction);
        }

        @Override
        public int from(Trial trial, double dt) {
            return since.step(trial, at, dt);
        }
    }

    /**
     * Constant torques at the joints for a while.
     *
     * @param torque at shoulder and elbow, N·m
     * @param since what {@code at} is counted from
     * @param at when they begin, s
     * @param for_ how long they last, s
     */
    @About("Torques at the joints for a while; to a point mass they are forces along its axes.")
    record JointTorque(
            @Unit("N*m") @About("At shoulder and elbow, positive where it flexes.")
            List<Double> torque,

            @About("What at is counted from.") Since since,

            @Unit("s") @About("When they begin; before 0 it is earlier than since.")
            double at,

            @Unit("s") @About("How long they last.") double for_)
            implements Push, Timed {
        /** 2 N·m that extend the elbow for 100 ms, while the hand moves. */
        public static final JointTorque DEFAULT = new JointTorque(List.of(0.0, -2.0), Since.GO, 0.3, 0.1);

        public JointTorque {
            torque = Loading.checked("torque", torque, PLANE, "N*m");
            Since.check("at", at);
            Since.checkLength("for", for_);
        }

        @Override
        public double[] load(Trial trial) {
            double[] rows = new double[LoadRows.COUNT];
            rows[LoadRows.TORQUE] = torque.get(0);
            rows[LoadRows.TORQUE + 1] = torque.get(1);
            return rows;
        }

        @Override
        public int from(Trial trial, double dt) {
            return since.step(trial, at, dt);
        }

        @Override
        public int until(Trial trial, double dt) {
            return since.end(trial, at, for_, dt);
        }
    }

    /**
     * A constant force at the hand and constant torques at the joints over the whole trial.
     *
     * @param force at the hand, x and y, N
     * @param torque at shoulder and elbow, N·m
     */
    @About("A force at the hand and torques at the joints over the whole trial.")
    record Load(
            @Unit("N") @About("At the hand, x and y.") List<Double> force,

            @Unit("N*m")
            @About("At shoulder and elbow, positive where it flexes; forces along the axes of a point mass.")
            List<Double> torque)
            implements Push {
        /** 2 N towards the body. */
        public static final Load DEFAULT = new Load(List.of(0.0, -2.0), List.of(0.0, 0.0));

        public Load {
            force = Loading.checked("force", force, PLANE, "N");
            torque = Loading.checked("torque", torque, PLANE, "N*m");
        }

        @Override
        public double[] load(Trial trial) {
            double[] rows = LoadRows.force(force.get(0), force.get(1));
            rows[LoadRows.TORQUE] = torque.get(0);
            rows[LoadRows.TORQUE + 1] = torque.get(1);
            return rows;
        }
    }
}
