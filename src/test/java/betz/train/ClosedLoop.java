// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Condition;
import betz.data.Controller;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Effector;
import java.util.stream.IntStream;

/** Runs a controller on a body with noise-free vision 50 ms late, and keeps the hand and the excitations. */
final class ClosedLoop {
    private static final int DELAY = 5; // steps
    final double[][][] hand; // [step][x, y, vx, vy][trial]
    final double[][][] excitation; // [step][muscle][trial]
    final double[][][] rate; // [step][unit][trial]

    ClosedLoop(Controller controller, Effector body, TrialBatch trials) {
        int batch = trials.size();
        hand = new double[trials.steps()][][];
        excitation = new double[trials.steps()][body.muscles()][batch];
        rate = new double[trials.steps()][controller.units()][batch];
        var run = controller.begin(trials);
        var kernel = body.kernel(batch, trials.dt());
        double[][] state = begin(body, batch);
        double[][] input = new double[TrialBatch.INPUTS][batch];
        for (int step = 0; step < trials.steps(); step++) {
            hand[step] = new double[4 + 2 * body.muscles()][batch];
            kernel.sense(state, hand[step]);
            trials.input(step, input);
            run.step(step, input, hand[Math.max(0, step - DELAY)], excitation[step]);
            run.rates(rate[step]);
            double[][] next = new double[body.states()][batch];
            kernel.step(state, excitation[step], new double[2][batch], next);
            state = next;
        }
    }

    private static double[][] begin(Effector body, int batch) {
        double[] posture = body.startJoint();
        double[][] joint = new double[2][batch];
        java.util.Arrays.fill(joint[0], posture[0]);
        java.util.Arrays.fill(joint[1], posture[1]);
        double[][] state = new double[body.states()][batch];
        body.kernel(batch, 0.010).reset(joint, body.rest(posture[0], posture[1]), state);
        return state;
    }

    /** Returns reaches of 10 cm to 8 targets: shown at .2 s, go at .7 s, end at 2.2 s. */
    static TrialBatch reaches(Effector body) {
        double[] posture = body.startJoint();
        Point start = body.hand(posture[0], posture[1]);
        return new TrialBatch(
                0.010,
                221,
                IntStream.range(0, 8)
                        .mapToObj(i -> {
                            double angle = i * Math.PI / 4;
                            Point target = start.plus(0.1 * StrictMath.cos(angle), 0.1 * StrictMath.sin(angle));
                            return new Trial(new Condition(i, "target " + i, angle), start, target, 20, 70, 221);
                        })
                        .toList());
    }

    double speed(int step, int trial) {
        return StrictMath.hypot(hand[step][2][trial], hand[step][3][trial]);
    }

    double distance(int step, int trial, Point place) {
        return new Point(hand[step][0][trial], hand[step][1][trial]).distance(place);
    }
}
