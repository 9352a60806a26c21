// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How recurrent weights begin: each law by its moments or its eigenvalues. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InitialisationTest {
    private static final int UNITS = 200;

    @Test
    void orthogonal_weights_have_all_singular_values_at_their_gain() {
        double[] weights = filled(new Initialisation.Orthogonal(0.8));

        for (int i = 0; i < 5; i++) {
            for (int j = 0; j < 5; j++) {
                assertThat(dot(weights, i, j)).isCloseTo(i == j ? 0.64 : 0, within(1e-13));
            }
        }
    }

    @Test
    void even_and_gaussian_draws_have_their_papers_variance() {
        check(filled(Initialisation.Glorot.DEFAULT), 2.0 / (2 * UNITS), 4.0 / 5);
        check(filled(Initialisation.He.DEFAULT), 2.0 / UNITS, 2);
        check(filled(new Initialisation.Gaussian(1.5)), 2.25 / UNITS, 2);
    }

    /** The square of a draw of variance v has mean v and variance {@code spread·v²}; five standard errors. */
    private static void check(double[] weights, double variance, double spread) {
        double mean = Arrays.stream(weights).map(w -> w * w).average().orElseThrow();
        assertThat(mean).isCloseTo(variance, within(5 * variance * Math.sqrt(spread / weights.length)));
    }

    @Test
    void eigenvalues_of_gaussian_weights_fill_the_disc_of_their_radius() {
        assertThat(radius(filled(new Initialisation.Gaussian(1.5)), 0)).isBetween(1.4, 1.7); // 1.5 up to 1/√N
    }

    @Test
    void excitation_and_inhibition_are_in_balance_under_dales_law() {
        double[] weights = lawful(Connectivity.Dense.DEFAULT, 1.2);

        double excitation = 0;
        double inhibition = 0;
        for (int i = 0; i < weights.length; i++) {
            excitation += Math.max(0, weights[i]);
            inhibition -= Math.min(0, weights[i]);
        }
        // 40,000 draws of relative spread 0.55: a few thousandths
        assertThat(excitation / inhibition).isCloseTo(1, within(0.02));
    }

    @Test
    void eigenvalues_under_dales_law_fill_the_disc_of_their_radius() {
        // without the mean of each row a few stray eigenvalues are as far out as the bulk, some beyond; 1 in 50 is let
        // off
        assertThat(radius(lawful(Connectivity.Dense.DEFAULT, 1.2), 4)).isBetween(1.05, 1.35);
        assertThat(radius(lawful(new Connectivity.Sparse(0.3), 1.2), 4)).isBetween(1.05, 1.35);
    }

    @Test
    void thinned_rows_keep_their_norm_on_average() {
        var structure = new Structure(
                new Connectivity.Sparse(0.25),
                Signs.Mixed.DEFAULT,
                new Initialisation.Gaussian(1),
                Structure.DEFAULT.gain(),
                Start.Zero.DEFAULT,
                List.of());
        double[] weights = recurrent(structure);

        long there = Arrays.stream(weights).filter(w -> w != 0).count();
        assertThat(there).isBetween(9_650L, 10_350L); // 10,000 of 40,000 with standard deviation 87
        double norm = IntStream.range(0, UNITS)
                .mapToDouble(row -> dot(weights, row, row))
                .average()
                .orElseThrow();
        assertThat(norm).isCloseTo(1, within(0.1)); // 200 rows, each of relative standard deviation √(2/50)
    }

    private static double[] lawful(Connectivity connectivity, double g) {
        return recurrent(new Structure(
                connectivity,
                new Signs.Dale(0.8),
                new Initialisation.LogNormal(g, 0.5),
                Structure.DEFAULT.gain(),
                Start.Zero.DEFAULT,
                List.of()));
    }

    private static double[] recurrent(Structure structure) {
        var cell = new Vanilla(UNITS, Activation.RELU, Readout.LINEAR, 0, structure);
        List<Sense> none = List.of();
        double[] weights = Wiring.of(cell, none, 1, 3).weights(cell.initial(0, 1, 3));
        int offset = cell.layout(0, 1).block("weight_hh").offset();
        return Arrays.copyOfRange(weights, offset, offset + UNITS * UNITS);
    }

    private static double[] filled(Initialisation initialisation) {
        double[] weights = new double[UNITS * UNITS];
        initialisation.fill(weights, 0, UNITS, RandomStream.of(3, "test"));
        return weights;
    }

    /** Returns the size of the largest eigenvalue but so many. */
    private static double radius(double[] weights, int but) {
        double[][] rows = new double[UNITS][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(weights, i * UNITS, (i + 1) * UNITS));
        var eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(rows));
        double[] sizes = new double[UNITS];
        Arrays.setAll(sizes, i -> Math.hypot(eigen.getRealEigenvalue(i), eigen.getImagEigenvalue(i)));
        Arrays.sort(sizes);
        return sizes[UNITS - 1 - but];
    }

    private static double dot(double[] weights, int a, int b) {
        return IntStream.range(0, UNITS)
                .mapToDouble(k -> weights[a * UNITS + k] * weights[b * UNITS + k])
                .sum();
    }
}
