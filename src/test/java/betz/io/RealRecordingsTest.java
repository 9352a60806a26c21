// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.analysis.OnsetRule;
import betz.analysis.ReachKinematics;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Signal;
import betz.data.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recordings of two people and a monkey, from the folder that the system property betz.data names. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealRecordingsTest {
    private static final double DT = 0.01;
    private static final Point START = new Point(-0.017, 0.454);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "human_centerout_leo, 36, 36, 10",
        "human_centerout_GE021, 91, 91, 10",
        "monkey_centerout_beignet, 10, 10, 6.5",
        "monkey_centerout_beignet/te13154, 15, 14, 6.5"
    })
    void rewarded_trials_are_imported_and_laid_out_from_rest_with_their_onsets_together(
            String name, int rewarded, int usable, double centimetres) throws IOException {
        Path table = folder.resolve("reaches.csv");

        int written = ReachImporter.convert(recorded(name), table);
        var reaches = RecordedReaches.read(table, DT, START, RecordedLayout.DEFAULT);

        assertThat(written).isEqualTo(rewarded);
        var recording = reaches.recording();
        assertThat(recording.trials().size()).isEqualTo(usable);
        assertThat(recording.trials().conditions()).hasSize(8);
        for (int trial = 0; trial < usable; trial++) {
            var reach = ReachKinematics.of(recording, trial, OnsetRule.DEFAULT);
            assertThat(reach.reactionTime()).isCloseTo(0.25, within(0.0101)); // the layout's lead, to a step
            assertThat(recording.signal("hand.position").get(trial, 0, 0)).isEqualTo(START.x());
            Trial asked = recording.trials().get(trial);
            assertThat(asked.goCue()).isEqualTo(20);
            // a target's distance from where the hand set out, which is within the centre of 1 to 2 cm
            assertThat(asked.target().distance(START)).isCloseTo(centimetres / 100, within(0.025));
        }
    }

    @Test
    void conditions_are_the_eight_compass_points_of_the_screen_in_order() throws IOException {
        var reaches = read("human_centerout_GE021");

        List<Condition> conditions = reaches.recording().trials().conditions();

        for (int i = 0; i < 8; i++) {
            assertThat(conditions.get(i).label()).isEqualTo(45 * i + "°");
            double off = conditions.get(i).direction() - Math.toRadians(45 * i);
            assertThat(Math.abs(Math.IEEEremainder(off, 2 * Math.PI))).isLessThan(Math.toRadians(15)); // starts vary
        }
    }

    @Test
    void resampling_by_time_stamps_keeps_the_path_within_a_millimetre_and_a_half() throws IOException {
        Path table = folder.resolve("reaches.csv");
        ReachImporter.convert(recorded("human_centerout_leo"), table);
        var layout = new RecordedLayout(0.2, 0.25, 0.5, 0.1, 0.1, 40, OnsetRule.DEFAULT); // hardly filtered
        var recording = RecordedReaches.read(table, DT, START, layout).recording();
        Signal hand = recording.signal("hand.position");

        int trial = 0;
        for (List<double[]> samples : samples(table).values()) {
            double first = samples.get(0)[0];
            double[] last = samples.get(samples.size() - 1);
            int end = recording.trials().get(trial).end() - 60; // before taper and stay
            double ends = first + DT * Math.floor((last[0] - first) / DT + 1e-9); // the last step within the samples
            double[] there = at(samples, ends);
            double x = hand.get(trial, end, 0) - there[0]; // moved rigidly to the arm's start
            double y = hand.get(trial, end, 1) - there[1];
            for (int step = 45; step <= end; step++) { // from the onset on
                double[] raw = at(samples, ends - (end - step) * DT);
                double off = Math.hypot(hand.get(trial, step, 0) - x - raw[0], hand.get(trial, step, 1) - y - raw[1]);
                assertThat(off).isLessThan(0.0015); // what a low-pass of 40 Hz takes of steps of up to 5 mm
            }
            trial++;
        }
        assertThat(trial).isEqualTo(36);
    }

    @Test
    void a_trial_with_too_long_a_gap_is_dropped_by_name_and_a_wider_limit_keeps_it() throws IOException {
        Path table = folder.resolve("reaches.csv");
        ReachImporter.convert(recorded("monkey_centerout_beignet/te13154"), table);
        var patient = new RecordedLayout(0.2, 0.25, 0.5, 0.1, 0.11, 20, OnsetRule.DEFAULT);

        var strict = RecordedReaches.read(table, DT, START, RecordedLayout.DEFAULT);
        var kept = RecordedReaches.read(table, DT, START, patient);

        assertThat(strict.notes()).contains("Trial 0 was dropped: it has a gap of 104 ms.");
        assertThat(kept.recording().trials().size()).isEqualTo(15);
        assertThat(kept.notes())
                .anySatisfy(note -> assertThat(note)
                        .matches("In \\d+ trials gaps of more than 33 ms, at most 104 ms, were bridged\\."));
    }

    /** The raw hand of this recording misses 3.8 % of its samples; the cursor beside it was filled in. */
    @Test
    void missing_samples_of_the_raw_hand_drop_exactly_the_trials_whose_gaps_are_too_long() throws IOException {
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Path source = recorded("human_centerout_GE021");
        Files.copy(source.resolve("events.csv"), raw.resolve("events.csv"));
        Files.copy(source.resolve("targets.csv"), raw.resolve("targets.csv"));
        String text = Files.readString(source.resolve("continuous.csv"));
        Files.writeString(
                raw.resolve("continuous.csv"),
                text.replaceFirst(
                        "cursor_x_cm,cursor_z_cm,hand_x,hand_y,hand_z", "other_x,other_z,cursor_x_cm,up,cursor_z_cm"));
        Path table = folder.resolve("reaches.csv");
        ReachImporter.convert(raw, table);

        double limit = 0.033; // one missing sample makes a gap of 32 to 34 ms
        var layout = new RecordedLayout(0.2, 0.25, 0.5, 0.1, limit, 20, OnsetRule.DEFAULT);
        var reaches = RecordedReaches.read(table, DT, START, layout);

        int kept = 0;
        int missing = 0;
        for (Map.Entry<String, List<double[]>> trial : samples(table).entrySet()) {
            double[] times = trial.getValue().stream()
                    .filter(row -> !Double.isNaN(row[1]) && !Double.isNaN(row[2]))
                    .mapToDouble(row -> row[0])
                    .toArray();
            double longest = 0;
            for (int i = 1; i < times.length; i++) {
                longest = Math.max(longest, times[i] - times[i - 1]);
            }
            missing += trial.getValue().size() - times.length;
            String dropped = "Trial " + trial.getKey() + " was dropped: it has a gap of ";
            boolean told = reaches.notes().stream().anyMatch(note -> note.startsWith(dropped));
            assertThat(told).as(trial.getKey()).isEqualTo(longest > limit);
            kept += longest > limit ? 0 : 1;
        }
        assertThat(missing).isGreaterThan(50); // at least every second trial
        assertThat(kept).isBetween(1, 90);
        assertThat(reaches.recording().trials().size()).isLessThanOrEqualTo(kept);
    }

    @Test
    void peak_speeds_differ_from_the_published_summaries_by_their_clock_only() throws IOException {
        // the summaries took samples as uniform at 120 and 60 Hz; the stamps say 123 and 62
        assertThat(medianPeak("human_centerout_leo") / 0.27316).isCloseTo(1.0, within(0.04));
        assertThat(medianPeak("human_centerout_GE021") / 0.43571).isCloseTo(1.0, within(0.04));
    }

    private double medianPeak(String name) throws IOException {
        var recording = read(name).recording();
        double[] peaks = new double[recording.trials().size()];
        Arrays.setAll(
                peaks, i -> ReachKinematics.of(recording, i, OnsetRule.DEFAULT).peakSpeed());
        Arrays.sort(peaks);
        return 0.5 * (peaks[(peaks.length - 1) / 2] + peaks[peaks.length / 2]);
    }

    private RecordedReaches read(String name) throws IOException {
        Path table = folder.resolve("table.csv");
        ReachImporter.convert(recorded(name), table);
        return RecordedReaches.read(table, DT, START, RecordedLayout.DEFAULT);
    }

    /** Returns the place between the samples around a time, m. */
    private static double[] at(List<double[]> samples, double time) {
        int after = 1;
        while (after < samples.size() - 1 && samples.get(after)[0] < time) {
            after++;
        }
        double[] a = samples.get(after - 1);
        double[] b = samples.get(after);
        double share = (time - a[0]) / (b[0] - a[0]);
        return new double[] {(a[1] + share * (b[1] - a[1])) / 100, (a[2] + share * (b[2] - a[2])) / 100};
    }

    /** Returns time (s), x and y (cm) of every sample by trial. */
    private static Map<String, List<double[]>> samples(Path table) throws IOException {
        Map<String, List<double[]>> trials = new LinkedHashMap<>();
        Files.readAllLines(table).stream().skip(1).forEach(line -> {
            String[] cells = line.split(",", -1);
            double[] row = {number(cells[0]), number(cells[1]), number(cells[2])};
            trials.computeIfAbsent(cells[3], trial -> new java.util.ArrayList<>())
                    .add(row);
        });
        return trials;
    }

    private static double number(String cell) {
        return cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
    }

    private static Path recorded(String name) {
        String data = System.getProperty("betz.data");
        assumeTrue(data != null, "the system property betz.data does not name the folder of recorded data");
        return Path.of(String.valueOf(data)).resolve(name);
    }
}
