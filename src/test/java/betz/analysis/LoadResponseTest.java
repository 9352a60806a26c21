// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadResponseTest {
    private static final Bootstrap FEW = new Bootstrap(50, 0.95);
    private static final double DT = 0.01;
    private static final int COMES = 3;
    private static final Point START = new Point(-0.1, 0.4);
    private static final double ROUNDING = 1e-15; // of places below 1 m

    /** Distances at steps 0, 1 and so on, m; a load comes at step 3. */
    private static final double[] BACK = {0, 0.05, 0, 0, 0.02, 0.04, 0.012, 0.008, 0.011, 0.009, 0.004};

    private static final double[] AWAY = {0, 0, 0, 0.001, 0.02, 0.03, 0.012, 0.008, 0.011, 0.009, 0.014};
    private static final double[] NEAR = {0, 0, 0, 0.001, 0.002, 0.003, 0.002, 0.001, 0.001, 0.001, 0.001};

    @Test
    void a_hand_is_back_when_it_stays_within_a_centimetre() {
        var trial = response(BACK).trials().get(0);

        assertThat(trial.peak()).isCloseTo(0.04, within(ROUNDING)); // what was before the load does not count
        assertThat(trial.peakTime()).isCloseTo(2 * DT, within(ROUNDING));
        assertThat(trial.returned()).isTrue();
        assertThat(trial.returnTime()).isCloseTo(6 * DT, within(ROUNDING)); // step 9, after a second excursion
        assertThat(trial.endError()).isCloseTo((0.012 + 0.008 + 0.011 + 0.009 + 0.004) / 5, within(ROUNDING));
    }

    @Test
    void a_hand_that_is_farther_in_the_end_has_not_returned_and_one_that_never_left_has_no_time_of_return() {
        var away = response(AWAY).trials().get(0);
        var near = response(NEAR).trials().get(0);

        assertThat(away.returned()).isFalse();
        assertThat(away.returnTime()).isNaN();
        assertThat(near.returned()).isTrue();
        assertThat(near.returnTime()).isNaN();
    }

    @Test
    void the_summary_is_the_median_of_those_that_have_it_and_the_share_of_those_that_returned() {
        var found = response(BACK, AWAY, NEAR).finding();

        assertThat(found.value("peak_displacement").value()).isCloseTo(0.03, within(ROUNDING));
        assertThat(found.value("peak_displacement_time").value()).isCloseTo(2 * DT, within(ROUNDING));
        assertThat(found.value("return_time").value()).isCloseTo(6 * DT, within(ROUNDING));
        assertThat(found.value("returned_share").value()).isCloseTo(2.0 / 3, within(ROUNDING));
        assertThat(found.value("returned_share").low())
                .isLessThan(found.value("returned_share").high());
    }

    private static LoadResponse response(double[]... distances) {
        List<Trial> trials = new ArrayList<>();
        Signal hand = Signal.zeros("hand.position", "m", distances.length, BACK.length, List.of("x", "y"));
        for (int i = 0; i < distances.length; i++) {
            trials.add(Trial.staying(new Condition(i, "", 0), START, Perturbation.None.DEFAULT, COMES, BACK.length));
            for (int step = 0; step < BACK.length; step++) {
                hand.set(i, step, 0, START.x() + 0.6 * distances[i][step]);
                hand.set(i, step, 1, START.y() - 0.8 * distances[i][step]);
            }
        }
        return LoadResponse.of(new Recording(new TrialBatch(DT, BACK.length, trials), List.of(hand)), FEW, 1);
    }
}
