// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.StepMap;

/**
 * A recurrent network of hyperbolic tangents whose input is held still: {@code h ← (1 − α) h + α tanh(W h + U u + b)}.
 *
 * <p>Immutable.
 */
public final class TanhNetwork implements StepMap {
    private final double[][] recurrent;
    private final double[] drive;
    private final double leak;
    private final double dt;

    private TanhNetwork(double[][] recurrent, double[] drive, double leak, double dt) {
        this.recurrent = recurrent;
        this.drive = drive;
        this.leak = leak;
        this.dt = dt;
    }

    /**
     * Makes a network without leak, α = 1. The arrays are copied.
     *
     * @param recurrent W, [unit after][unit before]
     * @param input U, [unit][input]
     * @param held u, [input]
     * @param bias b, [unit]
     * @param dt step, s; 1 to count time in steps
     * @throws betz.common.BadSetting if shapes do not agree or a weight is not finite
     */
    public static TanhNetwork of(double[][] recurrent, double[][] input, double[] held, double[] bias, double dt) {
        Require.count("units", recurrent.length, 1, Integer.MAX_VALUE);
        Require.positive("dt", dt, "s");
        Require.length("rows of the input weights", input.length, recurrent.length);
        Require.length("bias", bias.length, recurrent.length);
        double[] drive = bias.clone();
        for (int i = 0; i < drive.length; i++) {
            Require.length("a row of the recurrent weights", recurrent[i].length, recurrent.length);
            Require.length("a row of the input weights", input[i].length, held.length);
            for (double weight : recurrent[i]) {
                Require.finite("a recurrent weight", weight, "");
            }
            for (int j = 0; j < held.length; j++) {
                drive[i] += input[i][j] * held[j];
            }
            Require.finite("bias and weighted input", drive[i], "");
        }
        return new TanhNetwork(Matrices.copy(recurrent), drive, 1, dt);
    }

    /** Makes a network without input, bias and leak; the weights, [unit after][unit before], are copied. */
    public static TanhNetwork of(double[][] recurrent, double dt) {
        return of(recurrent, new double[recurrent.length][0], new double[0], new double[recurrent.length], dt);
    }

    /**
     * Returns this network with a leak.
     *
     * @param share α, such as dt over the time constant, in (0, 1]
     */
    public TanhNetwork leaky(double share) {
        Require.within("leak", share, Double.MIN_NORMAL, 1, "");
        return new TanhNetwork(recurrent, drive, share, dt);
    }

    @Override
    public int size() {
        return drive.length;
    }

    @Override
    public double dt() {
        return dt;
    }

    @Override
    public void step(double[] x, double[] next) {
        for (int i = 0; i < drive.length; i++) {
            next[i] = (1 - leak) * x[i] + leak * StrictMath.tanh(sum(i, x));
        }
    }

    @Override
    public double[][] jacobian(double[] x) {
        double[][] jacobian = new double[drive.length][drive.length];
        for (int i = 0; i < drive.length; i++) {
            double rate = StrictMath.tanh(sum(i, x));
            for (int j = 0; j < drive.length; j++) {
                jacobian[i][j] = leak * (1 - rate * rate) * recurrent[i][j];
            }
            jacobian[i][i] += 1 - leak;
        }
        return jacobian;
    }

    private double sum(int unit, double... x) {
        double sum = drive[unit];
        for (int j = 0; j < x.length; j++) {
            sum += recurrent[unit][j] * x[j];
        }
        return sum;
    }
}
