// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One body that plays excitations step by step and shows its states; one thread at a time. */
public final class Playback {
    private static final int AXES = 2;

    /** What is shown of every muscle, in this order: all activations, then all lengths, and so on. */
    private static final List<String> OF_MUSCLES = List.of("act", "len", "vel", "force");

    private final Effector effector;
    private final EffectorKernel kernel;
    private final int muscles;
    private final double[][] command;
    private final double[][] load = new double[AXES][1];
    private final double[][] sense;
    private final double[][] muscle;
    private double[][] state;
    private double[][] next;

    /** Prepares for steps of {@code dt} seconds. */
    public Playback(Effector effector, double dt) {
        this.effector = effector;
        kernel = effector.kernel(1, dt);
        muscles = effector.muscles();
        command = new double[muscles][1];
        sense = new double[2 * AXES + 2 * muscles][1];
        muscle = new double[3 * muscles][1];
        state = new double[effector.states()][1];
        next = new double[effector.states()][1];
    }

    /**
     * Returns the names of what {@link #show} writes: {@code q0, q1, qd0, qd1} (rad and rad/s, or m and m/s), the hand's {@code
     * x, y, xd, yd} (m and m/s), and of every muscle {@code act0} (1), {@code len0} (m), {@code vel0} (m/s), {@code force0} (N).
     */
    public static List<String> columns(Effector effector) {
        List<String> columns = new ArrayList<>(List.of("q0", "q1", "qd0", "qd1", "x", "y", "xd", "yd"));
        for (String what : OF_MUSCLES) {
            for (int m = 0; m < effector.muscles(); m++) {
                columns.add(what + m);
            }
        }
        return List.copyOf(columns);
    }

    /**
     * Puts the body at a place of its joints, [2], with a velocity, [2]; all muscles at their smallest activation.
     *
     * @param joint rad or m. Not modified.
     * @param velocity rad/s or m/s. Not modified.
     */
    public void reset(double[] joint, double[] velocity) {
        double[][] activation = new double[muscles][1];
        for (double[] row : activation) {
            Arrays.fill(row, effector.minimumActivation());
        }
        kernel.reset(oneTrial(joint), oneTrial(velocity), activation, state);
    }

    private static double[][] oneTrial(double[] pair) {
        Require.length("coordinates", pair.length, AXES);
        return new double[][] {{pair[0]}, {pair[1]}};
    }

    /** Advances one step under excitations, [muscle], which count as the nearest that muscles can have. Not modified. */
    public void step(double[] excitation) {
        for (int m = 0; m < muscles; m++) {
            command[m][0] = excitation[m];
        }
        kernel.step(state, command, load, next);
        double[][] before = state;
        state = next;
        next = before;
    }

    /** Writes the state, in the order of {@link #columns}. Modified. */
    public void show(double[] row) {
        kernel.sense(state, sense);
        kernel.muscles(state, muscle);
        int coordinates = 2 * AXES; // of joints or hand, with their velocities
        for (int i = 0; i < coordinates; i++) {
            row[i] = state[i][0];
            row[coordinates + i] = sense[i][0];
        }
        int at = 2 * coordinates;
        for (int m = 0; m < muscles; m++) {
            row[at++] = state[Mechanics.ACTIVATION + m][0];
        }
        for (double[] value : muscle) {
            row[at++] = value[0];
        }
    }
}
