// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import java.util.Arrays;
import java.util.List;

/** The gradients that a loss writes over a body: over what is sensed and over activations, and over more where it is watched. */
final class Pull {
    /** Row of the first activation of a state; joints are in rows 0 and 1. */
    static final int ACTIVATION = 4;

    private static final int JOINTS = 2;

    final double[][][] sense;
    final double[][][] activation;

    private final Body body;
    private double[][][] joint = {};
    private double[][][] command = {};
    private double[][][] muscle = {}; // lengths, velocities and forces, [step][3 muscles][trial]
    private double[][][] force = {};

    Pull(Body body) {
        this.body = body;
        sense = like(body.sensed, body.sensed[0].length);
        activation = like(body.state, body.muscles());
    }

    Trace watchJoints() {
        joint = joint.length > 0 ? joint : like(body.state, JOINTS);
        return new Trace(0, Trace.rows(body.state, 0, JOINTS), joint);
    }

    /** Commands stand at the step that they lead to. */
    Trace watchCommands() {
        command = command.length > 0 ? command : like(body.command, body.muscles());
        return new Trace(0, body.command, command).led();
    }

    Trace watchForces() {
        int muscles = body.muscles();
        if (force.length == 0) {
            muscle = like(body.state, 3 * muscles);
            force = like(body.state, muscles);
        }
        return new Trace(0, Trace.rows(muscle, 2 * muscles, muscles), force);
    }

    private static double[][][] like(double[][][] history, int rows) {
        return new double[history.length][rows][history[0][0].length];
    }

    /** Keeps the forces of a step if they are watched. */
    void keep(int step) {
        if (muscle.length > 0) {
            body.kernel.muscles(body.state[step], muscle[step]);
        }
    }

    void clear() {
        clear(sense);
        clear(activation);
        clear(joint);
        clear(command);
        clear(force);
    }

    static void clear(double[][][] history) {
        clearOutside(history, 0, 0);
    }

    /** Clears all but what pulls at the states after a step up to an end, and at the commands that lead to them. */
    void clearOutside(int first, int end) {
        for (double[][][] history : List.of(sense, activation, joint, force)) {
            clearOutside(history, first + 1, end + 1);
        }
        clearOutside(command, first, end);
    }

    /** Clears all but the rows from a step on up to another. */
    static void clearOutside(double[][][] history, int from, int until) {
        for (int step = 0; step < history.length; step++) {
            for (int row = 0; row < history[step].length && (step < from || step >= until); row++) {
                Arrays.fill(history[step][row], 0);
            }
        }
    }

    /** Adds what a step pulls at to the gradient over its state, [row][trial]. */
    void addState(int step, double[][] gradient) {
        body.receptors.senseVjp(body.state[step], body.sensed[step], sense[step], gradient);
        add(activation[step], gradient, ACTIVATION);
        if (joint.length > 0) {
            add(joint[step], gradient, 0);
        }
        if (force.length > 0) {
            body.kernel.forcesVjp(body.state[step], force[step], gradient);
        }
    }

    /** Adds what a step pulls at to the gradient over its commands, [muscle][trial]. */
    void addCommand(int step, double[][] gradient) {
        body.receptors.commandVjp(sense[step + 1], gradient);
        if (command.length > 0) {
            add(command[step], gradient, 0);
        }
    }

    private static void add(double[][] rows, double[][] gradient, int first) {
        for (int row = 0; row < rows.length; row++) {
            double[] sum = gradient[first + row];
            for (int trial = 0; trial < sum.length; trial++) {
                sum[trial] += rows[row][trial];
            }
        }
    }
}
