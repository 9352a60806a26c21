// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Finds the two rates that fit best what hands did, by least squares with {@code Ls < Lf} and {@code Rs > Rf}.
 *
 * <p>All of a grid of four parameters is tried; from the best of it simplexes run, each anew from where it ended until it gains
 * nothing more. Nothing is random.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/7.4.308">Nelder &amp; Mead (1965)</a>
 */
public final class TwoRateSearch {
    private static final int PARAMETERS = 4;
    private static final int GRID = 6;
    private static final int STARTS = 6;
    private static final int RESTARTS = 12;
    private static final double SIDE = 0.02; // of a new simplex
    private static final double GAIN = 1e-9; // relative, below which a restart gains nothing

    private final double[] wanted;
    private final double[] done;

    /**
     * Prepares a search.
     *
     * @param wanted what would make up for the perturbation, [trial]; NaN where there is no error to learn from. Kept.
     * @param done what hands did, [trial], in the same unit; NaN trials are passed over. Kept.
     * @throws betz.common.BadSetting if there are fewer trials than parameters, or nothing to learn
     */
    public TwoRateSearch(double[] wanted, double[] done) {
        Require.length("done", done.length, wanted.length);
        long counted = Arrays.stream(done).filter(Double::isFinite).count();
        Require.that(counted > PARAMETERS, "trials", "" + counted, "more than the four parameters of the model");
        Require.that(
                Arrays.stream(wanted).anyMatch(w -> w != 0 && !Double.isNaN(w)),
                "trials",
                "without a perturbation to learn",
                "some whose perturbation hands can make up for");
        this.wanted = wanted;
        this.done = done;
    }

    /** Returns the best model found. */
    public TwoRateModel best() {
        return starts().stream()
                .limit(STARTS)
                .map(this::from)
                .min(Comparator.comparingDouble(model -> model.meanSquare(wanted, done)))
                .orElseThrow();
    }

    /** Returns the models of the grid, the best first. */
    private List<TwoRateModel> starts() {
        List<TwoRateModel> grid = new ArrayList<>();
        for (int i = 0; i < GRID * GRID * GRID * GRID; i++) {
            double[] place = {
                share(i % GRID),
                share(i / GRID % GRID),
                share(i / (GRID * GRID) % GRID),
                share(i / (GRID * GRID * GRID)),
            };
            if (ordered(place)) {
                grid.add(model(place));
            }
        }
        grid.sort(Comparator.comparingDouble(model -> model.meanSquare(wanted, done)));
        return grid;
    }

    private static double share(int index) {
        return (2 * index + 1) / (2.0 * GRID);
    }

    /** Returns the best model that simplexes find from one. */
    public TwoRateModel from(TwoRateModel start) {
        double[] place = {
            start.slowLearning(), start.fastLearning(), start.slowRetention(), start.fastRetention(),
        };
        double least = start.meanSquare(wanted, done);
        for (int restart = 0; restart < RESTARTS; restart++) {
            // a simplex that points the other way every second time gets out of corners
            PointValuePair found = simplex(place, restart % 2 == 0 ? SIDE : -SIDE);
            boolean gained = found.getValue() < least * (1 - GAIN);
            if (found.getValue() < least) {
                least = found.getValue();
                place = found.getPoint();
            }
            if (!gained && restart > 0) {
                break;
            }
        }
        return model(place);
    }

    private PointValuePair simplex(double[] place, double side) {
        MultivariateFunction square = at -> ordered(at) ? model(at).meanSquare(wanted, done) : Double.POSITIVE_INFINITY;
        return new SimplexOptimizer(1e-12, 1e-15)
                .optimize(
                        new MaxEval(5000),
                        new ObjectiveFunction(square),
                        GoalType.MINIMIZE,
                        new InitialGuess(place),
                        new NelderMeadSimplex(PARAMETERS, side));
    }

    private static boolean ordered(double... at) {
        boolean shares = Arrays.stream(at).allMatch(v -> v >= 0 && v <= 1);
        return shares && at[0] < at[1] && at[2] > at[3];
    }

    private static TwoRateModel model(double... at) {
        return new TwoRateModel(at[0], at[1], at[2], at[3]);
    }
}
