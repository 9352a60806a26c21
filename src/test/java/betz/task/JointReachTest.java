// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JointReachTest {
    private static final double DT = 0.01;
    private static final Workspace SQUARE = new Box(1, 1);

    /** A body whose postures fill a box. */
    private record Box(double width, double height) implements Workspace {
        @Override
        public Point home() {
            return new Point(0, 0);
        }

        @Override
        public Point anywhere(RandomGenerator random) {
            return new Point(width * random.nextDouble(), height * random.nextDouble());
        }

        @Override
        public boolean reaches(Point hand) {
            return true;
        }

        @Override
        public String workspace() {
            return "a box";
        }
    }

    private static double distance(Trial trial) {
        return trial.start().distance(trial.target());
    }

    @Test
    void starts_and_targets_are_drawn_anew_from_all_postures() {
        List<Trial> trials = JointReach.DEFAULT
                .sample(4000, DT, SQUARE, RandomStream.of(1, "trials"))
                .trials();

        assertThat(trials.stream().map(Trial::start).distinct()).hasSize(4000);
        // two even draws from a unit square are 0.5214 apart in the mean, with a deviation of 0.248: four times 0.248 /
        // sqrt(4000)
        // are 0.016; as diagonal ways are made as frequent as others, the mean moves by some thousandths
        assertThat(trials.stream()
                        .mapToDouble(JointReachTest::distance)
                        .average()
                        .orElseThrow())
                .isCloseTo(0.5214, within(0.022));
        // even places deviate by 0.289: four times 0.289 / sqrt(4000) are 0.018
        assertThat(trials.stream().mapToDouble(t -> t.start().x()).average().orElseThrow())
                .isCloseTo(0.5, within(0.02));
        assertThat(trials.stream().mapToDouble(t -> t.target().y()).average().orElseThrow())
                .isCloseTo(0.5, within(0.02));
    }

    @Test
    void a_trial_goes_in_the_direction_of_its_condition() {
        var random = RandomStream.of(1, "trials");
        for (int i = 0; i < 400; i++) {
            Trial trial = JointReach.DEFAULT.trial(i % 8, DT, SQUARE, random);

            double direction = Math.atan2(
                    trial.target().y() - trial.start().y(),
                    trial.target().x() - trial.start().x());
            double off = Math.IEEEremainder(direction - trial.condition().direction(), 2 * Math.PI);
            assertThat(trial.condition().index()).isEqualTo(i % 8);
            assertThat(Math.abs(off)).isLessThanOrEqualTo(Math.PI / 8 + 1e-12);
        }
    }

    @Test
    void held_out_trials_cycle_through_the_sectors() {
        var trials = JointReach.DEFAULT.balanced(20, DT, SQUARE, RandomStream.of(1, "trials"));

        assertThat(IntStream.range(0, 20).map(i -> trials.get(i).condition().index()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).map(i -> i % 8).boxed().toList());
    }

    @Test
    void a_trial_is_a_second_unless_hold_and_delay_are_asked_for() {
        var random = RandomStream.of(1, "trials");
        Trial usual = JointReach.DEFAULT.trial(0, DT, SQUARE, random);
        var later = new JointReach(0.2, new Range(0.1, 0.1), 0.5);
        Trial held = later.trial(0, DT, SQUARE, random);

        assertThat(List.of(usual.targetOn(), usual.goCue(), usual.end())).containsExactly(0, 0, 100);
        assertThat(List.of(held.targetOn(), held.goCue(), held.end())).containsExactly(20, 30, 80);
        assertThat(later.steps(DT)).isEqualTo(81);
        assertThat(later.longest()).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void a_body_that_cannot_go_everywhere_is_told() {
        assertThat(JointReach.DEFAULT.misfits(SQUARE)).isEmpty();
        assertThat(JointReach.DEFAULT.misfits(new Box(1, 0)))
                .extracting(BadSetting::getMessage)
                .containsExactly(
                        "kind is joint-reach, expected a body whose joints let the hand move in every direction");
    }
}
