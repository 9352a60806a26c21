// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Steps;
import betz.data.Reflex;

/**
 * What reflexes make of commands on their way to the muscles: {@code clip(u + a, 0, 1)} with {@code a = stretch (l - l₀)+ +
 * velocity (v)+ - force (F - F₀)} of the muscle's relative length, velocity and force exactly the delay ago.
 *
 * <p>The slope over u is 1, and 0 where the sum is clipped. Without reflexes commands arrive as they are.
 */
final class ReflexArc {
    /** What reaches the motor neurons, [step][muscle][trial]; the commands themselves where there is no reflex. */
    final double[][][] excitation;
    /** What reflexes add before the sum is clipped, [step][muscle][trial]; empty where there is none. */
    final double[][][] added;

    private final Reflex reflex;
    private final int delay;
    private final int length; // first columns of what is sensed
    private final int lengthening;
    private final int force;

    /** Lays out a batch of trials; {@code command} is [step][muscle][trial]. */
    ReflexArc(Reflex reflex, Columns columns, double[][][] command, double dt) {
        this.reflex = reflex;
        boolean off = reflex.isOff();
        int muscles = columns.muscles();
        int batch = command[0][0].length;
        delay = off ? 0 : Steps.of("reflex.delay", reflex.delay(), dt);
        length = columns.first(Afferent.LENGTH);
        lengthening = columns.first(Afferent.LENGTHENING);
        force = columns.first(Afferent.GOLGI);
        added = off ? new double[0][][] : new double[command.length][muscles][batch];
        excitation = off ? command : new double[command.length][muscles][batch];
    }

    /**
     * Returns what reaches the motor neurons of the commands of a step, [muscle][trial].
     *
     * @param sensed all that was sensed so far, [step][column][trial]. Not modified.
     */
    double[][] send(int step, double[][] command, double[][][] sensed) {
        if (reflex.isOff()) {
            return command;
        }
        double[][] then = sensed[source(step)];
        for (int muscle = 0; muscle < command.length; muscle++) {
            for (int trial = 0; trial < command[muscle].length; trial++) {
                double a = response(then, sensed[0], muscle, trial);
                added[step][muscle][trial] = a;
                excitation[step][muscle][trial] = Math.max(0, Math.min(1, command[muscle][trial] + a));
            }
        }
        return excitation[step];
    }

    /** Lets a step that nothing leads on from repeat the one before. */
    void repeat(int step) {
        if (!reflex.isOff()) {
            added[step] = added[step - 1];
        }
    }

    private int source(int step) {
        return Math.max(0, step - delay);
    }

    private double response(double[][] then, double[][] start, int muscle, int trial) {
        double stretched = then[length + muscle][trial] - start[length + muscle][trial];
        double a = reflex.stretch() * Math.max(0, stretched)
                + reflex.velocity() * Math.max(0, then[lengthening + muscle][trial]);
        return reflex.force() > 0
                ? a - reflex.force() * (then[force + muscle][trial] - start[force + muscle][trial])
                : a;
    }

    /**
     * Turns the gradient over what reached the motor neurons at a step into that over the commands, and adds what it means for what
     * was sensed.
     *
     * @param command of the step, [muscle][trial]. Not modified.
     * @param gradient [muscle][trial]. Modified.
     * @param sensedGradient [step][column][trial]. Modified.
     */
    void back(int step, double[][] command, double[][][] sensed, double[][] gradient, double[][][] sensedGradient) {
        if (reflex.isOff()) {
            return;
        }
        double[][] then = sensed[source(step)];
        double[][] thenGradient = sensedGradient[source(step)];
        for (int muscle = 0; muscle < gradient.length; muscle++) {
            for (int trial = 0; trial < gradient[muscle].length; trial++) {
                double sum = command[muscle][trial] + added[step][muscle][trial];
                gradient[muscle][trial] = sum < 0 || sum > 1 ? 0 : gradient[muscle][trial];
                responseVjp(then, sensed[0], muscle, trial, gradient[muscle][trial], thenGradient);
            }
        }
    }

    private void responseVjp(
            double[][] then, double[][] start, int muscle, int trial, double gradient, double[][] thenGradient) {
        if (then[length + muscle][trial] > start[length + muscle][trial]) {
            thenGradient[length + muscle][trial] += reflex.stretch() * gradient;
        }
        if (then[lengthening + muscle][trial] > 0) {
            thenGradient[lengthening + muscle][trial] += reflex.velocity() * gradient;
        }
        if (reflex.force() > 0) {
            thenGradient[force + muscle][trial] -= reflex.force() * gradient;
        }
    }
}
