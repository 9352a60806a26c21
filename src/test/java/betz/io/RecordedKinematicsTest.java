// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Butterworth;
import betz.analysis.Finding;
import betz.analysis.HandPath;
import betz.analysis.OnsetRule;
import betz.analysis.Recorded;
import betz.analysis.Subject;
import betz.analysis.movement.Kinematics;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.Matrices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reaches of two people and a monkey against what public code made of them, {@code trial_kinematics.csv} and {@code summary.json}
 * beside each recording.
 *
 * <p>That code resampled the whole recording by its time stamps to 120 or 60 Hz, from the first stamp on, before it filtered at
 * 8 Hz, and looked for the peak from 200 ms before the go cue to the reward. Done so, every figure of every trial agrees. Had it
 * taken samples as uniform, speeds would be lower by the 2 to 3 % that its clock would be slow.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedKinematicsTest {
    private static final double BEFORE = 0.2; // go cue, where the peak is looked for, s
    private static final double LEAD = 1; // of the samples before that, s
    private static final double AFTER = 0.5; // the reward, in which a movement may still end, s

    @TempDir
    Path folder;

    /** Columns of the table, our names, and theirs over ours. */
    private static final Map<String, Told> COLUMNS = new TreeMap<>(Map.ofEntries(
            column("MT", "movement_time", 1),
            column("vpeak", "peak_speed", 100),
            column("t_peak_frac", "peak_time", 1),
            column("path_ratio", "path_ratio", 1),
            column("linearity", "linearity", 1),
            column("dir_err_at_vpeak_deg", "direction_error", 180 / Math.PI),
            column("end_err_cm", "offset_error", 100),
            column("vpeak_over_vmean", "peak_to_mean_speed", 1),
            column("mj_r2", "minimum_jerk_r2", 1),
            column("mj_corr", "minimum_jerk_correlation", 1),
            column("sparc", "smoothness", 1),
            column("ldlj", "log_dimensionless_jerk", 1)));

    /** Our name of a column, and its unit over ours. */
    private record Told(String name, double scale) {
        double[] of(Finding finding, String list) {
            return Arrays.stream(finding.list(list).numbers())
                    .map(v -> scale * v)
                    .toArray();
        }
    }

    private static Map.Entry<String, Told> column(String theirs, String ours, double scale) {
        return Map.entry(theirs, new Told(ours, scale));
    }

    @ParameterizedTest
    @CsvSource({
        "human_centerout_leo, 120",
        "human_centerout_GE021, 60",
        "monkey_centerout_beignet, 120",
        "monkey_centerout_beignet/te13154, 120"
    })
    void every_figure_of_every_trial_is_the_published_one_on_the_same_clock(String name, double rate)
            throws IOException {
        var clock = new Clocked(name, rate);

        Finding finding = clock.kinematics();

        for (var column : COLUMNS.entrySet()) {
            double[] theirs = published(name, column.getKey());
            double[] ours =
                    column.getValue().of(finding, "trial_" + column.getValue().name());
            assertThat(ours).as(column.getKey()).hasSameSizeAs(theirs);
            for (int i = 0; i < theirs.length; i++) {
                double digits = tolerance(column.getKey()) * Math.max(1, Math.abs(theirs[i]));
                assertThat(ours[i]).as(column.getKey() + " of reach " + i).isCloseTo(theirs[i], within(digits));
            }
        }
        assertThat(clock.reactionTimes(finding)).containsExactly(published(name, "RT"), within(1e-6)); // to a step
    }

    /** Six digits are given. The filter that lets all pass moves a hand that is filtered already by some µm. */
    private static double tolerance(String column) {
        return switch (column) {
            case "dir_err_at_vpeak_deg", "end_err_cm", "ldlj", "mj_r2" -> 1e-3; // degrees, and 10 µm
            default -> 2e-4;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "human_centerout_leo, 120",
        "human_centerout_GE021, 60",
        "monkey_centerout_beignet, 120",
        "monkey_centerout_beignet/te13154, 120"
    })
    void medians_quartiles_and_spreads_are_those_of_the_published_summary(String name, double rate) throws IOException {
        Finding finding = new Clocked(name, rate).kinematics();

        for (var column : COLUMNS.entrySet()) {
            double[] ours = column.getValue().of(finding, column.getValue().name() + "_quartiles");
            String key = column.getKey();
            var digits = within(5 * tolerance(key));
            assertThat(ours[0]).as(key).isCloseTo(summary(name, key, "q25"), digits);
            assertThat(ours[1]).as(key).isCloseTo(summary(name, key, "median"), digits);
            assertThat(ours[2]).as(key).isCloseTo(summary(name, key, "q75"), digits);
        }
        assertThat(Math.toDegrees(finding.value("direction_error_sd").value()))
                .isCloseTo(summary(name, "dir_err_at_vpeak_deg", "sd"), within(1e-4));
        double[][] covariance = finding.list("end_covariance").rows();
        double[] published = endCovariance(name);
        for (int i = 0; i < 4; i++) {
            assertThat(1e4 * covariance[i / 2][i % 2]).isCloseTo(published[i], within(1e-4)); // cm²
        }
    }

    /**
     * Our own way to read recordings: every reach alone, at steps of 10 ms, low-passed at 20 Hz, from rest at its onset, and
     * only then filtered at 8 Hz. Both filters together take up to 1 % of the peak; of te13154 the first of 15 reaches is
     * dropped, for its gap.
     */
    @ParameterizedTest
    @CsvSource({
        "human_centerout_leo, 0.01, 0.015, 0.03",
        "human_centerout_GE021, 0.01, 0.015, 0.03",
        "monkey_centerout_beignet, 0.01, 0.015, 0.03",
        "monkey_centerout_beignet/te13154, 0.04, 0.035, 0.03"
    })
    void our_reading_of_the_recordings_gives_nearly_the_same_medians(
            String name, double speed, double time, double shape) throws IOException {
        Path table = folder.resolve("reaches.csv");
        ReachImporter.convert(Recorded.data(name), table);
        var reaches = RecordedReaches.read(table, 0.01, new Point(0, 0.4), RecordedLayout.DEFAULT);

        Finding finding = with(OnsetRule.DEFAULT.cutoff(), 2).of(Subject.of(reaches.recording(), 1));

        double peak = 100 * finding.value("peak_speed").value();
        assertThat(peak / summary(name, "vpeak", "median")).isCloseTo(1, within(speed));
        assertClose(finding, "movement_time", name, "MT", time); // steps of 10 ms against 8 or 17
        assertClose(finding, "peak_time", name, "t_peak_frac", 0.01);
        assertClose(finding, "peak_to_mean_speed", name, "vpeak_over_vmean", shape);
        assertClose(finding, "path_ratio", name, "path_ratio", 0.0025);
        assertClose(finding, "linearity", name, "linearity", 0.002);
        assertClose(finding, "minimum_jerk_correlation", name, "mj_corr", 0.01);
        assertClose(finding, "smoothness", name, "sparc", 0.015);
        // fewer samples at the jerky ends
        assertClose(finding, "log_dimensionless_jerk", name, "ldlj", 0.25);
        double sd = Math.toDegrees(finding.value("direction_error_sd").value());
        assertThat(sd).isCloseTo(summary(name, "dir_err_at_vpeak_deg", "sd"), within(0.75)); // from where each set out
    }

    private static void assertClose(Finding finding, String ours, String name, String theirs, double tolerance)
            throws IOException {
        assertThat(finding.value(ours).value()).as(ours).isCloseTo(summary(name, theirs, "median"), within(tolerance));
    }

    private static Kinematics with(double cutoff, int order) {
        return new Kinematics(cutoff, order, 0.10, 0.35, 0.01, 20, 0.95);
    }

    /** A whole recording at even steps, filtered, and its trials cut out of it. */
    private final class Clocked {
        private final double dt;
        private final double[] x;
        private final double[] y;
        private final List<double[]> trials = new ArrayList<>(); // target x and y (m), go cue and reward (s)
        private final double first;

        Clocked(String name, double rate) throws IOException {
            dt = 1 / rate;
            double[][] samples = Recorded.table(Recorded.data(name).resolve("continuous.csv"), 1);
            double[] time = Matrices.column(samples, 1);
            first = time[0];
            var filter = new Butterworth(2, 8, dt);
            x = filter.filter(even(time, Matrices.column(samples, 2)));
            y = filter.filter(even(time, Matrices.column(samples, 3)));
            Path table = folder.resolve("reaches.csv");
            ReachImporter.convert(Recorded.data(name), table);
            Map<Integer, double[]> last = new TreeMap<>();
            for (double[] row : Recorded.table(table, 1)) {
                last.put((int) row[3], new double[] {row[5] / 100, row[6] / 100, row[7], row[0]});
            }
            trials.addAll(last.values());
        }

        private double[] even(double[] time, double[] centimetres) {
            double[] even = new double[(int) Math.ceil((time[time.length - 1] - first) / dt)];
            int after = 1;
            for (int step = 0; step < even.length; step++) {
                double now = first + step * dt;
                while (after < time.length - 1 && time[after] < now) {
                    after++;
                }
                double share = (now - time[after - 1]) / (time[after] - time[after - 1]);
                even[step] = (centimetres[after - 1] + share * (centimetres[after] - centimetres[after - 1])) / 100;
            }
            return even;
        }

        private int step(double time) {
            return (int) Math.ceil((time - first) / dt - 1e-9);
        }

        /** Lets the hand pass unfiltered, since it is filtered already. */
        Finding kinematics() {
            var open = new OnsetRule(0.42 / dt, 6, 0.10, 0.35, 0.01); // takes 1e-11 at 8 Hz
            double[] speed = HandPath.of(x, y, dt, open).speed();
            List<double[]> pathX = new ArrayList<>();
            List<double[]> pathY = new ArrayList<>();
            List<Trial> asked = new ArrayList<>();
            int longest = 0;
            for (double[] trial : trials) {
                int from = Math.max(0, step(trial[2] - BEFORE - LEAD));
                int go = step(trial[2] - BEFORE) - from;
                int to = end(speed, step(trial[2] - BEFORE), step(trial[3]));
                pathX.add(Arrays.copyOfRange(x, from, to));
                pathY.add(Arrays.copyOfRange(y, from, to));
                longest = Math.max(longest, to - from);
                var path = HandPath.of(pathX.get(asked.size()), pathY.get(asked.size()), dt, open);
                int onset = open.movement(path.speed(), go).orElseThrow().onset();
                // directions are seen from where the hand sets out
                var start = new Point(path.x(onset), path.y(onset));
                var target = new Point(trial[0], trial[1]);
                asked.add(new Trial(new Condition(0, "all", 0), start, target, 0, go, to - from));
            }
            var hand = Signal.zeros("hand.position", "m", asked.size(), longest, List.of("x", "y"));
            for (int i = 0; i < asked.size(); i++) {
                for (int step = 0; step < pathX.get(i).length; step++) {
                    hand.set(i, step, 0, pathX.get(i)[step]);
                    hand.set(i, step, 1, pathY.get(i)[step]);
                }
            }
            var recording = new Recording(new TrialBatch(dt, longest, asked), List.of(hand));
            return with(open.cutoff(), open.order()).of(Subject.of(recording, 1));
        }

        /** Returns where a trial may end, after its reward, without that a later movement is faster. */
        private int end(double[] speed, int go, int reward) {
            double peak = Arrays.stream(speed, go, reward).max().orElseThrow();
            int to = reward;
            while (to < speed.length && to < reward + AFTER / dt && speed[to] <= peak) {
                to++;
            }
            return to;
        }

        /** Returns reaction times from the go cue itself, which lies between steps, s. */
        double[] reactionTimes(Finding finding) {
            double[] times = finding.list("trial_reaction_time").numbers();
            Arrays.setAll(times, i -> {
                double go = trials.get(i)[2];
                return times[i] + first + step(go - BEFORE) * dt - go;
            });
            return times;
        }
    }

    private static double[] published(String name, String column) throws IOException {
        Path file = Recorded.data(name).resolve("trial_kinematics.csv");
        int index = List.of(Files.readAllLines(file).get(0).split(",", -1)).indexOf(column);
        return Matrices.column(Recorded.table(file, 1), index);
    }

    /** Returns a figure of the summary. */
    private static double summary(String name, String key, String statistic) throws IOException {
        return number(name, "\"" + key + "\": \\{[^}]*\"" + statistic + "\": ([-0-9.e]+)");
    }

    /** Returns the covariance of end points, row by row, cm². */
    private static double[] endCovariance(String name) throws IOException {
        String cell = "[\\s\\],\\[]*([-0-9.e]+)";
        double[] cells = new double[4];
        for (int i = 0; i < 4; i++) {
            String skipped = "[\\s\\],\\[]*[-0-9.e]+".repeat(i);
            cells[i] = number(name, "\"endpoint_cov_cm2\":" + skipped + cell);
        }
        return cells;
    }

    private static double number(String name, String pattern) throws IOException {
        Matcher match = Pattern.compile(pattern)
                .matcher(Files.readString(Recorded.data(name).resolve("summary.json")));
        assertThat(match.find()).as(pattern).isTrue();
        return Double.parseDouble(match.group(1));
    }
}
