// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.RandomStream;
import betz.common.Steps;
import betz.data.Feedback;
import java.util.List;
import java.util.Locale;

/**
 * What a controller feels of body and commands, sense by sense late, amplified and noisy: of a value x that counts from x₀ it is
 * {@code x₀ + g (x - x₀) + (noise + signalNoise |g (x - x₀)|) xi}.
 *
 * <p>Rows are those of {@link Afferent}. Positions count from the start, lengths from the optimal length, all else from 0. The
 * slope over x is {@code g (1 + signalNoise sign(x - x₀) xi)}.
 */
final class Senses {
    /** Noise of the seen velocity per noise of the seen position, 1/s: a difference over about 100 ms. */
    static final double VELOCITY_NOISE = 10;

    private final List<Afferent> rows;
    private final int[] column; // of what is sensed, [row]
    private final int[] delay; // steps, [row]
    private final double[] gain;
    private final double[] noise;
    private final double[] signalNoise;
    private final double[][][] slope; // where noise depends on the signal, [step][row][trial]

    Senses(Feedback feedback, Columns columns, double dt, int steps, int batch) {
        rows = Afferent.rows(feedback, columns.muscles());
        column = new int[rows.size()];
        delay = new int[rows.size()];
        gain = new double[rows.size()];
        noise = new double[rows.size()];
        signalNoise = new double[rows.size()];
        slope = new double[steps][rows.size()][];
        for (int row = 0; row < delay.length; row++) {
            set(row, feedback, columns, dt);
            for (double[][] ofStep : slope) {
                ofStep[row] = new double[signalNoise[row] > 0 ? batch : 0];
            }
        }
    }

    private void set(int row, Feedback feedback, Columns columns, double dt) {
        Afferent afferent = rows.get(row);
        Feedback.Modality modality = afferent.modality(feedback);
        int place = row - rows.indexOf(afferent);
        int copies = afferent == Afferent.COMMAND ? place / columns.muscles() : 0; // steps that a command is older
        column[row] = columns.first(afferent) + place - copies * columns.muscles();
        String name = afferent.sense.name().toLowerCase(Locale.ROOT);
        delay[row] = copies + Steps.of(name + ".delay", modality.delay(), dt);
        gain[row] = modality.gain();
        noise[row] = afferent == Afferent.VELOCITY ? VELOCITY_NOISE * modality.noise() : modality.noise();
        signalNoise[row] = modality.signalNoise();
    }

    int rows() {
        return delay.length;
    }

    /** Returns the step whose sense a row delivers at {@code step}. */
    int source(int row, int step) {
        return Math.max(0, step - delay[row]);
    }

    /**
     * Writes what is felt at a step.
     *
     * @param sensed all that was sensed so far, [step][column][trial]. Not modified.
     * @param random the stream of each trial's noise, [trial]
     * @param afferent [row][trial]. Modified.
     */
    void deliver(int step, double[][][] sensed, RandomStream[] random, double[][] afferent) {
        for (int row = 0; row < delay.length; row++) {
            double[] felt = afferent[row];
            System.arraycopy(sensed[source(row, step)][column[row]], 0, felt, 0, felt.length);
            if (gain[row] != 1) {
                amplify(row, sensed[0], felt);
            }
            if (signalNoise[row] > 0) {
                addSignalNoise(row, sensed[0], random, felt, slope[step][row]);
            } else if (noise[row] > 0) {
                for (int trial = 0; trial < felt.length; trial++) {
                    felt[trial] += noise[row] * random[trial].nextGaussian();
                }
            }
        }
    }

    private void amplify(int row, double[][] start, double[] felt) {
        for (int trial = 0; trial < felt.length; trial++) {
            double origin = origin(row, start, trial);
            felt[trial] = origin + gain[row] * (felt[trial] - origin);
        }
    }

    private void addSignalNoise(int row, double[][] start, RandomStream[] random, double[] felt, double[] derivative) {
        for (int trial = 0; trial < felt.length; trial++) {
            double away = felt[trial] - origin(row, start, trial);
            double xi = random[trial].nextGaussian();
            felt[trial] += (noise[row] + signalNoise[row] * Math.abs(away)) * xi;
            derivative[trial] = gain[row] * (1 + signalNoise[row] * Math.signum(away) * xi);
        }
    }

    private double origin(int row, double[][] start, int trial) {
        Afferent afferent = rows.get(row);
        return afferent == Afferent.POSITION ? start[column[row]][trial] : afferent.origin;
    }

    /** Returns the column that a row is sensed in. */
    int column(int row) {
        return column[row];
    }

    /**
     * Adds what the gradient over what a network sees of a row at a step means for what was sensed earlier.
     *
     * @param scale slope of what the network sees over the row
     * @param seen gradient, [trial]. Not modified.
     * @param sensed gradient over the row's column at its source, [trial]. Modified.
     */
    void back(int step, int row, double scale, double[] seen, double[] sensed) {
        boolean varies = signalNoise[row] > 0;
        double steady = scale * gain[row];
        for (int trial = 0; trial < sensed.length; trial++) {
            sensed[trial] += (varies ? scale * slope[step][row][trial] : steady) * seen[trial];
        }
    }
}
