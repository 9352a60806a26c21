// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.report.Figure;
import betz.report.Series;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AreaFiguresTest {
    private static final int UNITS =
            SyntheticReaches.whole(1).signal("unit.rate").channels().size();

    @Test
    void each_area_shows_the_mean_of_its_units_and_how_far_they_tell_targets_apart() {
        List<String> areas = IntStream.range(0, UNITS)
                .mapToObj(unit -> unit < 2 ? "PMd" : "rest of it")
                .toList();

        Figure figure = AreaFigures.of(SyntheticReaches.whole(1), areas).orElseThrow();

        assertThat(figure.parts()).extracting(part -> part.caption().title()).containsExactly("PMd", "rest of it");
        // the synthetic rates do not change in time, and their conditions are eight directions
        double[] mean = new double[8];
        double[] square = new double[8];
        for (int i = 0; i < 8; i++) {
            double direction = -Math.PI + i * Math.PI / 4;
            for (int unit = 0; unit < 2; unit++) {
                mean[unit] += SyntheticReaches.rate(unit, direction) / 8;
                square[unit] += Math.pow(SyntheticReaches.rate(unit, direction), 2) / 8;
            }
        }
        List<Series> first = figure.parts().get(0).series();
        for (int point = 0; point < first.get(0).size(); point++) {
            assertThat(first.get(0).y(point)).isCloseTo((mean[0] + mean[1]) / 2, within(1e-9));
            double spread = Math.sqrt(square[0] - mean[0] * mean[0]) + Math.sqrt(square[1] - mean[1] * mean[1]);
            assertThat(first.get(1).y(point)).isCloseTo(spread / 2, within(1e-7)); // differences of squares near 1e3
        }
    }

    @Test
    void one_area_alone_has_no_figure() {
        assertThat(AreaFigures.of(SyntheticReaches.whole(1), Collections.nCopies(UNITS, "network")))
                .isEmpty();
    }
}
