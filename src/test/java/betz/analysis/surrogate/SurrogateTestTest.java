// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.analysis.population.Activity;
import betz.analysis.population.Jpca;
import betz.analysis.population.Lds;
import betz.analysis.population.LinearDynamics;
import betz.analysis.population.Rotations;
import betz.common.RandomStream;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SurrogateTestTest {
    private static final List<Margin> ALL = List.of(Margin.values());

    @Test
    void states_that_turn_in_a_plane_have_an_asymmetry_of_the_squared_sine_of_their_angle() {
        for (double angle : new double[] {0.1, 0.5, Math.PI / 2}) {
            Activity activity = Courses.turning(8, 12, 1, angle, 0, RandomStream.of(1, "none"));

            double expected = Math.sin(angle) * Math.sin(angle);
            assertThat(LaggedAsymmetry.of(activity)).isCloseTo(expected, within(1e-12)); // rounding of sums
        }
    }

    @Test
    void activity_that_goes_the_way_it_came_has_none() {
        double[][][] values =
                Courses.alone(4, 9, 3, RandomStream.of(2, "activity")).values();
        for (double[][] condition : values) {
            for (int t = 5; t < 9; t++) {
                condition[t] = condition[8 - t].clone();
            }
        }

        assertThat(LaggedAsymmetry.of(Courses.of(values))).isCloseTo(0, within(1e-25));
    }

    @ParameterizedTest
    @EnumSource(SurrogateMethod.class)
    void rotations_of_all_units_stand_out_among_surrogates_of_each_method(SurrogateMethod method) {
        Finding found = test(method, TestedStatistic.LAGGED_ASYMMETRY, ALL).of(turning(), 1);

        assertThat(found.value("p").value()).isEqualTo(1 / 100.0);
        assertThat(found.value("p_lower").value()).isEqualTo(1);
        assertThat(found.value("value").value())
                .isGreaterThan(found.value("surrogate_mean").high());
    }

    @Test
    void units_that_share_what_they_do_have_a_lower_participation_ratio_than_shuffled_ones() {
        var shuffle = test(SurrogateMethod.CONDITION_SHUFFLE, TestedStatistic.PARTICIPATION_RATIO, ALL);
        Activity activity = Courses.turning(8, 10, 4, 0.2, 0.1, RandomStream.of(3, "activity"));

        Finding found = shuffle.of(activity, 1);

        assertThat(found.value("p_lower").value()).isEqualTo(1 / 100.0);
        // the two dimensions of the planes, which start together, and a little noise
        assertThat(found.value("value").value()).isBetween(2.0, 2.2);
    }

    @Test
    void covariances_of_matched_permutations_are_told_to_be_similar() {
        double matched = similarity(SurrogateMethod.CMPT);

        assertThat(matched).isBetween(0.6, 1.0);
        assertThat(similarity(SurrogateMethod.CONDITION_SHUFFLE)).isLessThan(0.5 * matched);
    }

    @Test
    void the_finding_holds_every_surrogate_and_a_histogram_of_them() {
        Finding found =
                test(SurrogateMethod.TME, TestedStatistic.LAGGED_ASYMMETRY, ALL).of(turning(), 1);

        assertThat(found.name()).isEqualTo("surrogate_test");
        assertThat(found.measures().stream().map(Measure::name))
                .containsExactly("value", "surrogate_mean", "surrogate_median", "p", "p_lower");
        assertThat(found.list("surrogates").numbers()).hasSize(99);
        Plot plot = found.plots().get(0);
        assertThat(plot.form()).isEqualTo(Plot.Form.BARS);
        assertThat(Arrays.stream(plot.curves().get(0).y()).sum()).isEqualTo(99);
        assertThat(Arrays.stream(plot.curves().get(1).y()).sum()).isEqualTo(1);
        assertThat(plot.curves().get(0).x()).hasSize(20).isSorted();
        assertThat(plot.x().label()).isEqualTo("Lagged asymmetry");
    }

    @Test
    void the_seed_fixes_every_figure() {
        var test = test(SurrogateMethod.TME, TestedStatistic.LAGGED_ASYMMETRY, ALL);

        double[] once = test.of(turning(), 1).list("surrogates").numbers();

        assertThat(test.of(turning(), 1).list("surrogates").numbers()).isEqualTo(once);
        assertThat(test.of(turning(), 2).list("surrogates").numbers()).isNotEqualTo(once);
    }

    @Test
    void a_recording_is_averaged_normalised_over_all_times_and_cut_to_the_window() {
        Activity activity = Courses.turning(6, 40, 2, 0.2, 0.1, RandomStream.of(4, "activity"));
        Activity cut = activity.normalised(5).window(0.05, 0.25);

        SurrogateTest usual = SurrogateTest.DEFAULT;
        var test = new SurrogateTest(
                usual.signal(),
                TestedStatistic.LAGGED_ASYMMETRY,
                usual.method(),
                usual.margins(),
                usual.similarity(),
                usual.draws(),
                usual.from(),
                usual.to(),
                usual.normalise(),
                usual.soften());
        Finding found = test.of(Subject.of(recording(activity, 10), 1));

        assertThat(found.value("value").value()).isCloseTo(LaggedAsymmetry.of(cut), within(1e-12));
        assertThat(String.join(" ", found.conventions()))
                .contains("from -50 to 150 ms", "range over all recorded times plus 5.0", "200 draws")
                .contains("covariances over condition, time, unit");
    }

    @Test
    void what_cannot_be_tested_is_told() {
        assertThatThrownBy(() -> test(SurrogateMethod.TME, TestedStatistic.PARTICIPATION_RATIO, ALL))
                .hasMessage("statistic is PARTICIPATION_RATIO, which the covariances between units decide, with"
                        + " surrogates that keep them, expected CONDITION_SHUFFLE, or TME without UNIT");
        assertThatThrownBy(() -> test(SurrogateMethod.CMPT, TestedStatistic.PARTICIPATION_RATIO, List.of(Margin.TIME)))
                .hasMessageStartingWith("statistic is PARTICIPATION_RATIO");
        assertThat(test(SurrogateMethod.TME, TestedStatistic.PARTICIPATION_RATIO, List.of(Margin.TIME))
                        .margins())
                .containsExactly(Margin.TIME);
    }

    @Test
    void bad_settings_are_told() {
        assertThatThrownBy(() -> test(SurrogateMethod.TME, TestedStatistic.LAGGED_ASYMMETRY, List.of()))
                .hasMessage("margins is 0 margins, expected 1 to 3 margins");
        assertThatThrownBy(() ->
                        test(SurrogateMethod.TME, TestedStatistic.LAGGED_ASYMMETRY, List.of(Margin.TIME, Margin.TIME)))
                .hasMessage("margins is [TIME, TIME], expected each at most once");
        assertThatThrownBy(() -> SurrogateTest.DEFAULT.of(Subject.of(recording(turning(), 2), 1)))
                .hasMessageContaining("window is -50 ms to 150 ms");
    }

    private static double similarity(SurrogateMethod method) {
        Finding found = test(method, TestedStatistic.LAGGED_ASYMMETRY, ALL).of(turning(), 1);
        return found.value("covariance_similarity").value();
    }

    private static SurrogateTest test(SurrogateMethod method, TestedStatistic statistic, List<Margin> margins) {
        return new SurrogateTest("unit.rate", statistic, method, margins, 0.9, 99, 0, 0.09, false, 0);
    }

    private static Activity turning() {
        return Courses.turning(8, 10, 4, 0.4, 0.2, RandomStream.of(5, "activity"));
    }

    /** One trial of each condition with the go cue at a step. */
    private static Recording recording(Activity activity, int go) {
        int steps = activity.times().length;
        List<Trial> asked = activity.conditions().stream()
                .map(condition -> new Trial(condition, new Point(0, 0), new Point(0.1, 0), 0, go, steps))
                .toList();
        var rates = Signal.zeros("unit.rate", "spikes/s", asked.size(), steps, activity.units());
        IntStream.range(0, asked.size())
                .forEach(trial -> IntStream.range(0, steps)
                        .forEach(step -> IntStream.range(0, activity.units().size())
                                .forEach(unit -> rates.set(trial, step, unit, activity.values()[trial][step][unit]))));
        return new Recording(new TrialBatch(activity.dt(), steps, asked), List.of(rates));
    }

    @Test
    void rotations_and_linear_dynamics_are_those_of_jpca_and_lds() {
        Activity activity = Courses.turning(6, 40, 12, 0.2, 0.1, RandomStream.of(4, "activity"));
        Activity own = activity.lessAcrossConditions();

        assertThat(TestedStatistic.ROTATIONS.value(activity))
                .isEqualTo(Rotations.of(own, Jpca.DEFAULT.components()).r2Skew());
        assertThat(TestedStatistic.LINEAR_DYNAMICS.value(activity))
                .isEqualTo(LinearDynamics.of(activity, Lds.DEFAULT.dimension()).r2());
        assertThat(SurrogateTest.DEFAULT.statistic()).isEqualTo(TestedStatistic.ROTATIONS);
    }
}
