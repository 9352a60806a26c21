// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of whole analyses against plain loops over the samples. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BruteForceTest {
    private static final int CONDITIONS = 5;
    private static final int STEPS = 61;
    private static final int BEFORE = 20;
    private static final int UNITS = 6;
    private static final double DT = 0.01;
    private static final double[][][] X = x();
    private static final Recording RECORDING = recording();

    private static double[][][] x() {
        var random = RandomStream.of(4, "brute");
        double[][][] x = new double[CONDITIONS][STEPS][UNITS];
        for (int c = 0; c < CONDITIONS; c++) {
            for (int t = 0; t < STEPS; t++) {
                for (int u = 0; u < UNITS; u++) {
                    x[c][t][u] = 15
                            + 3 * (u + 1) * Math.sin(0.05 * t * (u + 1) + c)
                            + 4 * Math.tanh(0.1 * t - 3)
                            + random.nextGaussian();
                }
            }
        }
        return x;
    }

    private static Recording recording() {
        TrialBatch batch = Populations.batch(CONDITIONS, CONDITIONS, STEPS, BEFORE, DT);
        return Populations.rates(batch, UNITS, (c, t, u) -> X[c][step(t)][u])
                .with(Populations.signal(
                        "muscle.activation",
                        "1",
                        batch,
                        3,
                        (c, t, m) -> X[c][step(t)][m] - 0.3 * X[c][step(t)][m + 2] * X[c][step(t)][m + 1]));
    }

    private static int step(double t) {
        return BEFORE + (int) Math.round(100 * t);
    }

    /** Units over their range over all times plus a constant, less the mean over conditions if wanted. */
    private static double[][][] prepared(double[][][] x, double soften, boolean less) {
        double[][][] out = new double[x.length][x[0].length][x[0][0].length];
        for (int u = 0; u < x[0][0].length; u++) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (double[][] condition : x) {
                for (double[] row : condition) {
                    low = Math.min(low, row[u]);
                    high = Math.max(high, row[u]);
                }
            }
            for (int t = 0; t < x[0].length; t++) {
                double mean = 0;
                for (double[][] condition : x) {
                    mean += condition[t][u] / x.length;
                }
                for (int c = 0; c < x.length; c++) {
                    out[c][t][u] = (x[c][t][u] - (less ? mean : 0)) / (high - low + soften);
                }
            }
        }
        return out;
    }

    /** Samples from one step to another, both included, condition after condition. */
    private static double[][] rows(double[][][] x, int from, int to) {
        return Arrays.stream(x)
                .flatMap(condition -> Arrays.stream(condition, from, to + 1))
                .toArray(double[][]::new);
    }

    private static double[][] covariance(double[][] rows) {
        double[] mean = Matrices.means(rows);
        double[][] sum = new double[UNITS][UNITS];
        for (double[] row : rows) {
            for (int i = 0; i < UNITS; i++) {
                for (int j = 0; j < UNITS; j++) {
                    sum[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (rows.length - 1);
                }
            }
        }
        return sum;
    }

    /** Of centred rows: right singular vectors in the order of their values. */
    private static Svd svd(double[][] rows) {
        return Svd.of(Matrices.centred(rows, Matrices.means(rows)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void tangling_is_the_largest_ratio_of_squared_distances(int every) {
        var tangling = new Tangling("unit.rate", 4, true, 2, true, 0.3, -0.1, 0.3, every);
        Finding found = tangling.of(Subject.of(RECORDING, 1));

        double[][][] all = prepared(X, 2, true);
        int times = 40 / every + 1; // from -100 to 300 ms
        double[][][] thin = new double[CONDITIONS][times][];
        for (int c = 0; c < CONDITIONS; c++) {
            for (int t = 0; t < times; t++) {
                thin[c][t] = all[c][10 + every * t];
            }
        }
        double[][] rows = rows(thin, 0, times - 1);
        double[][] axes = Matrices.columns(svd(rows).v(), 4);
        double[][] state = Matrices.product(rows, axes);
        double total = 0;
        double[] mean = Matrices.means(state);
        for (double[] row : state) {
            for (int i = 0; i < 4; i++) {
                total += (row[i] - mean[i]) * (row[i] - mean[i]) / (rows.length - 1);
            }
        }
        double[] q = new double[rows.length];
        for (int a = 0; a < q.length; a++) {
            for (int b = 0; b < q.length; b++) {
                double slopes = 0;
                double apart = 0;
                for (int i = 0; i < 4; i++) {
                    double mine = state[a][i] - (a % times == 0 ? 2 * state[a][i] - state[a + 1][i] : state[a - 1][i]);
                    double other = state[b][i] - (b % times == 0 ? 2 * state[b][i] - state[b + 1][i] : state[b - 1][i]);
                    slopes += Math.pow((mine - other) / (every * DT), 2);
                    apart += Math.pow(state[a][i] - state[b][i], 2);
                }
                q[a] = Math.max(q[a], slopes / (apart + 0.3 * total));
            }
        }
        double[][] table = found.list("tangling").rows();
        assertThat(table).hasDimensions(CONDITIONS, times);
        for (int i = 0; i < q.length; i++) {
            assertThat(table[i / times][i % times]).isCloseTo(q[i], within(1e-8 * q[i])); // rounding
        }
        Arrays.sort(q);
        assertThat(found.value("max").value()).isCloseTo(q[q.length - 1], within(1e-8 * q[q.length - 1]));
        double place = 0.9 * (q.length - 1); // type 7
        int below = (int) place;
        double p90 = q[below] + (place - below) * (q[below + 1] - q[below]);
        assertThat(found.value("p90").value()).isCloseTo(p90, within(1e-8 * p90));
        assertThat(String.join(" ", found.conventions())).contains("over its step of " + 10 * every + " ms");
    }

    @Test
    void alignment_is_the_variance_along_the_other_epochs_axes_over_the_most_there_can_be() {
        var alignment = new Alignment("unit.rate", 3, -0.2, -0.05, 0.1, 0.4, true, 2, true, 400);
        Finding found = alignment.of(Subject.of(RECORDING, 1));

        double[][][] all = prepared(X, 2, true);
        double[][] early = rows(all, 0, 15);
        double[][] late = rows(all, 30, 60);
        double[] index = index(early, late);
        double[] reverse = index(late, early);
        for (int d = 0; d < 3; d++) {
            assertThat(found.list("alignment_by_dimensions").numbers()[d]).isCloseTo(index[d], within(1e-9));
            assertThat(found.list("alignment_reverse_by_dimensions").numbers()[d])
                    .isCloseTo(reverse[d], within(1e-9));
        }
        assertThat(found.value("alignment").value()).isCloseTo(index[2], within(1e-9));
        assertThat(found.value("alignment_reverse").value()).isCloseTo(reverse[2], within(1e-9));
        assertThat(found.value("variance_held_first").value()).isCloseTo(held(early), within(1e-9));
        assertThat(found.value("variance_held_second").value()).isCloseTo(held(late), within(1e-9));
    }

    private static double[] index(double[][] from, double[][] of) {
        double[][] scores = Matrices.product(
                Matrices.centred(of, Matrices.means(of)), svd(from).v());
        double[] s = svd(of).s();
        double[] index = new double[3];
        double along = 0;
        double most = 0;
        for (int d = 0; d < 3; d++) {
            for (double[] row : scores) {
                along += row[d] * row[d];
            }
            most += s[d] * s[d];
            index[d] = along / most;
        }
        return index;
    }

    private static double held(double[][] rows) {
        double[] s = svd(rows).s();
        return (s[0] * s[0] + s[1] * s[1] + s[2] * s[2])
                / Arrays.stream(s).map(one -> one * one).sum();
    }

    @Test
    void chance_of_alignment_is_told_by_its_draws() {
        var alignment = new Alignment("unit.rate", 2, -0.2, -0.05, 0.1, 0.4, true, 2, true, 199);
        Finding found = alignment.of(Subject.of(RECORDING, 1));

        double[] draws = found.list("chance_draws").numbers();
        double index = found.value("alignment").value();
        assertThat(draws).hasSize(199);
        assertThat(found.value("chance").value()).isCloseTo(Samples.mean(draws), within(1e-12));
        assertThat(found.value("chance").low()).isEqualTo(Samples.quantile(draws, 0.025));
        assertThat(found.value("chance").high()).isEqualTo(Samples.quantile(draws, 0.975));
        long low = Arrays.stream(draws).filter(one -> one <= index).count();
        assertThat(found.value("p").value()).isCloseTo((1.0 + low) / 200, within(1e-12));
    }

    @Test
    void one_random_axis_holds_what_the_expectation_over_directions_says() {
        // with all activity in two axes of variance 3 and 1, the axis is at an angle whose tangent is
        // sqrt(1/3) times a Cauchy number: the mean of its squared cosine is sqrt(3)/(1 + sqrt(3))
        Covariance all = Covariance.wrap(new double[][] {{3, 0}, {0, 1}});
        Covariance first = Covariance.wrap(new double[][] {{1, 0}, {0, 0}});

        double[][] draws = SubspaceAlignment.random(all, first, 1, 40_000, RandomStream.of(1, "axis"));

        double expected = Math.sqrt(3) / (1 + Math.sqrt(3));
        // a share of standard deviation at most 0.35: 4.5 standard errors
        assertThat(Samples.mean(Matrices.column(draws, 0))).isCloseTo(expected, within(4.5 * 0.35 / 200));
    }

    @Test
    void potent_and_null_sums_are_those_of_plain_projections() {
        var asked = new PotentNull("unit.rate", "muscle.activation", 4, 2, -0.2, -0.05, 0.1, 0.4, true, 2, 3000);
        Finding found = asked.of(Subject.of(RECORDING, 7));

        double[][][] units = prepared(X, 2, true);
        double[][] early = rows(units, 0, 15);
        double[][] late = rows(units, 30, 60);
        double[][] both = new double[early.length + late.length][];
        System.arraycopy(early, 0, both, 0, early.length);
        System.arraycopy(late, 0, both, early.length, late.length);
        double[][] axes = Matrices.columns(svd(both).v(), 4);
        double[][][] raw = new double[CONDITIONS][STEPS][3];
        for (int c = 0; c < CONDITIONS; c++) {
            for (int t = 0; t < STEPS; t++) {
                for (int m = 0; m < 3; m++) {
                    raw[c][t][m] = RECORDING.signal("muscle.activation").get(c, t, m);
                }
            }
        }
        double[][] muscles = rows(prepared(raw, 0, true), 30, 60);
        double[][] followed =
                Matrices.product(muscles, Matrices.columns(svd(muscles).v(), 2));
        double[][] neural = Matrices.product(late, axes);
        double[][] readout = Svd.of(neural).solve(followed);
        double[][] potent = Svd.of(readout).u();
        double[][] prep = Matrices.product(early, axes);

        double ofPrep = ratio(prep, potent);
        double ofMove = ratio(neural, potent);
        assertThat(found.value("null_to_potent_prep").value()).isCloseTo(ofPrep, within(1e-8 * ofPrep));
        assertThat(found.value("null_to_potent_move").value()).isCloseTo(ofMove, within(1e-8 * ofMove));
        assertThat(found.value("tuning_ratio").value()).isCloseTo(ofPrep / ofMove, within(1e-8 * ofPrep / ofMove));
        double missed = Matrices.squares(Matrices.sum(followed, -1, Matrices.product(neural, readout)));
        assertThat(found.value("muscle_r2").value()).isCloseTo(1 - missed / Matrices.squares(followed), within(1e-9));

        // axes have arbitrary signs, so draws are others of the same distribution
        var random = RandomStream.of(7, "plain");
        double[] chance = new double[3000];
        Arrays.setAll(chance, i -> {
            double[][] space = Svd.of(Populations.gaussian(random, 4, 2)).u();
            return ratio(prep, space) / ratio(neural, space);
        });
        long asHigh =
                Arrays.stream(chance).filter(one -> one >= ofPrep / ofMove).count();
        double p = (1.0 + asHigh) / 3001;
        // 4.5 standard errors of the difference of two such shares
        assertThat(found.value("p").value()).isCloseTo(p, within(4.5 * Math.sqrt(2 * p * (1 - p) / 3000)));
        // 75 draws lie beyond each end; 90 % or 99 % would be off by more than half
        assertThat(found.value("chance").low() / Samples.quantile(chance, 0.025))
                .isBetween(0.7, 1.4);
        assertThat(found.value("chance").high() / Samples.quantile(chance, 0.975))
                .isBetween(0.7, 1.4);
    }

    /** All squares less those in the space, over those in the space. */
    private static double ratio(double[][] rows, double[][] space) {
        double inside = Matrices.squares(Matrices.product(rows, space));
        return (Matrices.squares(rows) - inside) / inside;
    }

    @Test
    void what_conditions_share_is_a_share_of_sums_of_squares() {
        var asked = new ConditionInvariant("unit.rate", -0.1, 0.3, true, 2, 0);
        Finding found = asked.of(Subject.of(RECORDING, 1));

        double[][][] units = prepared(X, 2, false);
        double[][] all = rows(units, 10, 50);
        double[] middle = Matrices.means(all);
        double[][] mean = new double[41][UNITS];
        for (int t = 0; t < 41; t++) {
            for (int u = 0; u < UNITS; u++) {
                for (double[][] condition : units) {
                    mean[t][u] += condition[10 + t][u] / CONDITIONS;
                }
            }
        }
        double total = Matrices.squares(Matrices.centred(all, middle));
        double shared = CONDITIONS * Matrices.squares(Matrices.centred(mean, middle));
        double[][] axis = Matrices.columns(svd(mean).v(), 1);
        double along = CONDITIONS * Matrices.squares(Matrices.product(Matrices.centred(mean, middle), axis));
        double any = Matrices.squares(Matrices.product(Matrices.centred(all, middle), axis));
        double specific = svd(rows(prepared(X, 2, true), 10, 50)).s()[0];
        assertThat(found.value("share").value()).isCloseTo(shared / total, within(1e-10));
        assertThat(found.value("component_share").value()).isCloseTo(along / total, within(1e-10));
        assertThat(found.value("component_invariance").value()).isCloseTo(along / any, within(1e-10));
        assertThat(found.value("largest_specific_share").value()).isCloseTo(specific * specific / total, within(1e-10));
    }

    @Test
    void no_pair_of_orthogonal_spaces_holds_more_than_the_one_that_is_found() {
        double[][][] all = prepared(X, 2, true);
        double[][] early = covariance(rows(all, 0, 15));
        double[][] late = covariance(rows(all, 30, 60));
        Finding found =
                new Subspaces("unit.rate", 1, 2, -0.2, -0.05, 0.1, 0.4, true, 2, true, 5).of(Subject.of(RECORDING, 1));
        double value = found.value("value").value();
        double[] top = Covariance.wrap(late).variances();
        var random = RandomStream.of(9, "pairs");
        double[][] best = joined(found);

        assertThat(held(best, early, late, top)).isCloseTo(value, within(1e-9));
        for (int pair = 0; pair < 3000; pair++) {
            double size = pair % 3 == 0 ? 10 : pair % 3 == 1 ? 0.1 : 0.003;
            double[][] other = Orthonormal.of(Matrices.sum(best, size, Populations.gaussian(random, UNITS, 3)));
            assertThat(held(other, early, late, top)).isLessThan(value + 1e-9);
        }
        assertThat(found.value("prep_held").value() + found.value("move_held").value())
                .isCloseTo(value, within(1e-9));
    }

    private static double[][] joined(Finding found) {
        double[][] prep = found.list("prep_axes").rows();
        double[][] move = found.list("move_axes").rows();
        double[][] both = new double[UNITS][];
        Arrays.setAll(both, u -> new double[] {prep[u][0], move[u][0], move[u][1]});
        return both;
    }

    private static double held(double[][] q, double[][] early, double[][] late, double... top) {
        double[][] first = Matrices.columns(q, 1);
        double prep =
                Covariance.wrap(early).within(first) / Covariance.wrap(early).variances()[0];
        double move = Covariance.wrap(late).within(q) - Covariance.wrap(late).within(first);
        return prep + move / (top[0] + top[1]);
    }

    @Test
    void exchanging_the_epochs_exchanges_the_spaces() {
        Finding one =
                new Subspaces("unit.rate", 1, 2, -0.2, -0.05, 0.1, 0.4, true, 2, true, 4).of(Subject.of(RECORDING, 1));
        Finding other =
                new Subspaces("unit.rate", 2, 1, 0.1, 0.4, -0.2, -0.05, true, 2, true, 4).of(Subject.of(RECORDING, 1));

        assertThat(other.value("value").value()).isCloseTo(one.value("value").value(), within(1e-9));
        assertThat(other.value("naive_value").value())
                .isCloseTo(one.value("naive_value").value(), within(1e-9));
        assertThat(other.value("prep_variance_in_move_space").value())
                .isCloseTo(one.value("move_variance_in_prep_space").value(), within(1e-7));
        assertThat(other.value("move_variance_in_move_space").value())
                .isCloseTo(one.value("prep_variance_in_prep_space").value(), within(1e-7));
    }
}
