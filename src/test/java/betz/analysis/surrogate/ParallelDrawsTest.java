// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.population.Activity;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for the surrogates of every method. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ParallelDrawsTest {
    private static final Activity ACTIVITY = Courses.turning(6, 9, 3, 0.3, 0.2, RandomStream.of(1, "activity"));

    private static Surrogates of(SurrogateMethod method) {
        return switch (method) {
            case CONDITION_SHUFFLE -> new ConditionShuffle(ACTIVITY);
            case TME -> new Tme(ACTIVITY, List.of(Margin.values()));
            case CMPT -> new Cmpt(ACTIVITY, 0.95);
        };
    }

    private static double[][] draw(Surrogates surrogates, int number) {
        return surrogates.draw(RandomStream.of(2, "draw", number)).rows();
    }

    @ParameterizedTest
    @EnumSource(SurrogateMethod.class)
    void draws_of_several_threads_at_once_are_those_of_one_after_the_other(SurrogateMethod method) {
        Surrogates surrogates = of(method);

        List<double[][]> together = IntStream.range(0, 64)
                .parallel()
                .mapToObj(number -> draw(surrogates, number))
                .toList();

        Surrogates fresh = of(method);
        for (int number = 63; number >= 0; number--) { // in another order, too
            assertThat(together.get(number)).isDeepEqualTo(draw(fresh, number));
        }
    }

    @ParameterizedTest
    @EnumSource(SurrogateMethod.class)
    void drawing_leaves_the_recording_as_it_was_and_hands_out_the_same_names(SurrogateMethod method) {
        double[][] before = ACTIVITY.rows();
        Activity drawn = of(method).draw(RandomStream.of(3, "draw"));

        drawn.values()[0][0][0] = 99;

        assertThat(ACTIVITY.rows()).isDeepEqualTo(before);
        assertThat(drawn.times()).isEqualTo(ACTIVITY.times());
        assertThat(drawn.conditions()).isEqualTo(ACTIVITY.conditions());
        assertThat(drawn.units()).isEqualTo(ACTIVITY.units());
        assertThat(drawn.dt()).isEqualTo(ACTIVITY.dt());
    }

    @ParameterizedTest
    @EnumSource(SurrogateMethod.class)
    void on_average_surrogates_vary_as_much_as_the_recording(SurrogateMethod method) {
        Surrogates surrogates = of(method);
        int draws = 200;
        double[] squares = IntStream.range(0, draws)
                .mapToDouble(number -> Matrices.squares(draw(surrogates, number)))
                .toArray();
        double recorded = Matrices.squares(ACTIVITY.rows());
        double mean =
                IntStream.range(0, draws).mapToDouble(i -> squares[i] / draws).sum();
        double spread = IntStream.range(0, draws)
                .mapToDouble(i -> Math.pow(squares[i] - mean, 2) / (draws - 1))
                .sum();

        // dealt courses have the same squares, greatest entropy in expectation: 4.5 standard errors and rounding
        assertThat(mean).isCloseTo(recorded, within(4.5 * Math.sqrt(spread / draws) + 1e-9 * recorded));
        assertThat(spread > 1e-9).isEqualTo(method == SurrogateMethod.TME);
    }
}
