// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Matrices;

/**
 * Planes in which activity rotates: the principal components of the activity, the skew-symmetric map of their states to the
 * changes of those, and its planes, the fastest first.
 *
 * <p>Within a plane the first axis, jPC1, is where the conditions' first states spread most; both axes are turned round if the
 * second then reaches further down than up. States turn counter-clockwise.
 *
 * @see <a href="https://doi.org/10.1038/nature11129">Churchland, Cunningham et al. (2012)</a>
 */
public final class Rotations {
    private final double dt;
    private final PrincipalComponents components;
    private final Activity states;
    private final Increments increments;
    private final SkewSymmetric skew;
    private final double[][] best;
    private final double[][] axes;

    private Rotations(double dt, PrincipalComponents components, Activity states) {
        this.dt = dt;
        this.components = components;
        this.states = states;
        increments = Increments.of(states);
        skew = SkewSymmetric.of(increments);
        best = increments.map();
        axes = aligned(skew.axes(), states);
    }

    /**
     * Finds the planes.
     *
     * @param prepared activity, normalised and cut as wanted
     * @param count number of principal components, even
     * @throws betz.common.BadSetting if the activity spans fewer dimensions, or never changes
     */
    public static Rotations of(Activity prepared, int count) {
        var components = Preparation.components(prepared.need(3, 2), "components", count);
        return new Rotations(prepared.dt(), components, prepared.with(components.scores(prepared.rows(), count)));
    }

    private static double[][] aligned(double[][] planes, Activity states) {
        double[][] axes = Matrices.copy(planes);
        Activity along = states.onto(planes);
        for (int x = 0; x < axes.length; x += 2) {
            double angle = spread(along, x);
            turn(axes, x, StrictMath.cos(angle), StrictMath.sin(angle));
            double up = 0;
            double down = 0;
            for (double[] row : states.onto(axes).rows()) {
                up = Math.max(up, row[x + 1]);
                down = Math.max(down, -row[x + 1]);
            }
            if (down > up) {
                turn(axes, x, -1, 0);
            }
        }
        return axes;
    }

    /** Returns the direction in which the conditions' first states spread most, rad. */
    private static double spread(Activity along, int x) {
        double[][] first = new double[along.conditions().size()][];
        for (int c = 0; c < first.length; c++) {
            first[c] = along.condition(c)[0];
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (double[] row : Matrices.centred(first, Matrices.means(first))) {
            xx += row[x] * row[x];
            xy += row[x] * row[x + 1];
            yy += row[x + 1] * row[x + 1];
        }
        return StrictMath.atan2(2 * xy, xx - yy) / 2;
    }

    private static void turn(double[][] axes, int x, double cosine, double sine) {
        for (double[] row : axes) {
            double first = row[x];
            row[x] = cosine * first + sine * row[x + 1];
            row[x + 1] = cosine * row[x + 1] - sine * first;
        }
    }

    /** Returns the skew-symmetric map of states to their changes, [component][component]; not a copy. */
    public double[][] skew() {
        return skew.map();
    }

    /** Returns the map without that constraint; not a copy. */
    public double[][] best() {
        return best;
    }

    /** Returns the principal components as columns, [unit][component]. */
    public double[][] pcs() {
        return components.axes(axes.length);
    }

    /** Returns the axes of the planes as columns, two for each, [unit][axis]. */
    public double[][] jpcs() {
        return Matrices.product(pcs(), axes);
    }

    /** Returns the activity along the axes of the planes. */
    public Activity projections() {
        return states.onto(axes);
    }

    /** Returns each plane's share of all variance, [plane]. */
    public double[] planeVariances() {
        double all = 0;
        for (double singular : components.singular()) {
            all += singular * singular;
        }
        double[] shares = new double[axes.length / 2];
        for (double[] row : projections().rows()) {
            for (int i = 0; i < row.length; i++) {
                shares[i / 2] += row[i] * row[i] / all;
            }
        }
        return shares;
    }

    /** Returns how fast states turn in each plane, Hz, [plane]. */
    public double[] frequencies() {
        double[] speeds = skew.speeds();
        double[] hertz = new double[speeds.length];
        for (int plane = 0; plane < hertz.length; plane++) {
            hertz[plane] = speeds[plane] / (2 * Math.PI * dt);
        }
        return hertz;
    }

    /** Returns the share of the changes' squares that the skew-symmetric map explains. */
    public double r2Skew() {
        return increments.r2(skew.map());
    }

    /** Returns the share that the unconstrained map explains. */
    public double r2Best() {
        return increments.r2(best);
    }

    /** Returns the share of the changes within the first plane that the skew-symmetric map explains. */
    public double r2SkewFirst() {
        return increments.r2(skew.map(), Matrices.columns(axes, 2));
    }

    /** Returns the share of the changes within the first plane that the unconstrained map explains. */
    public double r2BestFirst() {
        return increments.r2(best, Matrices.columns(axes, 2));
    }
}
