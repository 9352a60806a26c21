// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.population.Activity;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the statistics are of activity whose dynamics are known, and what surrogates leave of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TestedStatisticTest {
    private static final List<Margin> ALL = List.of(Margin.values());

    /** Courses of conditions in pairs of opposite sign, so that the mean over conditions is 0 at all times. */
    private static Activity opposed(int pairs, int times, int units, Course course) {
        double[][][] values = new double[2 * pairs][times][units];
        for (int c = 0; c < 2 * pairs; c++) {
            for (int t = 0; t < times; t++) {
                for (int unit = 0; unit < units; unit++) {
                    values[c][t][unit] = (c % 2 == 0 ? 1 : -1) * course.at(c / 2, t, unit);
                }
            }
        }
        return Courses.of(values);
    }

    private interface Course {
        double at(int pair, int time, int unit);
    }

    /** Planes that turn by angles of their own and shrink or grow, each alone in two pairs of conditions. */
    private static Activity planes(int planes, double angle, double growth) {
        return opposed(2 * planes, 15, 2 * planes, (pair, t, unit) -> {
            double start = pair % 2 * Math.PI / 2;
            double size = pair / 2 == unit / 2 ? Math.pow(growth, t) * (1 + unit / 2) : 0;
            double phase = start + angle * (1 + 0.2 * Math.floorDiv(pair, 2)) * t;
            return size * (unit % 2 == 0 ? Math.cos(phase) : Math.sin(phase));
        });
    }

    private static Activity decays() {
        return opposed(6, 12, 6, (pair, t, unit) -> pair == unit ? Math.pow(0.95 - 0.1 * unit, t) : 0);
    }

    @Test
    void rotations_in_a_plane_are_explained_but_for_the_inward_step_of_a_chord() {
        Activity turning = planes(3, 0.2, 1);

        // a step of angle w is (cos w - 1) along the state, which no skew-symmetric map has, and sin w across:
        // in a plane of radius r the skew-symmetric share is sin²w r² of 2(1 - cos w) r²
        double across = 0;
        double all = 0;
        for (int plane = 0; plane < 3; plane++) {
            double w = 0.2 * (1 + 0.2 * plane);
            double r = 1 + plane;
            across += r * r * Math.sin(w) * Math.sin(w);
            all += r * r * 2 * (1 - Math.cos(w));
        }
        assertThat(TestedStatistic.ROTATIONS.value(turning)).isCloseTo(across / all, within(1e-9)); // rounding
    }

    @Test
    void activity_that_only_decays_along_axes_has_no_rotations_and_is_linear() {
        assertThat(TestedStatistic.ROTATIONS.value(decays())).isCloseTo(0, within(1e-12));
        Activity more = opposed(10, 12, 10, (pair, t, unit) -> pair == unit ? Math.pow(0.95 - 0.05 * unit, t) : 0);
        assertThat(TestedStatistic.LINEAR_DYNAMICS.value(more)).isCloseTo(1, within(1e-9));
    }

    @Test
    void spirals_are_linear_however_they_shrink_and_lose_rotations_with_it() {
        Activity still = planes(5, 0.2, 1);
        Activity shrinking = planes(5, 0.2, 0.85);

        assertThat(TestedStatistic.LINEAR_DYNAMICS.value(still)).isCloseTo(1, within(1e-9));
        assertThat(TestedStatistic.LINEAR_DYNAMICS.value(shrinking)).isCloseTo(1, within(1e-9));
        assertThat(TestedStatistic.ROTATIONS.value(shrinking))
                .isLessThan(TestedStatistic.ROTATIONS.value(still) - 0.05);
    }

    @Test
    void noise_that_has_no_dynamics_is_explained_by_its_return_to_the_mean_alone() {
        var random = RandomStream.of(1, "white");
        Activity white = opposed(40, 30, 10, (pair, t, unit) -> random.nextGaussian());

        // of white noise the best prediction of a change is minus the state: half of the change's variance
        assertThat(TestedStatistic.LINEAR_DYNAMICS.value(white)).isCloseTo(0.5, within(0.03));
        assertThat(TestedStatistic.ROTATIONS.value(white)).isBetween(0.0, 0.02);
    }

    @ParameterizedTest
    @EnumSource(TestedStatistic.class)
    void turning_units_and_scaling_them_changes_nothing(TestedStatistic statistic) {
        Activity activity = Courses.turning(6, 20, 6, 0.3, 0.3, RandomStream.of(2, "activity"));
        double[][] turn = betz.math.Svd.of(
                        Courses.alone(12, 1, 12, RandomStream.of(3, "turn")).rows())
                .u();
        double value = statistic.value(activity);

        assertThat(statistic.value(activity.onto(turn))).isCloseTo(value, within(1e-9));
        assertThat(statistic.value(activity.with(Matrices.sum(activity.rows(), 6, activity.rows()))))
                .isCloseTo(value, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(TestedStatistic.class)
    void what_conditions_share_counts_for_linear_dynamics_alone(TestedStatistic statistic) {
        Activity activity = Courses.turning(6, 20, 6, 0.3, 0.3, RandomStream.of(2, "activity"));
        double[][] rows = activity.rows();
        for (int row = 0; row < rows.length; row++) {
            for (int unit = 0; unit < 12; unit++) {
                rows[row][unit] += 5 * Math.sin(0.05 * (row % 20) * (unit + 1));
            }
        }
        double value = statistic.value(activity);
        double shared = statistic.value(activity.with(rows));

        if (statistic == TestedStatistic.LINEAR_DYNAMICS) {
            assertThat(shared).isNotCloseTo(value, within(0.01));
        } else {
            assertThat(shared).isCloseTo(value, within(1e-9));
        }
    }

    @Test
    void too_few_dimensions_are_refused_with_their_number() {
        Activity flat = Courses.turning(6, 20, 1, 0.3, 0.3, RandomStream.of(2, "activity"));

        assertThatThrownBy(() -> TestedStatistic.ROTATIONS.value(flat))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("components is 6, expected at most 2");
        assertThatThrownBy(() -> TestedStatistic.LINEAR_DYNAMICS.value(flat))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("dimension is 10, expected at most 2");
    }

    @ParameterizedTest
    @EnumSource(SurrogateMethod.class)
    void planted_rotations_stand_out_among_surrogates_of_every_method(SurrogateMethod method) {
        Activity turning = Courses.turning(8, 12, 6, 0.35, 0.25, RandomStream.of(5, "activity"));
        Activity oblique = mixed(turning);
        Finding found = test(method, TestedStatistic.ROTATIONS, 49).of(oblique, 1);

        assertThat(found.value("p").value()).isEqualTo(1 / 50.0);
        assertThat(found.value("p_lower").value()).isEqualTo(1);
    }

    /** Phases that differ between planes, so that rotations are not all in one plane. */
    private static Activity mixed(Activity turning) {
        double[][] rows = turning.rows();
        for (int row = 0; row < rows.length; row++) {
            int condition = row / 12;
            for (int plane = 0; plane < 6; plane++) {
                double size = 1 + Math.cos(2 * Math.PI * condition * (1 + plane % 3) / 8 + plane);
                rows[row][2 * plane] *= size;
                rows[row][2 * plane + 1] *= size;
            }
        }
        return turning.with(rows);
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedStatistic.class,
            names = {"ROTATIONS", "LINEAR_DYNAMICS"})
    void a_surrogate_in_the_place_of_the_recording_is_one_among_many(TestedStatistic statistic) {
        Activity turning = Courses.turning(6, 10, 6, 0.35, 0.3, RandomStream.of(6, "activity"));
        var tme = new Tme(turning, ALL);
        int sets = 40;
        double sum = 0;
        int extreme = 0;
        for (int set = 0; set < sets; set++) {
            Activity one = tme.draw(RandomStream.of(7, "recording", set));
            double p = SurrogateDraws.of(statistic, one, tme, 19, set).p();
            sum += p / sets;
            extreme += p == 0.05 ? 1 : 0;
        }

        // p is even over 0.05, 0.10 ... 1 with mean 0.525 and standard deviation 0.288: 4 standard errors
        assertThat(sum).isCloseTo(0.525, within(4 * 0.288 / Math.sqrt(sets)));
        assertThat(extreme).isLessThan(9); // 2 expected; 9 or more in one of 4,000 binomial draws
    }

    @Test
    void the_order_of_conditions_and_units_leaves_tme_the_same_distribution() {
        Activity activity = Courses.turning(4, 6, 2, 0.4, 0.3, RandomStream.of(2, "activity"));
        double[][][] values = activity.values();
        double[][][] turned = new double[4][6][4];
        for (int c = 0; c < 4; c++) {
            for (int t = 0; t < 6; t++) {
                for (int u = 0; u < 4; u++) {
                    turned[c][t][u] = values[3 - c][t][(u + 1) % 4];
                }
            }
        }
        double[][] one = new Tme(activity, ALL).covariance(Margin.UNIT);
        double[][] other = new Tme(Courses.of(turned), ALL).covariance(Margin.UNIT);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(other[i][j]).isCloseTo(one[(i + 1) % 4][(j + 1) % 4], within(1e-6));
            }
        }
    }

    @Test
    void scaled_activity_has_scaled_surrogates_under_the_same_random_numbers() {
        Activity activity = Courses.turning(5, 8, 3, 0.3, 0.2, RandomStream.of(5, "activity"));
        Activity scaled = activity.with(Matrices.sum(activity.rows(), 3, activity.rows()));

        for (Surrogates[] pair : List.of(
                new Surrogates[] {new ConditionShuffle(activity), new ConditionShuffle(scaled)},
                new Surrogates[] {new Cmpt(activity, 0.9), new Cmpt(scaled, 0.9)},
                new Surrogates[] {new Tme(activity, ALL), new Tme(scaled, ALL)})) {
            double[][] one = pair[0].draw(RandomStream.of(9, "draw")).rows();
            double[][] other = pair[1].draw(RandomStream.of(9, "draw")).rows();
            double missed = Matrices.squares(Matrices.sum(other, -4, one)) / Matrices.squares(other);
            assertThat(missed).as(pair[0].text()).isLessThan(1e-10); // the fit is met to 1e-7
        }
    }

    @ParameterizedTest
    @EnumSource(SurrogateMethod.class)
    void figures_tell_the_draws(SurrogateMethod method) {
        Activity turning = mixed(Courses.turning(8, 12, 6, 0.1, 0.9, RandomStream.of(5, "activity")));
        Finding found = test(method, TestedStatistic.ROTATIONS, 39).of(turning, 2);

        double[] drawn = found.list("surrogates").numbers();
        double value = found.value("value").value();
        int above = 0;
        double sum = 0;
        for (double one : drawn) {
            above += one >= value ? 1 : 0;
            sum += one;
        }
        double[] sorted = java.util.Arrays.stream(drawn).sorted().toArray();
        assertThat(value).isEqualTo(TestedStatistic.ROTATIONS.value(turning));
        assertThat(found.value("p").value()).isCloseTo((1.0 + above) / 40, within(1e-12));
        assertThat(found.value("p_lower").value()).isCloseTo((1.0 + 39 - above) / 40, within(1e-12));
        assertThat(found.value("surrogate_mean").value()).isCloseTo(sum / 39, within(1e-12));
        assertThat(found.value("surrogate_median").value()).isEqualTo(sorted[19]);
        // place 0.025 * 38 = 0.95 from the lowest
        assertThat(found.value("surrogate_mean").low()).isCloseTo(0.05 * sorted[0] + 0.95 * sorted[1], within(1e-12));
        assertThat(found.value("surrogate_mean").high())
                .isCloseTo(0.05 * sorted[38] + 0.95 * sorted[37], within(1e-12));
    }

    @ParameterizedTest
    @EnumSource(
            value = SurrogateMethod.class,
            names = {"CMPT", "CONDITION_SHUFFLE"})
    void similarity_is_the_mean_of_the_first_twenty_surrogates(SurrogateMethod method) {
        Activity turning = mixed(Courses.turning(8, 12, 6, 0.35, 0.25, RandomStream.of(5, "activity")));
        Finding found = test(method, TestedStatistic.LAGGED_ASYMMETRY, 30).of(turning, 4);

        Surrogates made = method == SurrogateMethod.CMPT ? new Cmpt(turning, 0.8) : new ConditionShuffle(turning);
        var cmpt = new Cmpt(turning, 0.8);
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            sum += cmpt.similarity(made.draw(RandomStream.of(4, "surrogate", i))) / 20;
        }
        assertThat(found.value("covariance_similarity").value()).isCloseTo(sum, within(1e-12));
        assertThat(found.conventions()).anyMatch(text -> text.contains("mean of the first 20 surrogates"));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestedStatistic.class,
            names = {"ROTATIONS", "LINEAR_DYNAMICS", "LAGGED_ASYMMETRY"})
    void the_statistic_is_named_in_words_and_on_the_chart(TestedStatistic statistic) {
        Activity turning = mixed(Courses.turning(8, 12, 6, 0.35, 0.25, RandomStream.of(5, "activity")));
        Finding found = test(SurrogateMethod.TME, statistic, 5).of(turning, 4);

        assertThat(found.conventions()).anyMatch(text -> text.contains("with a " + statistic.statistic()));
        assertThat(found.plots().get(0).x().label())
                .isEqualToIgnoringCase(statistic.statistic().replace('_', ' '));
        double[] centres = found.plots().get(0).curves().get(1).x();
        double[] recorded = found.plots().get(0).curves().get(1).y();
        double value = found.value("value").value();
        double half = (centres[1] - centres[0]) / 2;
        for (int bin = 0; bin < 20; bin++) {
            boolean here = Math.abs(value - centres[bin]) <= half * (1 + 1e-9);
            assertThat(recorded[bin]).isLessThanOrEqualTo(here ? 1 : 0);
        }
    }

    private static SurrogateTest test(SurrogateMethod method, TestedStatistic statistic, int draws) {
        return new SurrogateTest("unit.rate", statistic, method, ALL, 0.8, draws, 0, 0.11, false, 0);
    }
}
