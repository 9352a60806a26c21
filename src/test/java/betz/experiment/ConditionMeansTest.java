// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionMeansTest {
    private static final Condition RIGHT = new Condition(0, "0°", 0);
    private static final Condition UP = new Condition(1, "90°", Math.PI / 2);

    @Test
    void a_held_out_trial_is_foretold_by_the_mean_of_its_own_condition() {
        var training = recording(List.of(RIGHT, UP, RIGHT), 1, 10, 5);

        var predicted = new ConditionMeans(training).predict(batch(List.of(UP, RIGHT)));

        assertThat(predicted.signal("hand.position").get(0, 0, 0)).isEqualTo(10);
        assertThat(predicted.signal("hand.position").get(1, 1, 1)).isEqualTo((1 + 5) / 2.0);
        assertThat(predicted.signal("hand.velocity").unit()).isEqualTo("m/s");
    }

    private static Recording recording(List<Condition> conditions, double... values) {
        var trials = batch(conditions);
        Signal position = Signal.zeros("hand.position", "m", trials.size(), 2, List.of("x", "y"));
        Signal velocity = Signal.zeros("hand.velocity", "m/s", trials.size(), 2, List.of("x", "y"));
        for (int trial = 0; trial < values.length; trial++) {
            for (int place = 0; place < 4; place++) {
                position.values()[trial * 4 + place] = values[trial];
            }
        }
        return new Recording(trials, List.of(position, velocity));
    }

    private static TrialBatch batch(List<Condition> conditions) {
        return new TrialBatch(
                0.01,
                2,
                conditions.stream()
                        .map(c -> new Trial(c, new Point(0, 0), new Point(1, 0), 0, 0, 2))
                        .toList());
    }
}
