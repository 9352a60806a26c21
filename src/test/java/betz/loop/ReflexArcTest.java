// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Feedback;
import betz.data.Reflex;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReflexArcTest {
    private static final double DT = 0.01;
    private static final int STEPS = 12;
    private static final int MUSCLES = 2;
    private static final double COMMAND = 0.3;
    private static final Columns COLUMNS = Columns.of(Feedback.DEFAULT, new Reflex(1, 1, 1, 0), MUSCLES);

    @Test
    void without_gains_commands_arrive_as_they_are_whatever_the_delay() {
        var arc = arc(new Reflex(0, 0, 0, 0.0123));
        double[][] command = {{-0.4}, {1.7}};
        double[][] gradient = {{3}, {-2}};

        assertThat(arc.send(3, command, still())).isSameAs(command);
        arc.back(3, command, still(), gradient, new double[STEPS][COLUMNS.count()][1]);

        assertThat(gradient).isDeepEqualTo(new double[][] {{3}, {-2}});
        assertThat(arc.added).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_stretch_excites_its_own_muscle_exactly_the_delay_later(int delay) {
        var arc = arc(new Reflex(2, 0, 0, delay * DT));
        double[][][] sensed = still();
        for (int step = 5; step < STEPS; step++) {
            length(sensed, step)[0] = 1.1; // from 1.0 on
        }

        for (int step = 0; step < STEPS; step++) {
            double[][] arrived = arc.send(step, command(), sensed);

            // 2 * 0.1; products of such numbers are off by one bit
            assertThat(arrived[0][0]).isCloseTo(COMMAND + (step - delay >= 5 ? 0.2 : 0), within(1e-15));
            assertThat(arrived[1][0]).isEqualTo(COMMAND);
        }
    }

    @Test
    void length_velocity_and_force_add_up_by_their_gains_and_count_from_the_start() {
        var arc = arc(new Reflex(2, 0.5, 0.25, DT));
        double[][][] sensed = still();
        for (double[][] step : sensed) {
            step[column(Afferent.GOLGI)][0] = 0.1;
        }
        length(sensed, 3)[0] = 1.05;
        sensed[3][column(Afferent.LENGTHENING)][0] = 0.2;
        sensed[3][column(Afferent.GOLGI)][0] = 0.5;

        double before = arc.send(3, command(), sensed)[0][0];
        double after = arc.send(4, command(), sensed)[0][0];

        assertThat(before).isEqualTo(COMMAND); // the force of the start inhibits nothing
        // 2 * 0.05 + 0.5 * 0.2 - 0.25 * (0.5 - 0.1)
        assertThat(after).isCloseTo(COMMAND + 0.1 + 0.1 - 0.1, within(1e-15));
        assertThat(arc.added[4][0][0]).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void a_muscle_that_shortens_is_left_alone() {
        var arc = arc(new Reflex(2, 0.5, 0, 0));
        double[][][] sensed = still();
        length(sensed, 3)[0] = 0.9;
        sensed[3][column(Afferent.LENGTHENING)][0] = -0.4;

        assertThat(arc.send(3, command(), sensed)[0][0]).isEqualTo(COMMAND);
    }

    @Test
    void the_sum_is_held_within_0_and_1_and_has_no_slope_there() {
        var arc = arc(new Reflex(2, 0, 1, 0));
        double[][][] sensed = still();
        length(sensed, 3)[0] = 1.8;
        sensed[3][column(Afferent.GOLGI) + 1][0] = 0.9;
        double[][] gradient = {{1}, {1}};
        double[][][] sensedGradient = new double[STEPS][COLUMNS.count()][1];

        double[][] arrived = arc.send(3, command(), sensed);
        arc.back(3, command(), sensed, gradient, sensedGradient);

        assertThat(arrived).isDeepEqualTo(new double[][] {{1}, {0}});
        assertThat(gradient).isDeepEqualTo(new double[][] {{0}, {0}});
        assertThat(sensedGradient).isDeepEqualTo(new double[STEPS][COLUMNS.count()][1]);
    }

    @Test
    void the_way_back_equals_central_differences() {
        var arc = arc(new Reflex(0.7, 0.5, 0.3, 2 * DT));
        double[][][] sensed = still();
        var random = RandomStream.of(4, "reflex test");
        for (double[] row : sensed[3]) {
            row[0] += 0.2 * random.nextGaussian();
        }
        double[][] gradient = {{1.5}, {-0.5}};
        double[][][] sensedGradient = new double[STEPS][COLUMNS.count()][1];
        arc.send(5, command(), sensed);

        arc.back(5, command(), sensed, gradient, sensedGradient);

        assertThat(gradient).isDeepEqualTo(new double[][] {{1.5}, {-0.5}}); // of the command: slope 1
        for (int column = 0; column < COLUMNS.count(); column++) {
            double kept = sensed[3][column][0];
            sensed[3][column][0] = kept + 1e-6;
            double above = loss(arc.send(5, command(), sensed));
            sensed[3][column][0] = kept - 1e-6;
            double below = loss(arc.send(5, command(), sensed));
            sensed[3][column][0] = kept;
            // straight lines: rounding of 1e-16 over 2e-6
            assertThat(sensedGradient[3][column][0]).isCloseTo((above - below) / 2e-6, within(1e-9));
        }
    }

    @Test
    void a_delay_between_two_steps_is_refused_by_name() {
        assertThatThrownBy(() -> arc(new Reflex(1, 0, 0, 0.025)))
                .hasMessage("reflex.delay is 0.025 s, expected a multiple of dt, 0.01 s");
    }

    private static double loss(double[][] arrived) {
        return 1.5 * arrived[0][0] - 0.5 * arrived[1][0];
    }

    private static ReflexArc arc(Reflex reflex) {
        return new ReflexArc(reflex, COLUMNS, new double[STEPS][MUSCLES][1], DT);
    }

    private static double[][] command() {
        return new double[][] {{COMMAND}, {COMMAND}};
    }

    private static int column(Afferent afferent) {
        return COLUMNS.first(afferent);
    }

    private static double[] length(double[][][] sensed, int step) {
        return sensed[step][column(Afferent.LENGTH)];
    }

    /** Muscles at their optimal length, without movement and force. */
    private static double[][][] still() {
        double[][][] sensed = new double[STEPS][COLUMNS.count()][1];
        for (double[][] step : sensed) {
            step[column(Afferent.LENGTH)][0] = 1;
            step[column(Afferent.LENGTH) + 1][0] = 1;
        }
        return sensed;
    }
}
