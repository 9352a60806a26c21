// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CovarianceTest {
    private static final double[][] ROWS = {{1, 2}, {3, 2}, {5, 8}};

    @Test
    void three_rows_have_the_covariance_that_one_finds_by_hand() {
        Covariance found = Covariance.of(ROWS);

        // deviations -2 0 2 and -2 -2 4, over 3 - 1
        assertThat(Populations.distance(found.matrix(), new double[][] {{4, 6}, {6, 12}}))
                .isLessThan(1e-28); // rounding
        assertThat(Covariance.total(ROWS)).isCloseTo(16, within(1e-14));
        assertThat(found.top(2)).isCloseTo(16, within(1e-13));
    }

    @Test
    void principal_components_of_the_same_rows_have_the_same_axes_and_variances() {
        double[][] rows = Populations.gaussian(RandomStream.of(1, "rows"), 50, 4);

        Covariance found = Covariance.of(rows);
        PrincipalComponents components = PrincipalComponents.of(rows);

        for (int i = 0; i < 4; i++) {
            double cosine = Orthonormal.dot(Matrices.column(found.axes(4), i), Matrices.column(components.axes(), i));
            assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-12)); // rounding
            assertThat(found.variances()[i]).isCloseTo(components.variances()[i], within(1e-12));
        }
    }

    @Test
    void a_space_holds_the_variance_of_what_is_projected_onto_it() {
        var random = RandomStream.of(2, "rows");
        double[][] rows = Populations.gaussian(random, 40, 5);
        double[][] space = Populations.orthonormal(random, 5, 2);

        double held = Covariance.of(rows).within(space);

        assertThat(held).isCloseTo(Covariance.total(Matrices.product(rows, space)), within(1e-12));
    }

    @Test
    void the_rank_is_how_many_dimensions_rows_span() {
        var random = RandomStream.of(3, "rows");
        double[][] flat = Matrices.product(Populations.gaussian(random, 30, 3), Populations.gaussian(random, 3, 7));

        assertThat(SubspaceAlignment.rank(Covariance.of(flat))).isEqualTo(3);
        assertThat(SubspaceAlignment.rank(Covariance.of(ROWS))).isEqualTo(2);
    }

    @Test
    void rows_that_differ_by_rounding_alone_do_not_vary() {
        double[][] still = {{0.1 + 0.2, 7}, {0.3, 7}, {0.3, 7}};

        assertThatThrownBy(() -> Covariance.needVariance("unit.rate", still))
                .isInstanceOf(BadSetting.class)
                .hasMessage("unit.rate is the same in all conditions at all times, expected a signal that varies");
        assertThatCode(() -> Covariance.needVariance("unit.rate", ROWS)).doesNotThrowAnyException();
    }

    @Test
    void an_epoch_is_told_in_milliseconds_without_exponents() {
        assertThat(new Epoch(-0.3, 0).text()).isEqualTo("-300 to 0 ms");
        assertThat(new Epoch(0.0125, 100).text()).isEqualTo("12.5 to 100000 ms");
    }

    @Test
    void an_epoch_that_ends_before_it_begins_or_never_is_refused_by_its_names() {
        assertThatThrownBy(() -> Epoch.check("moveFrom", 0.4, "moveTo", 0.2))
                .isInstanceOf(BadSetting.class)
                .hasMessage("moveTo is 0.2 s, expected more than moveFrom, 0.4 s");
        assertThatThrownBy(() -> Epoch.check("moveFrom", 0.4, "moveTo", Double.NaN))
                .hasMessageContaining("moveTo is NaN s");
    }

    @Test
    void an_epoch_keeps_its_first_and_last_sample() {
        Activity activity = Activity.of(
                Populations.rates(Populations.batch(2, 2, 41, 20, 0.01), 2, (trial, t, unit) -> t + trial),
                "unit.rate");

        Activity part = new Epoch(-0.1, 0.1).of(activity);

        assertThat(part.times()).hasSize(21);
        assertThat(part.condition(0)[0][0]).isCloseTo(-0.1, within(1e-12));
        assertThat(part.condition(1)[20][1]).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void units_are_scaled_by_their_range_plus_the_constant_or_not_at_all() {
        Activity activity = Activity.of(
                Populations.rates(Populations.batch(2, 2, 21, 0, 0.01), 1, (trial, t, unit) -> 100 * t), "unit.rate");

        assertThat(new UnitScale(true, 5).of(activity).ranges()[0]).isCloseTo(20.0 / 25, within(1e-12));
        assertThat(new UnitScale(false, 5).of(activity).ranges()[0]).isCloseTo(20, within(1e-12));
        assertThat(new UnitScale(true, 5).text()).contains("plus 5");
        assertThatThrownBy(() -> new UnitScale(true, -1)).hasMessageContaining("soften is -1.0");
    }
}
