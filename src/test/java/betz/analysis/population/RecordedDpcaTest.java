// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Recorded;
import betz.analysis.population.Demixed.Part;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedDpcaTest {
    /** Another implementation solves the normal equations, whose condition is 1e12 at this ridge. */
    private static final double NORMAL_EQUATIONS = 1e-8;

    @Test
    void shares_and_components_of_monkey_motor_cortex_are_those_of_another_implementation() {
        // -50 to 350 ms, numpy: C = X_p X'(X X' + (λ |X|)²)⁻¹, encoders the eigenvectors of C X X'C'
        var found = Demixed.of(activity(), 10, 1e-6);

        assertThat(found.share(Part.TIME)).isCloseTo(0.0255893572478498, within(1e-14));
        assertThat(found.share(Part.CONDITION)).isCloseTo(0.9744106427521502, within(1e-14));
        assertThat(found.together()[19]).isCloseTo(0.8644393443220996, within(NORMAL_EQUATIONS));
        assertThat(found.principal()[19]).isCloseTo(0.9668647970702008, within(1e-12));
        assertThat(Arrays.copyOf(found.explained(), 3))
                .containsExactly(new double[] {0.220519, 0.175189, 0.097482}, within(5e-7)); // as printed
        assertThat(found.parts().subList(0, 5)).containsOnly(Part.CONDITION);
    }

    private static Activity activity() {
        double[][] table = Recorded.table(Recorded.data("churchland2012_TME/tensor.csv"), 1);
        double[][][] values = new double[10][41][];
        int[] times = new int[10];
        for (double[] row : table) {
            int condition = (int) row[0];
            if (times[condition] < 41) {
                values[condition][times[condition]++] = Arrays.copyOfRange(row, 2, row.length);
            }
        }
        return DemixedTest.activity(values);
    }
}
