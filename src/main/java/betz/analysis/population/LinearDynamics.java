// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Eigen;
import betz.math.Matrices;

/**
 * The linear map {@code dx = M x} of the states of a population to their changes, within the first principal components.
 *
 * @see <a href="https://doi.org/10.1038/nn.4617">Elsayed &amp; Cunningham (2017)</a>
 */
public final class LinearDynamics {
    private final Activity states;
    private final Increments all;
    private final double[][] map;

    private LinearDynamics(Activity states) {
        this.states = states;
        all = Increments.of(states);
        map = all.map();
    }

    /**
     * Fits the map.
     *
     * @param prepared activity, normalised and cut as wanted
     * @param components of its samples
     * @param count number of components
     */
    public static LinearDynamics of(Activity prepared, PrincipalComponents components, int count) {
        return new LinearDynamics(prepared.with(components.scores(prepared.rows(), count)));
    }

    /**
     * Fits the map.
     *
     * @param prepared activity, normalised and cut as wanted
     * @param count number of principal components
     * @throws betz.common.BadSetting if the activity spans fewer dimensions, or never changes
     */
    public static LinearDynamics of(Activity prepared, int count) {
        return of(prepared, Preparation.components(prepared.need(3, 2), "dimension", count), count);
    }

    /** Returns M, [component][component], per step; not a copy. */
    public double[][] map() {
        return map;
    }

    /** Returns the share of the changes' squares that the map explains. */
    public double r2() {
        return all.r2(map);
    }

    /** Returns the same for maps that have not seen the condition; mean and components have. May be below 0. */
    public double r2HeldOut() {
        double left = 0;
        for (int c = 0; c < states.conditions().size(); c++) {
            int held = c;
            double[][] others =
                    Increments.of(states, condition -> condition != held).map();
            left += Matrices.squares(
                    Increments.of(states, condition -> condition == held).errors(others));
        }
        return 1 - left / Matrices.squares(all.changes());
    }

    /** Returns the values of 1 + M, which takes a state to the next: real and imaginary part, the greatest modulus first. */
    public double[][] eigenvalues() {
        Eigen found = Eigen.general(Matrices.sum(Matrices.identity(map.length), 1, map));
        return Matrices.transposed(new double[][] {found.real(), found.imaginary()});
    }
}
