// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.effector.EffectorKernel;
import java.util.Arrays;

/** Writes what is sensed of a batch of bodies, as {@link Columns} order it, and carries gradients back to state and command. */
final class Receptors {
    private final EffectorKernel kernel;
    private final Columns columns;
    private final Screen screen;
    private final int muscles;
    private final double[] strength; // greatest force, [muscle], N
    private final double[][] muscle; // lengths, velocities and forces, [3 muscles][trial]
    private final double[][] forceGradient; // [muscle][trial]
    private final double[][] bodilyGradient; // what spindles mean for what the kernel writes, [column][trial]

    Receptors(Effector effector, EffectorKernel kernel, Columns columns, int batch) {
        this.kernel = kernel;
        this.columns = columns;
        screen = new Screen(columns.count(), batch);
        muscles = columns.muscles();
        strength = effector.maximumForces();
        muscle = new double[columns.golgi() ? 3 * muscles : 0][batch];
        forceGradient = new double[columns.golgi() ? muscles : 0][batch];
        bodilyGradient = new double[columns.spindle() ? columns.bodily() : 0][batch];
    }

    /** Begins trials, as many as the batch. */
    void begin(TrialBatch trials) {
        screen.begin(trials);
    }

    /**
     * Writes what is sensed.
     *
     * @param led the command that led to the state, [muscle][trial]. Not modified.
     * @param sensed [column][trial]. Modified.
     */
    void sense(double[][] state, double[][] led, double[][] sensed) {
        kernel.sense(state, sensed);
        screen.show(sensed);
        if (columns.spindle()) {
            spindles(sensed);
        }
        if (columns.golgi()) {
            forces(state, sensed);
        }
        if (columns.command()) {
            for (int m = 0; m < muscles; m++) {
                System.arraycopy(led[m], 0, sensed[columns.first(Afferent.COMMAND) + m], 0, led[m].length);
            }
        }
    }

    private void spindles(double[][] sensed) {
        for (int m = 0; m < muscles; m++) {
            double[] rate = sensed[columns.first(Afferent.SPINDLE) + m];
            for (int trial = 0; trial < rate.length; trial++) {
                rate[trial] = SpindleRate.of(length(sensed, m)[trial], lengthening(sensed, m)[trial]);
            }
        }
    }

    private double[] length(double[][] rows, int m) {
        return rows[columns.first(Afferent.LENGTH) + m];
    }

    private double[] lengthening(double[][] rows, int m) {
        return rows[columns.first(Afferent.LENGTHENING) + m];
    }

    private void forces(double[][] state, double[][] sensed) {
        kernel.muscles(state, muscle);
        for (int m = 0; m < muscles; m++) {
            double[] relative = sensed[columns.first(Afferent.GOLGI) + m];
            for (int trial = 0; trial < relative.length; trial++) {
                relative[trial] = muscle[2 * muscles + m][trial] / strength[m];
            }
        }
    }

    /** Adds to the gradient over the state what that over all that was sensed of it means, but for commands. */
    void senseVjp(double[][] state, double[][] sensed, double[][] gradient, double[][] stateGradient) {
        kernel.senseVjp(state, screen.back(gradient), stateGradient);
        if (columns.spindle()) {
            spindlesVjp(sensed, gradient);
            kernel.senseVjp(state, bodilyGradient, stateGradient);
        }
        if (columns.golgi()) {
            forcesVjp(gradient);
            kernel.forcesVjp(state, forceGradient, stateGradient);
        }
    }

    private void spindlesVjp(double[][] sensed, double[][] gradient) {
        for (double[] row : bodilyGradient) {
            Arrays.fill(row, 0);
        }
        for (int m = 0; m < muscles; m++) {
            double[] rate = gradient[columns.first(Afferent.SPINDLE) + m];
            for (int trial = 0; trial < rate.length; trial++) {
                double l = length(sensed, m)[trial];
                double v = lengthening(sensed, m)[trial];
                length(bodilyGradient, m)[trial] = SpindleRate.perLength(l, v) * rate[trial];
                lengthening(bodilyGradient, m)[trial] = SpindleRate.perVelocity(l, v) * rate[trial];
            }
        }
    }

    private void forcesVjp(double[][] gradient) {
        for (int m = 0; m < muscles; m++) {
            double[] relative = gradient[columns.first(Afferent.GOLGI) + m];
            for (int trial = 0; trial < relative.length; trial++) {
                forceGradient[m][trial] = relative[trial] / strength[m];
            }
        }
    }

    /** Adds to the gradient over the command that led to a step, [muscle][trial], what that over what was sensed there means. */
    void commandVjp(double[][] gradient, double[][] commandGradient) {
        if (columns.command()) {
            for (int m = 0; m < muscles; m++) {
                double[] copy = gradient[columns.first(Afferent.COMMAND) + m];
                for (int trial = 0; trial < copy.length; trial++) {
                    commandGradient[m][trial] += copy[trial];
                }
            }
        }
    }
}
