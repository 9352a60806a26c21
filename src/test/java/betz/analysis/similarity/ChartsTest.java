// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import betz.analysis.population.Activity;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChartsTest {
    private static final Activity TWO = Made.activity(new double[3][1], new double[3][1]);

    @Test
    void each_condition_has_a_line_over_milliseconds() {
        List<Curve> lines = Charts.courses("data", Kind.DATA, TWO, new double[] {1, 2, 3, 4, 5, 6});

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).x()).containsExactly(new double[] {0, 10, 20}, within(1e-12));
        assertThat(lines.get(1).y()).containsExactly(4, 5, 6);
    }

    @Test
    void each_condition_has_a_path() {
        double[] x = {1, 2, 3, 4, 5, 6};
        double[] y = {6, 5, 4, 3, 2, 1};

        List<Curve> paths = Charts.paths("other", Kind.OTHER, TWO, x, y);

        assertThat(paths).extracting(Curve::kind).containsExactly(Kind.OTHER, Kind.OTHER);
        assertThat(paths.get(0).x()).containsExactly(1, 2, 3);
        assertThat(paths.get(1).y()).containsExactly(3, 2, 1);
    }

    @Test
    void the_legend_names_the_data_first() {
        List<Curve> data = Charts.courses("data", Kind.DATA, TWO, new double[6]);
        List<Curve> other = Charts.courses("other", Kind.OTHER, TWO, new double[6]);

        assertThat(Charts.both(data, other)).extracting(Curve::name).containsExactly("data", "data", "other", "other");
        assertThat(Charts.places(3)).containsExactly(1, 2, 3);
    }
}
