// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.RandomStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data for analyses with bytes changed, cut off or in another place are read or refused, never anything else. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileDataTest {
    /** What is written over a place of a table: cells, signs and breaks that mean something. */
    private static final String[] WORDS = {
        ",", "\n", "\"", "nan", "inf", "1e308", "-", "1e-300", " ", "[ms]", "_s", "[", "]", "é", "9999999999", "\r", "0"
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "condition,trial,time_ms,direction_deg,x [cm],y [cm],n0\na,1,0,90,1,2,3\na,1,10,90,1,2,3\nb,2,0,0,1,2,3\nb,2,10,0,4,5,6\n",
                "trial,direction_deg,n0,n1\n0,90,0,6.2\n1,180,0.7,23.2\n2,45,0.7,23.2\n",
                "trial,time_s,unit,condition\n0,0.5,a,l\n0,0.7,b,l\n1,0.2,a,r\n",
                "w0,w1,u0,b\n0.9,-0.3,1,0\n0.3,0.9,0,0.1\n",
                "time [s],x [cm],y [cm],trial,condition\n0,1,2,a,b\n0.1,1,2,a,b\n0.2,3,4,a,b\n",
            })
    void tables_with_words_written_over_them_are_read_or_refused(String csv) throws IOException {
        var random = RandomStream.of(1, csv);
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            var text = new StringBuilder(csv);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int place = random.nextInt(text.length());
                int end = Math.min(text.length(), place + random.nextInt(3));
                text.replace(place, end, WORDS[random.nextInt(WORDS.length)]);
            }
            refused += refused("t.csv", text.toString().getBytes(StandardCharsets.UTF_8));
        }
        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void archives_with_numbers_changed_are_read_or_refused() throws IOException {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -1, 0, 1e300, 1e9, 0.5, 2, -1e12};
        var random = RandomStream.of(1, "numbers");
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            List<Tensor> arrays = i % 2 == 0 ? run() : rates();
            double[] values = arrays.get(random.nextInt(arrays.size())).values();
            values[random.nextInt(values.length)] = odd[random.nextInt(odd.length)];
            refused += refused("a.npz", Npz.bytes(arrays));
        }
        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void files_cut_off_anywhere_are_read_or_refused() throws IOException {
        byte[] weights = new Safetensors(List.of(Tensor.f64("W", new double[4], 2, 2)), Map.of()).bytes();
        byte[] archive = Npz.bytes(rates());
        for (int size = 0; size < archive.length; size += 31) {
            assertThat(refused("a.npz", java.util.Arrays.copyOf(archive, size))).isEqualTo(1);
        }
        for (int size = 0; size < weights.length; size += 3) {
            assertThat(refused("w.safetensors", java.util.Arrays.copyOf(weights, size)))
                    .isEqualTo(1);
        }
    }

    @Test
    void one_long_trial_among_many_short_ones_is_refused_before_memory_is_taken() {
        var csv = new StringBuilder("trial,time_s,n\n");
        for (int row = 0; row < 20_000; row++) {
            csv.append("long,").append(row / 100.0).append(",1\n");
        }
        for (int trial = 0; trial < 20_000; trial++) {
            csv.append(trial).append(",0,1\n");
        }

        Path file = folder.resolve("t.csv");
        assertThatThrownBy(() -> AnalysisData.read(Files.writeString(file, csv), DataLayout.DEFAULT, 1))
                .isInstanceOf(BadTable.class)
                .hasMessage(
                        "t.csv:1: 20001 trials padded to the longest, 20000 rows, are 800040000 numbers, expected at"
                                + " most 268435456");
    }

    /** Returns 1 if a file is refused as it should be, 0 if it is read; anything else fails the test. */
    private int refused(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        try {
            assertThat(AnalysisData.content(file, DataLayout.DEFAULT)).isNotNull();
            return 0;
        } catch (BadTable | DamagedData told) {
            assertThat(told).hasMessageContaining(name.substring(0, 1));
            return 1;
        }
    }

    private static List<Tensor> rates() {
        return List.of(
                Tensor.f64("rates", new double[12], 2, 3, 2),
                Tensor.f64("time", new double[] {0, 0.01, 0.02}, 3),
                Tensor.f64("condition", new double[] {0, 1}, 2),
                Tensor.f64("direction", new double[] {0, 1}, 2));
    }

    private static List<Tensor> run() {
        return List.of(
                Tensor.f64("unit.rate", new double[6], 2, 3, 1),
                Tensor.f64("trial.condition", new double[] {0, 1}, 2),
                Tensor.f64("trial.direction", new double[] {0, 1}, 2),
                Tensor.f64("trial.target_on", new double[2], 2),
                Tensor.f64("trial.go_cue", new double[] {1, 1}, 2),
                Tensor.f64("trial.end", new double[] {3, 2}, 2),
                Tensor.f64("trial.start", new double[4], 2, 2),
                Tensor.f64("trial.target", new double[4], 2, 2),
                Tensor.f64("dt", new double[] {0.01}));
    }
}
