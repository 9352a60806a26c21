// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Feedback;
import betz.data.Reflex;
import betz.network.Sense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChannelsTest {
    private static final double DT = 0.01;
    private static final int MUSCLES = 2;
    private static final int STEPS = 8;
    private static final double GAIN = 1.5;
    private static final Feedback.Vision BLIND = new Feedback.Vision(0, 0, true, 1, 0, false);
    private static final Feedback.Proprioception NUMB = new Feedback.Proprioception(0, 0, 1, 0, false);

    /** Every channel with its own delay, of 0 to 4 steps; all amplified. */
    private static Feedback all(double noise, double signalNoise) {
        return new Feedback(
                new Feedback.Vision(4 * DT, noise, true, GAIN, signalNoise, true),
                new Feedback.Proprioception(3 * DT, noise, GAIN, signalNoise, true),
                new Feedback.Spindle(2 * DT, noise, GAIN, signalNoise, true),
                new Feedback.Golgi(DT, noise, GAIN, signalNoise, true),
                new Feedback.Commands(2, 0, noise, GAIN, signalNoise));
    }

    private static int delay(Afferent afferent) {
        return switch (afferent) {
            case POSITION, VELOCITY -> 4;
            case LENGTH, LENGTHENING -> 3;
            case SPINDLE -> 2;
            case GOLGI -> 1;
            case COMMAND -> 0;
        };
    }

    @Test
    void every_channel_has_its_own_delay_and_its_gain_from_where_it_counts() {
        Feedback feedback = all(0, 0);
        double[][][] sensed = sensed(feedback);
        List<Afferent> rows = Afferent.rows(feedback, MUSCLES);
        double[][] felt = new double[rows.size()][1];

        senses(feedback).deliver(7, sensed, random(1), felt);

        for (Afferent afferent : Afferent.values()) {
            int first = rows.indexOf(afferent);
            int column = columns(feedback).first(afferent);
            for (int i = 0; i < 2; i++) {
                double value = sensed[7 - delay(afferent)][column + i][0];
                double origin =
                        afferent == Afferent.POSITION ? sensed[0][column + i][0] : afferent == Afferent.LENGTH ? 1 : 0;
                // one rounding of a difference
                assertThat(felt[first + i][0]).isCloseTo(origin + GAIN * (value - origin), within(1e-12));
            }
        }
    }

    @Test
    void the_commands_before_the_last_come_after_it_each_a_step_older() {
        var feedback = new Feedback(BLIND, NUMB).with(new Feedback.Commands(3, DT, 0, 1, 0));
        double[][][] sensed = sensed(feedback);
        int column = columns(feedback).first(Afferent.COMMAND);
        double[][] felt = new double[3 * MUSCLES][1];

        for (int step = 0; step < STEPS; step++) {
            senses(feedback).deliver(step, sensed, random(1), felt);

            for (int row = 0; row < felt.length; row++) {
                int source = Math.max(0, step - 1 - row / MUSCLES); // what stands at step 0 held the start
                assertThat(felt[row][0]).isEqualTo(sensed[source][column + row % MUSCLES][0]);
            }
        }
    }

    @Test
    void a_channel_that_is_off_has_no_rows() {
        assertThat(senses(new Feedback(BLIND, NUMB)).rows()).isZero();
        assertThat(Observation.of(new Feedback(BLIND, NUMB), MUSCLES).rows()).isEqualTo(Observation.TASK);
        assertThat(senses(new Feedback(new Feedback.Vision(0, 0, false, 1, 0, true), NUMB))
                        .rows())
                .isEqualTo(2);
        assertThat(senses(new Feedback(BLIND, Feedback.Proprioception.DEFAULT)).rows())
                .isEqualTo(2 * MUSCLES);
        assertThat(senses(all(0, 0)).rows()).isEqualTo(4 + 4 * MUSCLES + 2 * MUSCLES);
    }

    @Test
    void a_network_tells_its_inputs_apart_by_channel() {
        List<Sense> senses = Observation.of(all(0, 0), MUSCLES).senses();

        List<Sense> expected = new ArrayList<>();
        List.of(Sense.values()).forEach(sense -> {
            int rows = sense == Sense.TASK || sense == Sense.VISION || sense == Sense.PROPRIOCEPTION ? 4 : 2;
            for (int i = 0; i < (sense == Sense.COMMANDS ? 4 : rows); i++) {
                expected.add(sense);
            }
        });
        assertThat(senses).isEqualTo(expected);
    }

    @Test
    void a_network_sees_rates_in_hundreds_per_second_and_forces_and_commands_as_they_are() {
        Feedback feedback = all(0, 0);
        Observation observation = Observation.of(feedback, MUSCLES);
        double[][] afferent = new double[observation.rows() - Observation.TASK][1];
        for (double[] row : afferent) {
            row[0] = 0.5;
        }
        double[][] seen = new double[observation.rows()][1];

        observation.write(Reaches.trials(1, STEPS), new double[Observation.TASK][1], afferent, seen);

        double[] expected = {5, 5.2, 0.5, 0.5, -0.5, -0.5, 0.5, 0.5, 0.005, 0.005, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
        for (int row = 0; row < expected.length; row++) { // the first trial starts at (0, -0.02)
            assertThat(seen[Observation.rowOf(row)][0]).isCloseTo(expected[row], within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource(Afferent.class)
    void noise_grows_with_what_is_delivered(Afferent afferent) {
        double noise = 0.02;
        double share = 0.3;
        Feedback feedback = all(noise, share);
        double[][][] sensed = sensed(feedback);
        Senses senses = senses(feedback);
        int row = Afferent.rows(feedback, MUSCLES).indexOf(afferent);
        double[][] felt = new double[senses.rows()][1];
        double[][] clean = new double[senses.rows()][1];
        senses(all(0, 0)).deliver(7, sensed, random(1), clean);
        double origin = afferent == Afferent.POSITION ? sensed[0][0][0] : afferent == Afferent.LENGTH ? 1 : 0;
        RandomStream[] random = random(2);
        int draws = 20_000;
        double squares = 0;

        for (int i = 0; i < draws; i++) {
            senses.deliver(7, sensed, random, felt);
            squares += (felt[row][0] - clean[row][0]) * (felt[row][0] - clean[row][0]);
        }

        double base = afferent == Afferent.VELOCITY ? 10 * noise : noise;
        double spread = base + share * Math.abs(clean[row][0] - origin);
        // the standard error of a spread from 20,000 draws is 1/200 of it
        assertThat(Math.sqrt(squares / draws)).isCloseTo(spread, within(5 * spread / 200));
    }

    @ParameterizedTest
    @EnumSource(Afferent.class)
    void the_way_back_is_the_slope_of_what_is_felt_over_what_was_sensed_for_the_noise_that_was_drawn(
            Afferent afferent) {
        Feedback feedback = all(0.02, 0.3);
        double[][][] sensed = sensed(feedback);
        Senses senses = senses(feedback);
        int row = Afferent.rows(feedback, MUSCLES).indexOf(afferent) + 1;
        int column = columns(feedback).first(afferent) + 1;
        double[] place = sensed[senses.source(row, 7)][column];
        double[] gradient = new double[1];
        double[][] felt = new double[senses.rows()][1];
        double kept = place[0];

        place[0] = kept + 1e-6;
        senses.deliver(7, sensed, random(5), felt);
        double above = felt[row][0];
        place[0] = kept - 1e-6;
        senses.deliver(7, sensed, random(5), felt);
        double below = felt[row][0];
        place[0] = kept;
        senses.deliver(7, sensed, random(5), felt);
        senses.back(7, row, 2, new double[] {3}, gradient);

        assertThat(senses.column(row)).isEqualTo(column);
        // a straight line: rounding of values of 10 or less over 2e-6
        assertThat(gradient[0]).isCloseTo(6 * (above - below) / 2e-6, within(1e-8));
        assertThat(gradient[0]).isNotEqualTo(6 * GAIN);
    }

    private static Columns columns(Feedback feedback) {
        return Columns.of(feedback, Reflex.DEFAULT, MUSCLES);
    }

    private static Senses senses(Feedback feedback) {
        return new Senses(feedback, columns(feedback), DT, STEPS, 1);
    }

    /** Values of which no two are alike, none of them at its origin. */
    private static double[][][] sensed(Feedback feedback) {
        double[][][] sensed = new double[STEPS][columns(feedback).count()][1];
        for (int step = 0; step < STEPS; step++) {
            for (int column = 0; column < sensed[step].length; column++) {
                sensed[step][column][0] = 0.1 + 0.3 * column + 0.7 * step;
            }
        }
        return sensed;
    }

    private static RandomStream[] random(long seed) {
        return new RandomStream[] {RandomStream.of(seed, "channels test")};
    }
}
