// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Plot.Curve;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VariabilityTest {
    private static final double DT = 0.01;
    private static final int STEPS = 120;

    /** How far each reach ends beyond and beside its target, m: standard deviations 2 mm and 1 mm with n - 1. */
    private static final double[] ALONG = {-0.002, 0, 0.002};

    private static final double[] ACROSS = {0.001, -0.002 + 0.001, 0};

    /** Reaches of 10 cm to the right and forward, three each, whose ends scatter as planted. */
    private static Recording reaches(int each) {
        List<Trial> trials = new ArrayList<>();
        var position = Signal.zeros("hand.position", "m", 2 * each, STEPS, List.of("x", "y"));
        for (int i = 0; i < 2 * each; i++) {
            double direction = i % 2 * Math.PI / 2;
            var condition = new Condition(i % 2, 90 * (i % 2) + "°", direction);
            var target = new Point(0.1 * Math.cos(direction), 0.1 * Math.sin(direction));
            trials.add(new Trial(condition, new Point(0, 0), target, 0, 10, STEPS));
            double along = 0.1 + ALONG[i / 2 % 3];
            double across = ACROSS[i / 2 % 3];
            for (int step = 0; step < STEPS; step++) {
                double share = Math.max(0, Math.min(1, (step - 20) / 50.0));
                double gone = share * share * share * (10 - 15 * share + 6 * share * share);
                double x = gone * along;
                double y = gone * across;
                position.set(i, step, 0, x * Math.cos(direction) - y * Math.sin(direction));
                position.set(i, step, 1, x * Math.sin(direction) + y * Math.cos(direction));
            }
        }
        return new Recording(new TrialBatch(DT, STEPS, trials), List.of(position));
    }

    @Test
    void the_planted_scatter_is_found_along_and_across_the_reaches() {
        Finding found = Variability.DEFAULT.of(Subject.of(reaches(3), 1));

        assertThat(found.name()).isEqualTo("variability");
        assertThat(found.value("end_sd_along").value()).isCloseTo(0.002, within(1e-9));
        assertThat(found.value("end_sd_across").value()).isCloseTo(0.001, within(1e-9));
        assertThat(found.value("end_sd").value()).isCloseTo(Math.sqrt(5) * 0.001, within(1e-9));
        assertThat(found.conventions()).anyMatch(rule -> rule.contains("with n - 1"));
    }

    @Test
    void each_condition_has_an_ellipse_around_where_its_reaches_end() {
        Finding found = Variability.DEFAULT.of(Subject.of(reaches(3), 1));

        List<Curve> ellipses = found.plots().get(0).curves();
        assertThat(ellipses.stream().map(Curve::name)).containsExactly("0°", "90°");
        double[] x = ellipses.get(0).x();
        double widest =
                Arrays.stream(x).max().orElseThrow() - Arrays.stream(x).min().orElseThrow();
        // 95 % of a normal distribution: 2.448 standard deviations to either side, in mm
        assertThat(widest).isCloseTo(2 * 2.4477 * 2, within(0.02)); // the curve has a point every 5 degrees
    }

    @Test
    void the_seed_moves_the_ends_of_intervals_and_not_the_figures() {
        Finding one = Variability.DEFAULT.of(Subject.of(reaches(6), 1));
        Finding two = Variability.DEFAULT.of(Subject.of(reaches(6), 2));

        assertThat(two.value("end_sd").value()).isEqualTo(one.value("end_sd").value());
        assertThat(two.value("end_sd")).isNotEqualTo(one.value("end_sd"));
        assertThat(one.value("end_sd").low()).isLessThan(one.value("end_sd").value());
    }

    @Test
    void too_few_repeats_and_recordings_without_a_hand_are_refused() {
        Recording two = reaches(2);
        var still = new Recording(two.trials(), List.of());

        assertThatThrownBy(() -> Variability.DEFAULT.of(Subject.of(two, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("trials of a condition is fewer than 3, expected 3 or more of every condition");
        assertThatThrownBy(() -> Variability.DEFAULT.of(Subject.of(still, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("hand.position");
    }
}
