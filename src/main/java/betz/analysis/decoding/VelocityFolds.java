// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Predicts the velocity in each trial by decoders that were fitted to the trials of all other folds. */
final class VelocityFolds {
    private final VelocityTrials trials;
    private final int[] folds;
    private final int count;

    /** Takes the fold of each trial, [trial], from 0. */
    VelocityFolds(VelocityTrials trials, int[] folds) {
        this.trials = trials;
        this.folds = folds;
        count = Arrays.stream(folds).max().orElse(0) + 1;
    }

    int count() {
        return count;
    }

    private int[] inside(int fold) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray();
    }

    private int[] outside(int fold) {
        return IntStream.range(0, folds.length).filter(i -> folds[i] != fold).toArray();
    }

    /**
     * Fits a ridge regression to all but each fold.
     *
     * <p>Of several penalties that one is taken which predicts the next fold best from the rest, so none has seen the fold that is
     * left out.
     *
     * @param inputs of a trial, [bin][feature]
     * @param alphas penalties to choose from
     * @return [fold]
     */
    RidgeRegression[] fit(IntFunction<double[][]> inputs, double... alphas) {
        List<Moments> parts = IntStream.range(0, count)
                .mapToObj(fold -> moments(inputs, inside(fold)))
                .toList();
        Moments all = parts.stream().reduce((a, b) -> a.with(1, b)).orElseThrow();
        var fitted = new RidgeRegression[count];
        for (int fold = 0; fold < count; fold++) {
            Moments rest = all.with(-1, parts.get(fold));
            double alpha = alphas[0];
            if (alphas.length > 1) {
                int next = (fold + 1) % count;
                alpha = best(inputs, rest.with(-1, parts.get(next)), inside(next), alphas);
            }
            fitted[fold] = RidgeRegression.of(rest, alpha);
        }
        return fitted;
    }

    private Moments moments(IntFunction<double[][]> inputs, int... some) {
        var moments = new Moments(new double[inputs.apply(0)[0].length], new double[2]);
        for (int trial : some) {
            double[][] x = inputs.apply(trial);
            for (int bin = 0; bin < x.length; bin++) {
                moments.add(x[bin], trials.velocity(trial)[bin]);
            }
        }
        return moments;
    }

    private double best(IntFunction<double[][]> inputs, Moments rest, int[] judged, double... alphas) {
        double best = alphas[0];
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : alphas) {
            var regression = RidgeRegression.of(rest, alpha);
            double error = 0;
            for (int trial : judged) {
                double[][] predicted = regression.predict(inputs.apply(trial));
                error += Matrices.squares(Matrices.sum(predicted, -1, trials.velocity(trial)));
            }
            if (error < least) {
                least = error;
                best = alpha;
            }
        }
        return best;
    }

    /** Predicts each trial by the fit that has not seen its fold, [trial][bin][axis]. */
    double[][][] linear(IntFunction<double[][]> inputs, RidgeRegression... fitted) {
        double[][][] predicted = new double[folds.length][][];
        for (int trial = 0; trial < predicted.length; trial++) {
            predicted[trial] = fitted[folds[trial]].predict(inputs.apply(trial));
        }
        return predicted;
    }

    /** Predicts like {@link #linear}, and by a polynomial of that, fitted to the same trials. */
    double[][][] bent(IntFunction<double[][]> inputs, int order, RidgeRegression... fitted) {
        double[][][] predicted = linear(inputs, fitted);
        for (int fold = 0; fold < count; fold++) {
            List<double[]> linear = new ArrayList<>();
            List<double[]> wanted = new ArrayList<>();
            for (int trial : outside(fold)) {
                linear.addAll(Arrays.asList(fitted[fold].predict(inputs.apply(trial))));
                wanted.addAll(Arrays.asList(trials.velocity(trial)));
            }
            var cascade = WienerCascade.fit(linear.toArray(double[][]::new), wanted.toArray(double[][]::new), order);
            for (int trial : inside(fold)) {
                predicted[trial] = cascade.apply(predicted[trial]);
            }
        }
        return predicted;
    }

    /** Predicts by a Kalman filter of position and velocity. */
    double[][][] kalman(double floor) {
        double[][][] predicted = new double[folds.length][][];
        for (int fold = 0; fold < count; fold++) {
            List<double[][]> states = new ArrayList<>();
            List<double[][]> rates = new ArrayList<>();
            for (int trial : outside(fold)) {
                states.add(trials.states(trial));
                rates.add(trials.present(trial));
            }
            var filter = KalmanDecoder.fit(states, rates, floor);
            for (int trial : inside(fold)) {
                predicted[trial] = Arrays.stream(filter.filter(trials.present(trial)))
                        .map(state -> Arrays.copyOfRange(state, 2, 4))
                        .toArray(double[][]::new);
            }
        }
        return predicted;
    }

    /** Returns how well predictions, [trial][bin][axis], meet the velocity. */
    PooledR2 score(double[][][] predicted) {
        var score = new PooledR2();
        for (int trial = 0; trial < predicted.length; trial++) {
            score.add(trials.velocity(trial), predicted[trial]);
        }
        return score;
    }
}
