// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtremeStatesTest {
    private static final int TRIALS = 2000;

    static Stream<Effector> effectors() {
        return EffectorContractTest.Bodies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void no_finite_state_command_or_load_makes_a_state_a_sense_or_a_gradient_that_is_not_a_number(Effector effector) {
        var random = RandomStream.of(1, "extremes");
        EffectorKernel kernel = effector.kernel(TRIALS, 0.01);
        double[][] state = wild(effector.states(), 1e5, random);
        double[][] command = wild(effector.muscles(), Double.MAX_VALUE, random);
        double[][] load = wild(2, 1e9, random);
        double[][] next = new double[effector.states()][TRIALS];
        int senses = 4 + 2 * effector.muscles();
        double[][] sense = new double[senses][TRIALS];
        double[][] muscle = new double[3 * effector.muscles()][TRIALS];
        double[][] byState = new double[effector.states()][TRIALS];
        double[][] byCommand = new double[effector.muscles()][TRIALS];

        kernel.step(state, command, load, next);
        kernel.stepVjp(state, command, load, wild(effector.states(), 1, random), byState, byCommand);
        kernel.sense(state, sense);
        kernel.senseVjp(state, wild(senses, 1, random), byState);
        kernel.muscles(state, muscle);
        kernel.forcesVjp(state, wild(effector.muscles(), 1, random), byState);

        for (double[][] result : new double[][][] {next, sense, muscle, byState, byCommand}) {
            assertThat(Stream.of(result)
                            .flatMapToDouble(java.util.Arrays::stream)
                            .allMatch(Double::isFinite))
                    .isTrue();
        }
        for (int m = 0; m < effector.muscles(); m++) {
            for (int trial = 0; trial < TRIALS; trial++) {
                assertThat(muscle[2 * effector.muscles() + m][trial]).isNotNegative(); // muscles do not push
                assertThat(next[4 + m][trial]).isBetween(effector.minimumActivation(), 1.0);
            }
        }
        for (int trial = 0; trial < TRIALS; trial++) {
            assertThat(Math.abs(next[2][trial])).isLessThanOrEqualTo(1000);
            assertThat(effector.reaches(effector.hand(next[0][trial], next[1][trial])))
                    .isTrue();
        }
    }

    /** Numbers of all magnitudes up to the greatest, of either sign, some of them zero. */
    private static double[][] wild(int rows, double greatest, RandomStream random) {
        double[][] values = new double[rows][TRIALS];
        double decades = Math.log10(greatest) + 6;
        for (double[] row : values) {
            for (int trial = 0; trial < TRIALS; trial++) {
                double size = Math.pow(10, decades * random.nextDouble() - 6);
                row[trial] = random.nextInt(10) == 0 ? 0 : random.nextInt(2) == 0 ? size : -size;
            }
        }
        return values;
    }
}
