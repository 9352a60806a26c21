// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** 143 units of a monkey's motor cortex in 158 reaches to 8 directions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedDirectionTuningTest {
    private Finding found;

    @BeforeEach
    void analyse() {
        double[][] rows = Recorded.table(Recorded.data("centuri_m1_centerout/rates.csv"), 1);
        found = new Tuning(0, 0.01, true, 0, 0, 0.01).of(Subject.of(recording(rows), 1));
    }

    @Test
    void figures_that_are_published_come_out() {
        assertThat(found.value("tuned_share").value() * 143).isCloseTo(106, within(1e-9));
        assertThat(found.value("cosine_r2_of_means").value()).isCloseTo(0.79, within(0.005));
        // fits to mean rates turn directions a little from those of fits to trials, whose figure is 0.40
        assertThat(found.value("preferred_direction_bimodality").value()).isCloseTo(0.40, within(0.05));
    }

    @Test
    void many_recorded_units_are_narrower_than_a_cosine() {
        double r2 = found.value("von_mises_r2_of_means").value();

        assertThat(r2).isGreaterThan(found.value("cosine_r2_of_means").value() + 0.02);
        assertThat(found.value("von_mises_half_width").value()).isBetween(Math.toRadians(50), Math.toRadians(85));
    }

    @Test
    void gaps_between_preferred_directions_are_uneven_where_the_mean_direction_tells_nothing() {
        assertThat(found.value("preferred_direction_rao_p").value()).isLessThan(0.01);
        assertThat(found.value("preferred_direction_rayleigh_p").value()).isGreaterThan(0.2);
    }

    @Test
    void one_step_per_trial_leaves_lag_0_alone() {
        assertThat(found.list("lags").numbers()).containsExactly(0);
        assertThat(found.value("best_lag").value()).isEqualTo(0);
        double[] r2 = Arrays.stream(found.list("cosine_r2_by_lag").rows())
                .mapToDouble(row -> row[0])
                .toArray();
        assertThat(r2).hasSize(143);
    }

    @Test
    void charts_count_every_unit() {
        double[] rose = found.plots().get(0).curves().get(0).y();
        assertThat(Arrays.stream(rose).sum()).isEqualTo(106);
        double bars = found.plots().get(1).curves().stream()
                .mapToDouble(curve -> Arrays.stream(curve.y()).sum())
                .sum();
        assertThat(bars).isEqualTo(143);
        assertThat(found.plots().get(2).curves().get(0).x()).hasSize(8);
    }

    /** One step per trial, which holds the trial's rates. */
    private static Recording recording(double[][] rows) {
        var names = IntStream.range(0, 143).mapToObj(u -> "n" + u).toList();
        Signal rates = Signal.zeros("unit.rate", "spikes/s", rows.length, 1, names);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int degrees = (int) rows[i][1];
            var condition = new Condition(degrees / 45, degrees + "°", Math.toRadians(degrees));
            trials.add(new Trial(condition, new Point(0, 0), new Point(1, 0), 0, 0, 1));
            for (int unit = 0; unit < 143; unit++) {
                rates.set(i, 0, unit, rows[i][2 + unit]);
            }
        }
        return new Recording(new TrialBatch(0.01, 1, trials), List.of(rates));
    }
}
