// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.OnsetRule;
import betz.analysis.ReachKinematics;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Trial;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedReachesTest {
    private static final Point START = new Point(-0.05, 0.35);
    private static final double DT = 0.01;
    private static final String HEADER = "time [s],x [cm],y [cm],trial,condition,target_x [cm],target_y [cm],go [s]\n";

    @TempDir
    Path folder;

    @Test
    void reaches_begin_at_the_arms_start_at_rest_and_keep_their_shape() throws IOException {
        var reaches = read(HEADER + reach("a", 0, 0.3) + reach("b", 90, 0.3));

        Recording recording = reaches.recording();
        for (int trial = 0; trial < 2; trial++) {
            var hand = recording.signal("hand.position");
            assertThat(hand.get(trial, 0, 0)).isEqualTo(START.x());
            assertThat(hand.get(trial, 0, 1)).isEqualTo(START.y());
            assertThat(recording.signal("hand.velocity").get(trial, 20, 0)).isZero(); // the go cue
            var reach = ReachKinematics.of(recording, trial, OnsetRule.DEFAULT);
            assertThat(reach.peakSpeed()).isCloseTo(1.875 * 0.10 / 0.5, within(0.02)); // 8 Hz take 4 %
            assertThat(reach.reactionTime()).isCloseTo(0.25, within(0.011)); // the layout's lead, to a step
            assertThat(reach.endError()).isLessThan(2e-3); // what moved before the onset counts as part of the start
            assertThat(reach.directionError()).isCloseTo(0, within(1e-3));
        }
    }

    @Test
    void velocity_is_the_derivative_of_position_and_ends_at_rest() throws IOException {
        var recording = read(HEADER + reach("a", 45, 0.3)).recording();

        var position = recording.signal("hand.position");
        var velocity = recording.signal("hand.velocity");
        for (int step = 1; step < position.steps(); step++) {
            double moved = position.get(0, step, 0) - position.get(0, step - 1, 0);
            double mean = 0.5 * (velocity.get(0, step, 0) + velocity.get(0, step - 1, 0));
            assertThat(moved).isCloseTo(mean * DT, within(1e-15)); // the trapezium rule, exactly
        }
        assertThat(velocity.get(0, position.steps() - 1, 0)).isZero();
    }

    @Test
    void a_recording_cut_off_in_full_flight_comes_to_rest_without_a_jump() throws IOException {
        var cut = new StringBuilder(HEADER);
        reach("a", 0, 0.3).lines().limit(76).forEach(line -> cut.append(line).append('\n'));

        var recording = read(cut.toString()).recording();

        var velocity = recording.signal("hand.velocity");
        double steepest = 0;
        for (int step = 1; step < velocity.steps(); step++) {
            steepest = Math.max(steepest, Math.abs(velocity.get(0, step, 0) - velocity.get(0, step - 1, 0)));
        }
        // at most 0.37 m/s within 100 ms by a smooth step changes by at most 1.5 times an even tenth per step
        assertThat(steepest).isBetween(0.02, 0.07);
        assertThat(velocity.get(0, velocity.steps() - 1, 0)).isZero();
    }

    @Test
    void conditions_are_numbered_by_direction_and_targets_move_with_their_paths() throws IOException {
        var recording = read(HEADER + reach("a", 270, 0.3) + reach("b", 0, 0.3) + reach("c", 90, 0.3))
                .recording();

        assertThat(recording.trials().conditions()).extracting(Condition::label).containsExactly("0°", "90°", "270°");
        Trial down = recording.trials().get(0);
        assertThat(down.target().y() - START.y()).isCloseTo(-0.10, within(2e-3));
        assertThat(down.target().x() - START.x()).isCloseTo(0, within(2e-3));
    }

    @Test
    void without_target_columns_a_target_lies_where_the_reach_ended() throws IOException {
        var plain = new StringBuilder("time [ms],x [mm],y [mm],trial,condition\n");
        for (String line : reach("a", 0, 0.3).lines().toList()) {
            String[] cell = line.split(",", -1);
            plain.append(String.format(
                    Locale.ROOT,
                    "%.3f,%s,%s,a,right%n",
                    1000 * Double.parseDouble(cell[0]),
                    10 * Double.parseDouble(cell[1]),
                    10 * Double.parseDouble(cell[2])));
        }

        var recording = read(plain.toString()).recording();

        assertThat(recording.trials().get(0).target().x() - START.x()).isCloseTo(0.10, within(2e-3));
        assertThat(ReachKinematics.of(recording, 0, OnsetRule.DEFAULT).endError())
                .isLessThan(1e-4);
    }

    @Test
    void uneven_time_stamps_give_the_same_path_as_even_ones() throws IOException {
        var lines = reach("a", 0, 0.3).lines().toList();
        var thinned = new StringBuilder(HEADER);
        for (int i = 0; i < lines.size(); i++) {
            if (i % 5 != 2 && i % 7 != 3) {
                thinned.append(lines.get(i)).append('\n');
            }
        }

        double even = peakSpeed(HEADER + reach("a", 0, 0.3));
        double uneven = peakSpeed(thinned.toString());

        assertThat(uneven).isCloseTo(even, within(0.005 * even));
    }

    @Test
    void short_gaps_are_bridged_and_long_ones_drop_their_trial_and_both_are_told() throws IOException {
        String bridged = holes(reach("a", 0, 0.3), 40, 45);
        String dropped = holes(reach("b", 0, 0.3), 40, 60);

        var reaches = read(HEADER + bridged + dropped);

        assertThat(reaches.recording().trials().size()).isEqualTo(1);
        assertThat(reaches.notes())
                .anySatisfy(note -> assertThat(note).isEqualTo("Trial b was dropped: it has a gap of 210 ms."))
                .anySatisfy(note -> assertThat(note).contains("gaps of more than 33 ms, at most 60 ms"))
                .anySatisfy(note -> assertThat(note).contains("replaced by 250 ms"));
    }

    @Test
    void all_problems_are_told_together_with_their_lines() throws IOException {
        String text = HEADER
                + "0.00,1,2,a,0°,10,0,0.3\n"
                + "0.01,abc,2,a,0°,10,0,0.3\n"
                + "0.01,1,2,a,0°,10,0,0.3\n"
                + "0.02,1,2,a,45°,10,0,0.3\n"
                + "0.00,1,2,b,0°,10,0,0.3\n"
                + "0.03,1,2,a,0°,10\n"
                + "0.03,1,2,a,0°,10,0,0.3\n";

        var bad = catchThrowableOfType(BadTable.class, () -> read(text));

        assertThat(bad.problems())
                .containsExactlyInAnyOrder(
                        "reaches.csv:7: the row has 6 cells, expected 8",
                        "reaches.csv:3: x [cm] is abc, expected a number, or nan where it is missing",
                        "reaches.csv:4: time is 0.01, expected a later time than the row before",
                        "reaches.csv:5: condition is 45°, expected 0° as before in trial a",
                        "reaches.csv:8: trial a begins again, expected its rows together");
    }

    @Test
    void missing_columns_and_units_are_told_together() {
        assertThatThrownBy(() -> read("time,x [inch],trial\n1,2,3\n"))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("expected also y [cm]")
                .hasMessageContaining("expected also condition")
                .hasMessageContaining("the column time has no known unit, expected one of [s, ms] in brackets")
                .hasMessageContaining("the column x [inch] has no known unit");
    }

    @Test
    void a_file_without_a_usable_trial_or_that_is_no_text_is_refused() throws IOException {
        assertThatThrownBy(() -> read(HEADER + "0,0,0,a,0°,10,0,0\n"))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("no trial is usable")
                .hasMessageContaining("Trial a was dropped: it has only 1 samples.");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the file is empty");
        var latin = Files.write(folder.resolve("l.csv"), "45°".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> RecordedReaches.read(latin, DT, START, RecordedLayout.DEFAULT))
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_do_not_matter() throws IOException {
        String text = HEADER + reach("a", 0, 0.3);

        assertThat(peakSpeed("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(peakSpeed(text));
    }

    @Test
    void one_trial_of_each_condition_is_held_out_by_the_seed() throws IOException {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < 10; i++) {
            text.append(reach("t" + i, i < 9 ? 45 * (i % 3) : 180, 0.3));
        }
        var reaches = read(text.toString());

        var split = reaches.split(7);

        assertThat(split.heldOut().trials().conditions()).hasSize(3); // the fourth has a single trial
        assertThat(split.heldOut().trials().size()).isEqualTo(3);
        assertThat(split.training().trials().size()).isEqualTo(7);
        assertThat(reaches.split(7).heldOut().trials())
                .isEqualTo(split.heldOut().trials());
        assertThat(split.training().trials().conditions()).hasSize(4);
    }

    private double peakSpeed(String text) throws IOException {
        return ReachKinematics.of(read(text).recording(), 0, OnsetRule.DEFAULT).peakSpeed();
    }

    private RecordedReaches read(String text) throws IOException {
        var file = Files.writeString(folder.resolve("reaches.csv"), text);
        return RecordedReaches.read(file, DT, START, RecordedLayout.DEFAULT);
    }

    /** Replaces the places of some samples by nan. */
    private static String holes(String rows, int from, int to) {
        var lines = rows.lines().toList();
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String[] cell = lines.get(i).split(",", -1);
            if (i >= from && i < to) {
                cell[1] = "nan";
                cell[2] = "";
            }
            text.append(String.join(",", cell)).append('\n');
        }
        return text.toString();
    }

    /** A minimum-jerk reach of 10 cm in 0.5 s from 0.5 s on, sampled each 10 ms for 1.5 s. */
    private static String reach(String trial, int degrees, double go) {
        var text = new StringBuilder();
        double direction = Math.toRadians(degrees);
        for (int i = 0; i < 150; i++) {
            double share = Math.min(1, Math.max(0, (i * 0.01 - 0.5) / 0.5));
            double gone = 10 * share * share * share * (10 - 15 * share + 6 * share * share);
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f,%.9f,%.9f,%s,%d°,%.6f,%.6f,%.2f%n",
                    i * 0.01,
                    3 + gone * Math.cos(direction),
                    -2 + gone * Math.sin(direction),
                    trial,
                    degrees,
                    3 + 10 * Math.cos(direction),
                    -2 + 10 * Math.sin(direction),
                    go));
        }
        return text.toString();
    }
}
