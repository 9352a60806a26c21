// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Matrices;
import betz.math.Svd;

/**
 * Reduced-rank regression with a ridge: the encoders F and decoders D that make {@code |Y − X D Fᵀ|² + μ |D Fᵀ|²} least under
 * {@code FᵀF = 1}, rows being samples.
 *
 * <p>With {@code X = U diag(s) Vᵀ} the regression without a limit to its rank is {@code B = V diag(s/(s² + μ)) Uᵀ Y}. The
 * loss exceeds that of B by {@code |G B (1 − F Fᵀ)|²} with {@code GᵀG = XᵀX + μ}, so F holds the first right singular vectors
 * of {@code G B = diag(s/√(s² + μ)) Uᵀ Y}, and {@code D = B F}.
 *
 * @see <a href="https://doi.org/10.1016/0047-259X(75)90042-1">Izenman (1975)</a>
 */
final class ReducedRank {
    private final double[][] encoders;
    private final double[][] decoders;

    private ReducedRank(double[][] encoders, double[][] decoders) {
        this.encoders = encoders;
        this.decoders = decoders;
    }

    /**
     * Fits.
     *
     * @param x decomposition of the regressors, [sample][unit]
     * @param y what is to be told from them, [sample][unit]. Not modified.
     * @param most number of components, fewer where Y told from X has a lower rank
     * @param ridge μ
     */
    static ReducedRank of(Svd x, double[][] y, int most, double ridge) {
        double[][] seen = Matrices.product(Matrices.transposed(Matrices.columns(x.u(), x.rank())), y);
        double[][] weighed = Matrices.copy(seen);
        double[][] solved = Matrices.copy(seen);
        for (int i = 0; i < seen.length; i++) {
            double s = x.s()[i];
            double square = s * s + ridge;
            for (int j = 0; j < seen[i].length; j++) {
                weighed[i][j] *= s / Math.sqrt(square);
                solved[i][j] *= s / square;
            }
        }
        Svd told = Svd.of(weighed);
        double[][] encoders = Matrices.columns(told.v(), Math.min(most, told.rank()));
        double[][] regression = Matrices.product(Matrices.columns(x.v(), x.rank()), solved);
        return new ReducedRank(encoders, Matrices.product(regression, encoders));
    }

    /** Returns F, [unit][component], the component of which most is told first; not a copy. */
    double[][] encoders() {
        return encoders;
    }

    /** Returns D, [unit][component]; not a copy. */
    double[][] decoders() {
        return decoders;
    }
}
