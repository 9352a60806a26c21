// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.OnsetRule;
import betz.data.Point;
import betz.data.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecoveredPathTest {
    private static final Point START = new Point(-0.05, 0.35);
    private static final double DT = 0.01;
    private static final String HEADER = "time [s],x [cm],y [cm],trial,condition\n";

    /** The onset: a hold of 0.2 s and a lead of 0.25 s. */
    private static final int ONSET = 45;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, 0", "0.003, 0", "0.004, 90", "0.004, 225"})
    void an_unevenly_sampled_reach_is_recovered_within_half_a_millimetre(double jitter, int degrees)
            throws IOException {
        var hand = read(HEADER + reach("a", degrees, jitter, 1)).recording().signal("hand.position");

        // the onset lies where an 8 Hz filter leaves a tenth of the peak speed; find it by the path itself
        double best = Double.POSITIVE_INFINITY;
        double bestOnset = 0;
        for (double onset = 0.45; onset < 0.65; onset += 0.001) {
            double error = error(hand, onset, Math.toRadians(degrees));
            bestOnset = error < best ? onset : bestOnset;
            best = Math.min(best, error);
        }

        // a chord of 18 ms strays by 2.3 m/s² · (18 ms)² / 8 = 0.1 mm, the 20 Hz filter by about as much
        assertThat(best).isLessThan(0.5e-3);
        // a minimum-jerk reach of 0.5 s from 0.5 s on has a tenth of its peak speed 43 ms later; the filter spreads it
        assertThat(bestOnset).isBetween(0.50, 0.56);
    }

    @Test
    void columns_may_stand_in_any_order_and_unknown_ones_do_not_matter() throws IOException {
        var swapped = new StringBuilder("pupil,condition,y [mm],trial,x [m],time [ms]\n");
        for (String line : reach("a", 45, 0, 1).lines().toList()) {
            String[] cell = line.split(",", -1);
            swapped.append(String.format(
                    Locale.ROOT,
                    "wide,\"45°\",%.8f,a,%.11f,%.3f%n",
                    10 * Double.parseDouble(cell[2]),
                    Double.parseDouble(cell[1]) / 100,
                    1000 * Double.parseDouble(cell[0])));
        }

        double[] plain = read(HEADER + reach("a", 45, 0, 1))
                .recording()
                .signal("hand.position")
                .values();
        double[] other =
                read(swapped.toString()).recording().signal("hand.position").values();

        assertThat(other).containsExactly(plain, within(1e-9));
    }

    @Test
    void every_trial_is_aligned_to_the_same_onset_whenever_it_began() throws IOException {
        String late = reach("b", 0, 0, 1).replaceAll("(?m)^", "1"); // ten seconds later
        var hand = read(HEADER + reach("a", 0, 0, 1) + late).recording().signal("hand.position");

        assertThat(hand.trace(1, 0)).containsExactly(hand.trace(0, 0), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2})
    void a_reach_of_another_size_is_recovered_in_proportion(double size) throws IOException {
        var once = read(HEADER + reach("a", 30, 0, 1)).recording().signal("hand.velocity");
        var other = read(HEADER + reach("a", 30, 0, size)).recording().signal("hand.velocity");

        for (int step = 0; step < once.steps(); step++) {
            assertThat(other.get(0, step, 0)).isCloseTo(size * once.get(0, step, 0), within(1e-6)); // 9 decimals of cm
        }
    }

    @Test
    void a_hand_that_rests_makes_no_trial() {
        assertThatThrownBy(() -> read(HEADER + reach("a", 0, 0, 0)))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("Trial a was dropped: it has no movement.");
    }

    @Test
    void different_seeds_hold_out_different_trials_but_always_one_of_each_condition() throws IOException {
        var text = new StringBuilder(HEADER);
        for (int trial = 0; trial < 12; trial++) {
            text.append(reach("t" + trial, 90 * (trial % 3), 0, 1 + 0.01 * trial));
        }
        var reaches = read(text.toString());

        long ways = LongStream.range(0, 20)
                .mapToObj(seed -> reaches.split(seed).heldOut())
                .peek(held -> assertThat(held.trials().conditions()).hasSize(3))
                .peek(held -> assertThat(held.trials().size()).isEqualTo(3))
                .map(held -> held.trials().trials())
                .distinct()
                .count();

        assertThat(ways).isGreaterThan(10); // of 4³ = 64
    }

    @Test
    void no_trial_is_both_learnt_from_and_held_out() throws IOException {
        var text = new StringBuilder(HEADER);
        for (int trial = 0; trial < 6; trial++) {
            text.append(reach("t" + trial, 90 * (trial % 2), 0, 1 + 0.01 * trial));
        }

        var split = read(text.toString()).split(3);

        assertThat(split.training().trials().trials())
                .hasSize(4)
                .doesNotContainAnyElementsOf(split.heldOut().trials().trials());
    }

    @Test
    void conditions_with_a_single_trial_leave_nothing_to_hold_out() throws IOException {
        var reaches = read(HEADER + reach("a", 0, 0, 1) + reach("b", 90, 0, 1));

        assertThatThrownBy(() -> reaches.split(1)).hasMessageStartingWith("No condition has two trials");
    }

    @Test
    void a_layout_out_of_range_is_refused_and_a_good_one_tells_its_numbers() {
        assertThatThrownBy(() -> new RecordedLayout(11, 0, 0, 0, 0.1, 20, OnsetRule.DEFAULT))
                .hasMessage("hold is 11.0 s, expected 0.0 to 10.0 s");
        assertThatThrownBy(() -> new RecordedLayout(0, 0, 0, 0, 0, 20, OnsetRule.DEFAULT))
                .hasMessage("gap is 0.0 s, expected a number above 0 s");
        assertThat(RecordedLayout.DEFAULT.text())
                .contains("gaps up to 100 ms", "low-passed at 20 Hz", "onset 250 ms after the go cue");
    }

    /** Greatest distance from the minimum-jerk path, both counted from the onset, m. */
    private static double error(Signal hand, double onset, double direction) {
        double worst = 0;
        for (int step = ONSET; step < hand.steps(); step++) {
            double gone = 0.10 * (way(onset + (step - ONSET) * DT) - way(onset));
            double dx = hand.get(0, step, 0) - hand.get(0, ONSET, 0) - gone * Math.cos(direction);
            double dy = hand.get(0, step, 1) - hand.get(0, ONSET, 1) - gone * Math.sin(direction);
            worst = Math.max(worst, Math.hypot(dx, dy));
        }
        return worst;
    }

    private static double way(double time) {
        double share = Math.min(1, Math.max(0, (time - 0.5) / 0.5));
        return share * share * share * (10 - 15 * share + 6 * share * share);
    }

    private RecordedReaches read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("reaches.csv"), text);
        return RecordedReaches.read(file, DT, START, RecordedLayout.DEFAULT);
    }

    /** A minimum-jerk reach of 10 cm in 0.5 s from 0.5 s on, each 10 ms give or take a jitter (s), for 1.5 s. */
    private static String reach(String trial, int degrees, double jitter, double size) {
        var text = new StringBuilder();
        double direction = Math.toRadians(degrees);
        for (int i = 0; i < 150; i++) {
            double time = i * 0.01 + (i == 0 ? 0 : jitter * Math.sin(7 * i));
            double gone = 10 * size * way(time);
            text.append(String.format(
                    Locale.ROOT,
                    "%.6f,%.9f,%.9f,%s,%d°%n",
                    time,
                    3 + gone * Math.cos(direction),
                    -2 + gone * Math.sin(direction),
                    trial,
                    degrees));
        }
        return text.toString();
    }
}
