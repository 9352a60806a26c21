// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.RandomStream;
import betz.data.MotorNoise;

/**
 * What becomes of commands on their way to the muscles: {@code clip(u + sd x, 0, 1)}, {@code sd = signal |u - rest| + base rest}.
 *
 * <p>x follows the exact step of an Ornstein-Uhlenbeck process, {@code x <- c x + √(1 - c²) N(0, 1)} with {@code c = exp(-dt/tau)},
 * from its stationary distribution on. It does not depend on u, so the slope of what arrives over u is {@code 1 + signal sign(u -
 * rest) x}, and 0 where it is clipped. Without noise commands arrive as they are.
 */
final class Motor {
    private final MotorNoise noise;
    private final double kept;
    private final double fresh;
    private final double[][] rest;
    private final double[][] process;
    private final double[][][] arrived;
    private final double[][][] slope;

    /** Lays out a batch of trials; {@code command} is [step][muscle][trial]. */
    Motor(MotorNoise noise, double[][][] command, double dt) {
        this.noise = noise;
        kept = StrictMath.exp(-dt / noise.tau());
        fresh = Math.sqrt(1 - kept * kept);
        int muscles = command[0].length;
        int batch = command[0][0].length;
        rest = new double[muscles][batch];
        process = new double[muscles][batch];
        boolean silent = noise.isSilent();
        arrived = silent ? command : new double[command.length][muscles][batch];
        slope = silent ? new double[0][][] : new double[command.length][muscles][batch];
    }

    /** Begins trials whose excitations of rest, [muscle][trial], are given. */
    void reset(double[][] restingExcitation, RandomStream[] random) {
        if (noise.isSilent()) {
            return;
        }
        for (int muscle = 0; muscle < rest.length; muscle++) {
            System.arraycopy(restingExcitation[muscle], 0, rest[muscle], 0, rest[muscle].length);
            for (int trial = 0; trial < random.length; trial++) {
                process[muscle][trial] = random[trial].nextGaussian();
            }
        }
    }

    /** Returns what arrives of the commands of a step, [muscle][trial], drawing on once for every muscle and trial. */
    double[][] send(int step, double[][] command, RandomStream[] random) {
        if (noise.isSilent()) {
            return command;
        }
        for (int muscle = 0; muscle < rest.length; muscle++) {
            send(muscle, command[muscle], arrived[step][muscle], slope[step][muscle]);
            for (int trial = 0; trial < random.length; trial++) {
                process[muscle][trial] = kept * process[muscle][trial] + fresh * random[trial].nextGaussian();
            }
        }
        return arrived[step];
    }

    private void send(int muscle, double[] command, double[] result, double[] derivative) {
        for (int trial = 0; trial < command.length; trial++) {
            double x = process[muscle][trial];
            double u = command[trial];
            double away = u - rest[muscle][trial];
            double sum = u + (noise.signal() * Math.abs(away) + noise.base() * rest[muscle][trial]) * x;
            result[trial] = Math.max(0, Math.min(1, sum));
            derivative[trial] = sum < 0 || sum > 1 ? 0 : 1 + noise.signal() * Math.signum(away) * x;
        }
    }

    /** Returns what arrived of the commands of a step, [muscle][trial]; not a copy. */
    double[][] arrived(int step) {
        return arrived[step];
    }

    /** Turns the gradient over what arrived at a step into that over the commands, [muscle][trial]. */
    void back(int step, double[][] gradient) {
        if (noise.isSilent()) {
            return;
        }
        for (int muscle = 0; muscle < gradient.length; muscle++) {
            for (int trial = 0; trial < gradient[muscle].length; trial++) {
                gradient[muscle][trial] *= slope[step][muscle][trial];
            }
        }
    }
}
