// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.Require;
import betz.data.TrialBatch;

/**
 * One pass of {@link Vite} through a batch of trials, forward Euler: {@code P(k+1) = P(k) + dt M(k)} and
 * {@code A(k) = (M(k) - M(k-1))/dt}.
 *
 * <p>The arrays hold the values of the step that was taken last, [axis][trial].
 */
final class ViteRun {
    private final Vite vite;
    private final double dt;
    private final int[] stepsSinceGo;
    /** The present target, relative to the start: the start itself before one was shown. */
    private final double[][] target;

    private final double[][] nextPosition;
    private final double[][] nextDifference;
    final double[][] position;
    final double[][] difference;
    final double[][] velocity;
    final double[][] acceleration;

    ViteRun(Vite vite, int batch, double dt) {
        Require.within("dt", dt, 0, vite.tau(), "s"); // forward Euler of V stays monotone
        this.vite = vite;
        this.dt = dt;
        stepsSinceGo = new int[batch];
        java.util.Arrays.fill(stepsSinceGo, -1);
        target = new double[2][batch];
        nextPosition = new double[2][batch];
        nextDifference = new double[2][batch];
        position = new double[2][batch];
        difference = new double[2][batch];
        velocity = new double[2][batch];
        acceleration = new double[2][batch];
    }

    /** Takes one step; {@code input} as {@link TrialBatch#input} writes it. */
    void step(double[][] input) {
        for (int axis = 0; axis < 2; axis++) {
            System.arraycopy(nextPosition[axis], 0, position[axis], 0, stepsSinceGo.length);
            System.arraycopy(nextDifference[axis], 0, difference[axis], 0, stepsSinceGo.length);
        }
        for (int trial = 0; trial < stepsSinceGo.length; trial++) {
            see(input, trial);
            stepsSinceGo[trial] = input[2][trial] > 0 ? stepsSinceGo[trial] + 1 : -1;
            outflow(trial);
        }
    }

    /** Takes in a target that is shown; it is held when it goes. */
    private void see(double[][] input, int trial) {
        if (input[3][trial] > 0) {
            target[0][trial] = input[0][trial];
            target[1][trial] = input[1][trial];
        }
    }

    private void outflow(int trial) {
        double wayX = target[0][trial] - position[0][trial];
        double wayY = target[1][trial] - position[1][trial];
        double way = StrictMath.hypot(wayX, wayY);

        // M = G e [V.e]+ ; e is 0 where nothing is left to go
        double eX = way > 0 ? wayX / way : 0;
        double eY = way > 0 ? wayY / way : 0;
        double along = Math.max(0, difference[0][trial] * eX + difference[1][trial] * eY);
        double speed = vite.go(stepsSinceGo[trial] * dt) * along;
        move(0, trial, speed * eX, wayX);
        move(1, trial, speed * eY, wayY);
    }

    private void move(int axis, int trial, double flow, double way) {
        acceleration[axis][trial] = (flow - velocity[axis][trial]) / dt;
        velocity[axis][trial] = flow;
        nextPosition[axis][trial] = position[axis][trial] + dt * flow;
        double v = difference[axis][trial];
        nextDifference[axis][trial] = v + dt / vite.tau() * (way - v);
    }
}
