// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Recorded;
import betz.analysis.population.Activity;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that laboratories made are read as they are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedActivityTest {
    @TempDir
    Path folder;

    @Test
    void motor_cortex_in_ten_conditions_has_every_number_of_its_table() throws IOException {
        Path file = Recorded.data("churchland2012_TME/tensor.csv");
        Recording read = read(file, DataLayout.DEFAULT);

        Activity activity = Activity.of(read, "unit.rate");

        double[][] rows = Recorded.table(file, 1);
        assertThat(activity.dt()).isEqualTo(0.01);
        assertThat(activity.times()).hasSize(61);
        assertThat(activity.times()[0]).isEqualTo(-0.05, within(1e-12));
        assertThat(activity.conditions())
                .extracting(Condition::label)
                .startsWith("0", "1", "2")
                .hasSize(10);
        assertThat(activity.units()).hasSize(50);
        for (double[] row : rows) {
            int step = (int) Math.round((row[1] + 50) / 10);
            for (int unit = 0; unit < 50; unit++) {
                assertThat(activity.values()[(int) row[0]][step][unit]).isEqualTo(row[2 + unit]);
            }
        }
    }

    @Test
    void rates_of_single_reaches_keep_their_eight_directions() throws IOException {
        Path file = Recorded.data("centuri_m1_centerout/rates.csv");
        Recording read = read(file, DataLayout.DEFAULT);

        double[][] rows = Recorded.table(file, 1);
        Signal rates = read.signal("unit.rate");
        assertThat(read.trials().size()).isEqualTo(158);
        assertThat(rates.channels()).hasSize(143);
        assertThat(read.trials().conditions())
                .extracting(Condition::label)
                .containsExactly("0°", "45°", "90°", "135°", "180°", "225°", "270°", "315°");
        for (int trial = 0; trial < rows.length; trial++) {
            assertThat(Math.toDegrees(read.trials().get(trial).condition().direction()))
                    .isEqualTo(rows[trial][1], within(1e-12));
            assertThat(rates.get(trial, 0, 142)).isEqualTo(rows[trial][144]);
        }
    }

    @Test
    void muscles_by_counted_samples_become_another_signal() throws IOException {
        Path file = Recorded.data("emg_centerout_monkey/emg_every10.csv");

        Recording read = read(file, DataLayout.DEFAULT.withDt(0.001).withSignal("muscle.activation", "1"));

        assertThat(read.trials().dt()).isEqualTo(0.01);
        assertThat(read.trials().size()).isEqualTo(8);
        assertThat(read.trials().trials()).extracting(Trial::end).containsOnly(335); // 2680 rows
        assertThat(read.signal("muscle.activation").channels()).hasSize(13);
    }

    @Test
    void a_folder_of_samples_and_events_is_read_as_its_converted_table() throws IOException {
        Path recorded = Recorded.data("human_centerout_leo");
        Path table = folder.resolve("leo.csv");
        ReachImporter.convert(recorded, table);

        DataContent direct = AnalysisData.content(recorded, DataLayout.DEFAULT);
        Recording converted = read(table, DataLayout.DEFAULT);

        Recording read = java.util.Objects.requireNonNull(direct.recording());
        assertThat(read.trials().conditions()).hasSize(8);
        assertThat(read.signal("hand.position").values())
                .isEqualTo(converted.signal("hand.position").values());
        assertThat(direct.notes().get(0)).startsWith("Recorded reaches: ");
    }

    @Test
    @Tag("slow")
    void fifty_megabytes_are_read_in_seconds() throws IOException {
        String cells = ",0.123456,12.5,-3.25e-2,7".repeat(25) + "\n";
        try (var out = Files.newBufferedWriter(folder.resolve("large.csv"))) {
            out.write("trial,time_ms");
            for (int unit = 0; unit < 100; unit++) {
                out.write(",n" + unit);
            }
            out.write("\n");
            for (int row = 0; row < 80_000; row++) {
                out.write(row / 200 + "," + (row % 200) * 10 + cells);
            }
        }

        Recording read = Assertions.assertTimeout(
                Duration.ofSeconds(20), // on a busy machine; alone it takes about two
                () -> read(folder.resolve("large.csv"), DataLayout.DEFAULT));

        assertThat(Files.size(folder.resolve("large.csv"))).isGreaterThan(50_000_000);
        assertThat(List.of(read.trials().size(), read.trials().steps())).containsExactly(400, 200);
    }

    private static Recording read(Path file, DataLayout layout) throws IOException {
        return AnalysisData.read(file, layout, 1).recording();
    }
}
