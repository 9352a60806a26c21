// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LeadingTest {
    @Test
    void the_first_component_holds_its_share_of_the_variance() {
        // three orthogonal columns of sums of squares 18, 4 and 2 about means of 1
        double[][] rows = {{4, 1, 1}, {-2, 1, 1}, {1, 1 + Math.sqrt(2), 2}, {1, 1 - Math.sqrt(2), 0}};

        Leading one = Leading.of(rows, 1);

        assertThat(one.count()).isEqualTo(1);
        assertThat(one.share()).isGreaterThan(18.0 / 24 - 1e-12).isLessThan(1);
        assertThat(one.scores()).hasDimensions(4, 1);
        assertThat(Math.abs(one.scores()[0][0])).isCloseTo(3, within(1e-12));
    }

    @Test
    void components_that_do_not_vary_are_left_out() {
        double[][] rows = Matrices.product(Made.gaussian(1, 30, 2), Made.gaussian(2, 2, 7));

        Leading all = Leading.of(rows, 10);

        assertThat(all.count()).isEqualTo(2);
        assertThat(all.share()).isCloseTo(1, within(1e-12));
        assertThat(all.axes()).hasDimensions(7, 2);
    }

    @Test
    void fewer_samples_than_units_are_enough() {
        Leading all = Leading.of(Made.gaussian(1, 5, 20), 10);

        assertThat(all.count()).isEqualTo(4); // less their mean, five samples span four dimensions
    }

    @Test
    void weights_give_what_dimensions_of_components_are_of_units() {
        double[][] rows = Made.gaussian(3, 20, 4);
        Leading all = Leading.of(rows, 4);
        double[][] dimensions = Made.gaussian(4, 4, 2);

        double[][] byUnits = Matrices.product(Matrices.centred(rows, Matrices.means(rows)), all.weights(dimensions));
        double[][] byComponents = Matrices.product(all.scores(), dimensions);

        assertThat(Matrices.squares(Matrices.sum(byUnits, -1, byComponents))).isLessThan(1e-24);
    }

    @Test
    void activity_that_stays_the_same_is_refused_also_where_it_is_not_zero() {
        double[][] still = Made.moved(new double[9][3], 1, 4);

        assertThatThrownBy(() -> Leading.of(still, 2))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("expected activity that varies");
    }

    @Test
    void a_tenth_is_the_same_also_where_its_mean_is_rounded() {
        double[][] still = Made.moved(new double[7][3], 1, 0.1);

        assertThatThrownBy(() -> Leading.of(still, 2)).isInstanceOf(BadSetting.class);
    }
}
