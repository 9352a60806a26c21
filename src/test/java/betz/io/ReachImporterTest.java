// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.analysis.OnsetRule;
import betz.analysis.ReachKinematics;
import betz.data.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReachImporterTest {
    @TempDir
    Path folder;

    @Test
    void rewarded_trials_are_kept_from_the_arrival_in_the_centre_to_the_reward() throws IOException {
        Files.writeString(folder.resolve("targets.csv"), "trial,target_index,x_cm,z_cm\n0,2,0.0,-10.0\n");
        Files.writeString(folder.resolve("events.csv"), """
                time_s,sample,code,event,data
                0.0,0,16,TARGET_ON,0
                0.1,1,80,CURSOR_ENTER_TARGET,0
                0.2,2,18,TARGET_ON,2
                0.3,3,32,TARGET_OFF,0
                0.4,4,66,DELAY_PENALTY,0
                0.5,5,239,TRIAL_END,0
                0.6,6,80,CURSOR_ENTER_TARGET,0
                0.7,7,18,TARGET_ON,2
                0.8,8,32,TARGET_OFF,0
                0.9,9,48,REWARD,0
                1.0,10,239,TRIAL_END,0
                """);
        var samples = new StringBuilder("sample,time_s,cursor_x_cm,cursor_z_cm\n");
        IntStream.range(0, 12).forEach(i -> samples.append(i + ",0." + i + ",1." + i + (i == 8 ? ",nan\n" : ",2.0\n")));
        Files.writeString(folder.resolve("continuous.csv"), samples.toString().replace("0.10", "1.0"));
        var table = folder.resolve("reaches.csv");

        int trials = ReachImporter.convert(folder, table);

        assertThat(trials).isEqualTo(1);
        assertThat(Files.readString(table)).isEqualTo("""
                        time [s],x [cm],y [cm],trial,condition,target_x [cm],target_y [cm],go [s]
                        0.6,1.6,2.0,1,270°,0.0,-10.0,0.8
                        0.7,1.7,2.0,1,270°,0.0,-10.0,0.8
                        0.8,1.8,nan,1,270°,0.0,-10.0,0.8
                        0.9,1.9,2.0,1,270°,0.0,-10.0,0.8
                        """);
    }

    @Test
    void a_folder_of_another_form_is_refused_by_its_columns() throws IOException {
        Files.writeString(folder.resolve("events.csv"), "time_s,event,data\n");
        Files.writeString(folder.resolve("continuous.csv"), "a,b\n1,2\n");
        Files.writeString(folder.resolve("targets.csv"), "trial,x\n0,1\n");

        assertThatThrownBy(() -> ReachImporter.convert(folder, folder.resolve("reaches.csv")))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("targets.csv:1: the columns are trial, x, expected also target_index");
    }

    @Test
    void a_target_that_is_unknown_or_no_number_is_told_by_its_line_and_nothing_is_written() throws IOException {
        Path table = folder.resolve("reaches.csv");
        Files.writeString(folder.resolve("continuous.csv"), "time_s,cursor_x_cm,cursor_z_cm\n0.1,1,2\n");
        Files.writeString(folder.resolve("events.csv"), """
                time_s,event,data
                0.0,TARGET_ON,7
                0.1,TARGET_OFF,0
                0.2,REWARD,0
                """);
        Files.writeString(folder.resolve("targets.csv"), "target_index,x_cm,z_cm\n0,3,4\n");
        assertThatThrownBy(() -> ReachImporter.convert(folder, table))
                .isInstanceOf(BadTable.class)
                .hasMessage("events.csv:4: the target is '7', expected one of targets.csv");

        Files.writeString(folder.resolve("targets.csv"), "target_index,x_cm,z_cm\n7,nan,4\n0,far,\n");
        assertThatThrownBy(() -> ReachImporter.convert(folder, table))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("targets.csv:3: x_cm is far, expected a number");
        assertThat(table).doesNotExist();

        Files.writeString(folder.resolve("targets.csv"), "target_index,x_cm,z_cm\n7,nan,4\n");
        assertThat(ReachImporter.convert(folder, table)).isEqualTo(1);
        assertThat(table).content().contains("0.1,1,2,0,unknown,nan,4,0.1");
    }

    @Test
    void reaches_of_a_person_keep_the_kinematics_that_were_measured_on_the_recording() throws IOException {
        var table = folder.resolve("leo.csv");

        int trials = ReachImporter.convert(recorded("human_centerout_leo"), table);
        var reaches = RecordedReaches.read(table, 0.01, new Point(0, 0.4), RecordedLayout.DEFAULT);

        assertThat(trials).isEqualTo(36);
        assertThat(reaches.recording().trials().size()).isGreaterThanOrEqualTo(35);
        assertThat(reaches.recording().trials().conditions()).hasSize(8);
        // summary.json takes samples as uniform at 120 Hz, 3 % faster than the stamps say; hence 5 %
        assertThat(median(reaches, ReachKinematics::peakSpeed)).isCloseTo(0.273, within(0.05 * 0.273));
        assertThat(median(reaches, ReachKinematics::movementTime)).isCloseTo(0.588, within(0.05 * 0.588));
        assertThat(median(reaches, ReachKinematics::peakTime)).isCloseTo(0.38, within(0.03));
        assertThat(median(reaches, ReachKinematics::pathRatio)).isCloseTo(1.0044, within(0.002));
        assertThat(median(reaches, ReachKinematics::linearity)).isCloseTo(0.026, within(0.005));
        assertThat(median(reaches, ReachKinematics::smoothness)).isCloseTo(-1.48, within(0.03));
        assertThat(median(reaches, ReachKinematics::minimumJerkCorrelation)).isCloseTo(0.87, within(0.03));
        assertThat(median(reaches, ReachKinematics::reactionTime)).isCloseTo(0.25, within(0.02));
    }

    @Test
    void a_second_person_and_a_monkey_can_be_read_too() throws IOException {
        for (String name : new String[] {"human_centerout_GE021", "monkey_centerout_beignet"}) {
            var table = folder.resolve(name + ".csv");
            int trials = ReachImporter.convert(recorded(name), table);
            var reaches = RecordedReaches.read(table, 0.01, new Point(0, 0.4), RecordedLayout.DEFAULT);
            assertThat(reaches.recording().trials().size()).as(name).isGreaterThan(trials * 8 / 10);
        }
    }

    private static double median(RecordedReaches reaches, ToDoubleFunction<ReachKinematics> figure) {
        double[] sorted = IntStream.range(0, reaches.recording().trials().size())
                .mapToObj(trial -> ReachKinematics.of(reaches.recording(), trial, OnsetRule.DEFAULT))
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static Path recorded(String name) {
        String data = System.getProperty("betz.data");
        assumeTrue(data != null, "the system property betz.data does not name the folder of recorded data");
        return Path.of(String.valueOf(data)).resolve(name);
    }
}
