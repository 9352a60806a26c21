// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Comparison;
import betz.analysis.OnsetRule;
import betz.data.Recording;
import betz.data.Signal;
import betz.report.Axis;
import betz.report.Dots;
import betz.report.Lines;
import betz.report.Role;
import betz.report.Series;
import betz.train.Checkpoint;
import betz.train.Checks;
import betz.train.LossTerms;
import betz.train.Stop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Errors of the hand per direction, and of the training per update. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErrorFiguresTest {
    /** Moves the hand of the later half of the trials, which are the second of each direction. */
    private static Recording shifted(Recording recording, double metres) {
        var hand = recording.signal("hand.position");
        var moved = Signal.zeros("hand.position", "m", hand.trials(), hand.steps(), hand.channels());
        for (int trial = 0; trial < hand.trials(); trial++) {
            for (int step = 0; step < hand.steps(); step++) {
                for (int axis = 0; axis < 2; axis++) {
                    double shift = trial >= hand.trials() / 2 && axis == 0 ? metres : 0;
                    moved.set(trial, step, axis, hand.get(trial, step, axis) + shift);
                }
            }
        }
        return new Recording(recording.trials(), List.of(moved, recording.signal("hand.velocity")));
    }

    private static Dots errors(Recording predicted) {
        var comparison = Comparison.of(SyntheticReaches.hands(1), predicted, OnsetRule.DEFAULT, 1);
        return (Dots) new ComparisonFigures("Cortex", comparison).all().get(0);
    }

    @Test
    void network_and_reference_stand_at_the_same_directions() {
        var errors = errors(SyntheticReaches.hands(0.9));

        assertThat(errors.series()).extracting(Series::name).containsExactly("Network", "Cortex");
        assertThat(errors.series()).extracting(Series::role).containsExactly(Role.PREDICTED, Role.TARGET);
        for (int i = 0; i < 8; i++) {
            assertThat(errors.series().get(0).x(i))
                    .isEqualTo(errors.series().get(1).x(i));
        }
        assertThat(errors.y()).isEqualTo(Axis.fromZero("End-point error", "mm"));
    }

    @Test
    void a_bar_reaches_from_the_smallest_to_the_largest_error_around_the_median() {
        // no error in the first trial of a direction, 6 mm in the second
        var network = errors(shifted(SyntheticReaches.hands(1), 0.006)).series().get(0);

        for (int i = 0; i < network.size(); i++) {
            // 0.02 mm: the hand is filtered before it is measured
            assertThat(network.low(i)).isCloseTo(0, within(0.02));
            assertThat(network.y(i)).isCloseTo(3, within(0.02));
            assertThat(network.high(i)).isCloseTo(6, within(0.02));
        }
    }

    @Test
    void a_caption_tells_how_many_trials_a_bar_is_made_of() {
        assertThat(errors(SyntheticReaches.hands(1)).caption().text())
                .contains("Median and range over the 2 held-out trials of each direction");
    }

    private static List<Lines> training(double... losses) {
        var history = new ArrayList<Checkpoint.Update>();
        for (double loss : losses) {
            history.add(new Checkpoint.Update(LossTerms.NONE.with("position", loss), 10 * loss, loss > 1));
        }
        var state = new Checkpoint(losses.length, new double[1], new double[2][1], history);
        return TrainingFigures.of(state, Stop.DEFAULT, List.of()).stream()
                .flatMap(figure -> figure.parts().stream())
                .map(Lines.class::cast)
                .toList();
    }

    @Test
    void loss_and_gradient_norm_are_drawn_over_the_number_of_the_update() {
        var charts = training(4, 2, 0.5);

        assertThat(charts).hasSize(2);
        var loss = charts.get(0).series().get(0);
        var norm = charts.get(1).series().get(0);
        for (int i = 0; i < 3; i++) {
            assertThat(loss.x(i)).isEqualTo(i + 1);
            assertThat(norm.y(i)).isEqualTo(10 * loss.y(i));
        }
        assertThat(loss.y(2)).isEqualTo(0.5);
        assertThat(charts).allMatch(chart -> chart.y().scale() == Axis.Scale.LOGARITHMIC);
        assertThat(charts).allMatch(chart -> chart.x().equals(Axis.fromZero("Iteration", "")));
    }

    @Test
    void a_caption_tells_how_many_updates_were_clipped() {
        var history = List.of(
                new Checkpoint.Update(LossTerms.NONE.with("position", 2), 5, true),
                new Checkpoint.Update(LossTerms.NONE.with("position", 1), 1, false));
        var state = new Checkpoint(2, new double[1], new double[2][1], history);
        var figure = TrainingFigures.of(state, Stop.DEFAULT, List.of()).get(0);

        assertThat(figure.caption().text()).contains("over 2 updates; 1 of them were clipped");
    }

    @Test
    void the_loss_of_trials_set_aside_is_drawn_at_the_iterations_of_its_looks() {
        var update = new Checkpoint.Update(LossTerms.NONE.with("position", 2), 5, true);
        var checks = new Checks(new double[] {4, 3}, new double[1]);
        var state = new Checkpoint(7, new double[1], new double[2][1], Collections.nCopies(7, update), checks);

        var figure =
                TrainingFigures.of(state, new Stop(0, 0.5, 3, 0), List.of()).get(0);

        var looks = ((Lines) figure.parts().get(0)).series().get(1);
        assertThat(looks.name()).isEqualTo("Trials set aside");
        assertThat(looks.size()).isEqualTo(2);
        assertThat(looks.x(0)).isEqualTo(3);
        assertThat(looks.x(1)).isEqualTo(6);
        assertThat(looks.y(1)).isEqualTo(3);
    }

    @Test
    void a_network_that_was_not_trained_has_no_chart_of_its_training() {
        assertThat(training()).isEmpty();
    }
}
