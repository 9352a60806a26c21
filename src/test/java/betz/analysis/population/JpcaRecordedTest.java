// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Recorded;
import betz.analysis.Subject;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of the authors' own code on recorded motor cortex; case 1 is not normalised, case 2 with 5 added to the ranges. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JpcaRecordedTest {
    /** The authors seek the skew-symmetric map step by step; they stop within 1e-8 of the closed form. */
    private static final double TOLERANCE = 1e-8;

    /** What 1.4e-9 in the map makes of its planes, whose speeds are 0.005 to 0.08 apart; see the test of the planes alone. */
    private static final double TOLERANCE_OF_PLANES = 5e-8;

    private static Finding found(int version) {
        Jpca settings = version == 2 ? Jpca.DEFAULT : new Jpca("unit.rate", -0.050, 0.150, 6, false, 0, true);
        return settings.of(Subject.of(ConditionTensors.churchland(), 1));
    }

    private static double[][] golden(int version, String file) {
        return Recorded.table(Recorded.vector("jpca/case" + version + "_" + file + ".csv"), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void every_figure_of_the_summary_is_that_of_the_authors(int version) {
        double[] summary = Recorded.table(Recorded.vector("jpca/summary.csv"), 1)[version - 1];
        String[] measures = {"r2_skew_plane1", "r2_best_plane1", "r2_skew", "r2_best"};

        Finding found = found(version);

        for (int i = 0; i < measures.length; i++) {
            assertThat(found.value(measures[i]).value()).as(measures[i]).isCloseTo(summary[7 + i], within(TOLERANCE));
        }
        assertThat(found.list("plane_variances").numbers())
                .containsExactly(Arrays.copyOfRange(summary, 11, 14), within(TOLERANCE));
        assertThat(found.list("frequencies_hz").numbers())
                .containsExactly(Arrays.copyOfRange(summary, 14, 17), within(TOLERANCE));
        assertThat(found.value("phase_angle").value()).isCloseTo(summary[17], within(TOLERANCE));
        assertThat(found.value("phase_dot").value()).isCloseTo(summary[18], within(TOLERANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void components_planes_and_projections_are_those_of_the_authors_but_for_signs_of_planes(int version) {
        Finding found = found(version);

        assertEqualButForSigns(found.list("pcs").rows(), golden(version, "PCs"), 1, TOLERANCE);
        // both axes of a plane may be turned round together, and no other way: that would turn states clockwise
        assertEqualButForSigns(found.list("jpcs").rows(), golden(version, "jPCs_highD"), 2, TOLERANCE_OF_PLANES);
        double[][] projections = Arrays.stream(golden(version, "proj"))
                .map(row -> Arrays.copyOfRange(row, 2, row.length))
                .toArray(double[][]::new);
        assertEqualButForSigns(found.list("projections").rows(), projections, 2, TOLERANCE_OF_PLANES);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void maps_are_those_of_the_authors_but_for_signs_of_components(int version) {
        Finding found = found(version);
        double[][] theirs = golden(version, "PCs");
        double[][] signs =
                Matrices.product(Matrices.transposed(theirs), found.list("pcs").rows());
        Arrays.stream(signs).forEach(row -> Arrays.setAll(row, i -> Math.rint(row[i])));

        for (String map : new String[] {"skew", "best"}) {
            double[][] ours = Matrices.product(
                    signs, Matrices.product(found.list("m_" + map).rows(), Matrices.transposed(signs)));
            assertClose(ours, golden(version, "M" + map), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_authors_own_map_has_the_authors_own_planes(int version) {
        double[][] theirs =
                Matrices.product(Matrices.transposed(golden(version, "PCs")), golden(version, "jPCs_highD"));

        double[][] axes = SkewSymmetric.of(golden(version, "Mskew")).axes();

        for (int plane = 0; plane < 3; plane++) {
            // rounding, and 15 digits in the files
            assertClose(projector(axes, plane), projector(theirs, plane), 1e-12);
        }
    }

    private static double[][] projector(double[][] axes, int plane) {
        double[][] two = Arrays.stream(axes)
                .map(row -> Arrays.copyOfRange(row, 2 * plane, 2 * plane + 2))
                .toArray(double[][]::new);
        return Matrices.product(two, Matrices.transposed(two));
    }

    private static void assertEqualButForSigns(double[][] ours, double[][] theirs, int together, double tolerance) {
        double[][] turned = Matrices.copy(ours);
        for (int first = 0; first < theirs[0].length; first += together) {
            int lead = first;
            double along = 0;
            for (int row = 0; row < theirs.length; row++) {
                along += ours[row][lead] * theirs[row][lead];
            }
            if (along < 0) {
                for (double[] row : turned) {
                    for (int j = first; j < first + together; j++) {
                        row[j] *= -1;
                    }
                }
            }
        }
        assertClose(turned, theirs, tolerance);
    }

    private static void assertClose(double[][] ours, double[][] theirs, double tolerance) {
        assertThat(ours.length).isEqualTo(theirs.length);
        for (int row = 0; row < theirs.length; row++) {
            assertThat(ours[row]).as("row " + row).containsExactly(theirs[row], within(tolerance));
        }
    }
}
