// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StopTest {
    private static Checks looked(double... losses) {
        Checks checks = Checks.NONE;
        for (double loss : losses) {
            checks = checks.with(loss, new double[] {loss});
        }
        return checks;
    }

    /** Returns a state after so many updates of a loss. */
    private static Checkpoint state(int updates, double loss, Checks checks) {
        var update = new Checkpoint.Update(LossTerms.NONE.with("weights", loss), 1, false);
        double[] weights = {-1};
        return new Checkpoint(
                updates, weights, new double[0][], java.util.Collections.nCopies(updates, update), checks);
    }

    private static Training training(Stop stop) {
        Training usual = Training.DEFAULT;
        return new Training(usual.mode(), usual.rule(), 1000, 64, 512, 100, usual.loss(), stop);
    }

    @Test
    void by_default_the_last_iteration_alone_ends_a_training() {
        assertThat(training(Stop.DEFAULT).isOver(state(999, 0, Checks.NONE))).isFalse();
        assertThat(training(Stop.DEFAULT).isOver(state(1000, 9, Checks.NONE))).isTrue();
        assertThat(training(Stop.DEFAULT).ending(state(1000, 9, Checks.NONE))).isEmpty();
    }

    @Test
    void a_loss_below_the_limit_ends_a_training_and_one_at_it_does_not() {
        Training training = training(new Stop(0.5, 0, 1, 0));

        assertThat(training.isOver(state(0, 9, Checks.NONE))).isFalse();
        assertThat(training.isOver(state(3, 0.5, Checks.NONE))).isFalse();
        assertThat(training.isOver(state(3, 0.49, Checks.NONE))).isTrue();
        assertThat(training.ending(state(3, 0.49, Checks.NONE)))
                .contains("Training stopped after iteration 3 of 1000: the loss is below 0.5.");
    }

    @Test
    void so_many_looks_without_a_lower_loss_end_a_training() {
        Training training = training(new Stop(0, 0.1, 10, 3));

        assertThat(training.isOver(state(40, 9, looked(5, 4, 4, 6)))).isFalse();
        assertThat(training.isOver(state(50, 9, looked(5, 4, 4, 6, 3)))).isFalse();
        Checkpoint end = state(50, 9, looked(5, 4, 4, 6, 7));
        assertThat(training.isOver(end)).isTrue();
        assertThat(training.ending(end))
                .contains("Training stopped after iteration 50 of 1000: no better for 30 iterations on the trials set"
                        + " aside. The weights after iteration 20 are taken, the best on the trials set aside.");
    }

    @Test
    void a_training_that_came_to_its_last_iteration_tells_which_weights_are_taken_only_if_they_are_not_the_last() {
        Training training = training(new Stop(0, 0.1, 500, 0));

        assertThat(training.ending(state(1000, 9, looked(5, 4)))).isEmpty();
        assertThat(training.ending(state(1000, 9, looked(4, 5))))
                .contains("The weights after iteration 500 are taken, the best on the trials set aside.");
    }

    @Test
    void the_weights_at_the_first_of_the_lowest_losses_are_the_result() {
        assertThat(state(9, 1, looked(5, 2, 3, 2)).result()).containsExactly(2);
        assertThat(looked(5, 2, 3, 2).countToBest()).isEqualTo(2);
        assertThat(looked(5, 2, 3, 2).losses()).containsExactly(5, 2, 3, 2);
    }

    @Test
    void where_no_look_gave_a_number_the_last_weights_are_the_result() {
        assertThat(state(9, 1, looked(Double.NaN)).result()).containsExactly(-1);
        assertThat(state(9, 1, Checks.NONE).result()).containsExactly(-1);
        assertThat(looked(Double.NaN, 3, Double.NaN).countToBest()).isEqualTo(2);
    }

    @Test
    void what_was_seen_does_not_change_when_weights_go_on() {
        double[] weights = {1};
        Checks checks = Checks.NONE.with(5, weights);
        weights[0] = 2;

        checks.losses()[0] = 0;
        checks.best()[0] = 0;

        assertThat(checks.best()).containsExactly(1);
        assertThat(checks.losses()).containsExactly(5);
    }

    @ParameterizedTest
    @CsvSource({"0, 512, 0", "0.1, 512, 51", "0.25, 8, 2", "0.01, 8, 1", "0.9, 2, 1", "0.9, 3, 2"})
    void a_share_of_the_trials_is_set_aside_at_least_one_and_never_all(double share, int trials, int expected) {
        var stop = new Stop(0, share, 1, 0);

        int[] places = stop.setAside(trials, 3);

        assertThat(stop.setAside(trials)).isEqualTo(expected);
        assertThat(places).hasSize(expected).isSorted().doesNotHaveDuplicates();
        assertThat(Arrays.stream(places)).allMatch(place -> place >= 0 && place < trials);
    }

    @Test
    void which_trials_are_set_aside_depends_on_the_seed() {
        var stop = new Stop(0, 0.5, 1, 0);

        assertThat(stop.setAside(64, 1)).isEqualTo(stop.setAside(64, 1)).isNotEqualTo(stop.setAside(64, 2));
    }

    @Test
    void a_look_is_due_every_so_many_updates() {
        var stop = new Stop(0, 0.5, 10, 0);

        assertThat(List.of(stop.isDue(0, 0), stop.isDue(9, 0), stop.isDue(10, 1), stop.isDue(19, 1)))
                .containsOnly(false);
        assertThat(List.of(stop.isDue(10, 0), stop.isDue(20, 1))).containsOnly(true);
        assertThat(Stop.DEFAULT.isDue(100, 0)).isFalse();
    }

    @Test
    void settings_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new Stop(-1, 0, 1, 0)).hasMessage("lossBelow is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new Stop(0, 1, 1, 0)).hasMessage("validation is 1.0, expected 0.0 to 0.9");
        assertThatThrownBy(() -> new Stop(0, 0, 0, 0)).hasMessage("every is 0, expected 1 to 10000000");
        assertThatThrownBy(() -> new Stop(0, 0.1, 1, -1)).hasMessage("patience is -1, expected 0 to 10000000");
        assertThatThrownBy(() -> new Stop(0, 0, 1, 5))
                .hasMessage("validation is 0, expected above 0, since patience looks at trials set aside");
        assertThatThrownBy(() -> new Training(
                        Mode.ClosedLoop.DEFAULT, Bptt.DEFAULT, 1, 1, 1, 1, Loss.DEFAULT, new Stop(0, 0.1, 1, 0)))
                .hasMessage("trials is 1, expected 2 to 1000000");
    }
}
