// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.RandomStream;
import betz.math.Eigen;
import betz.math.Matrices;
import betz.math.Svd;

/**
 * The dimensions of neural activity that a linear read-out M = W N sees, the row space of W, and those that it does
 * not.
 *
 * @see <a href="https://doi.org/10.1038/nn.3643">Kaufman et al. (2014)</a>
 */
final class PotentSpace {
    private final double[][] potent;
    private final double[][] none;
    private final double r2;

    private PotentSpace(double[][] potent, double r2) {
        this.potent = potent;
        none = complement(potent);
        this.r2 = r2;
    }

    /**
     * Regresses muscles on neural activity.
     *
     * @param neural centred, [sample][dimension]. Not modified.
     * @param muscles centred, of fewer dimensions, [sample][dimension]. Not modified.
     */
    static PotentSpace of(double[][] neural, double[][] muscles) {
        double[][] readout = Svd.of(neural).solve(muscles); // Wᵀ
        double missed = Matrices.squares(Matrices.sum(muscles, -1, Matrices.product(neural, readout)));
        Svd svd = Svd.of(readout);
        return new PotentSpace(Matrices.columns(svd.u(), svd.rank()), 1 - missed / Matrices.squares(muscles));
    }

    /** Wraps a space that is given by orthonormal columns. */
    static PotentSpace given(double[][] potent) {
        return new PotentSpace(potent, Double.NaN);
    }

    /** Draws a space as any other. */
    static PotentSpace random(int dimensions, int potent, RandomStream random) {
        double[][] columns = new double[dimensions][potent];
        for (double[] row : columns) {
            for (int i = 0; i < potent; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return given(Orthonormal.of(columns));
    }

    private static double[][] complement(double[][] space) {
        int size = space.length;
        double[][] out = Matrices.sum(Matrices.identity(size), -1, Matrices.product(space, Matrices.transposed(space)));
        return Matrices.columns(Eigen.symmetric(out).vectors(), size - space[0].length);
    }

    /** Returns orthonormal axes that the muscles follow, as columns, [dimension][axis]; not a copy. */
    double[][] potent() {
        return potent;
    }

    /** Returns orthonormal axes that the muscles do not follow, as columns, [dimension][axis]; not a copy. */
    double[][] none() {
        return none;
    }

    /** Returns the share of the muscles' variance that the read-out explains. */
    double r2() {
        return r2;
    }

    /** Returns how many times as much tuning lies in the null dimensions as in the potent ones, from centred rows. */
    double nullToPotent(double[][] rows) {
        return Matrices.squares(Matrices.product(rows, none)) / Matrices.squares(Matrices.product(rows, potent));
    }

    /** Returns that ratio during preparation over that during movement; 1 where both epochs use both spaces alike. */
    double tuningRatio(double[][] prep, double[][] move) {
        return nullToPotent(prep) / nullToPotent(move);
    }
}
