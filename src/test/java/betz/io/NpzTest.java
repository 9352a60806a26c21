// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class NpzTest {
    private static final List<Tensor> ARRAYS = List.of(
            Tensor.f64("a", new double[] {1, 2, 3, 4, 5, -6.5}, 2, 3),
            new Tensor("b", Tensor.Precision.F32, List.of(2), new double[] {0.1, 7}),
            Tensor.f64("dt", new double[] {0.01}));

    @TempDir
    Path folder;

    @Test
    void what_was_written_is_read_back() throws IOException {
        var file = folder.resolve("a.npz");

        Npz.write(file, ARRAYS);
        var read = NpzReader.read(file);

        assertThat(read).extracting(Tensor::name).containsExactly("a", "b", "dt");
        assertThat(read.get(0).shape()).containsExactly(2, 3);
        assertThat(read.get(0).values()).containsExactly(1, 2, 3, 4, 5, -6.5);
        assertThat(read.get(1).values()).containsExactly(0.1f, 7);
        assertThat(read.get(2).shape()).isEmpty();
    }

    @Test
    void numpy_reads_the_same_numbers() throws IOException, InterruptedException {
        var file = folder.resolve("a.npz");
        Npz.write(file, ARRAYS);
        String script = "import numpy, sys; z = numpy.load(sys.argv[1]);"
                + "print(z['a'].shape, z['a'].dtype, z['a'][1].tolist(), z['b'].dtype, float(z['dt']))";
        assumeTrue(python("import numpy") == 0, "python3 with numpy is not installed here");

        var process = new ProcessBuilder("python3", "-c", script, file.toString()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said.strip()).isEqualTo("(2, 3) float64 [4.0, 5.0, -6.5] float32 0.01");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void the_bytes_do_not_depend_on_the_time_zone() throws IOException {
        TimeZone here = TimeZone.getDefault();
        byte[] once = Npz.bytes(ARRAYS);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertThat(Npz.bytes(ARRAYS)).isEqualTo(once);
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void numbers_begin_at_a_multiple_of_64_bytes_as_numpy_writes_them() {
        for (Tensor array : ARRAYS) {
            assertThat((Npy.bytes(array).length - array.bytes()) % 64).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1099511627776,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 9999999999), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
                "{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }",
                "{'descr': '>f8', 'fortran_order': False, 'shape': (1,), }",
                "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }",
                "nothing",
            })
    void an_array_with_a_header_that_does_not_fit_is_refused(String header) {
        byte[] bytes = ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header + "12345678")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Npy.parse("x.npz: a", "a", bytes))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("x.npz: a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.npy", "/etc/a.npy", "b\\a.npy", "a.txt"})
    void entries_that_climb_out_or_are_no_arrays_are_refused(String name) throws IOException {
        var file = folder.resolve("evil.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(Npy.bytes(ARRAYS.get(0)));
        }

        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("the name " + name);
    }

    @Test
    void a_file_that_is_no_archive_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("text.npz"), "hello");

        assertThatThrownBy(() -> NpzReader.read(file)).isInstanceOf(DamagedData.class);
    }

    @Test
    void a_recording_keeps_its_signals_and_its_trials() throws IOException {
        var file = folder.resolve("run.npz");

        Npz.write(file, recording("45°"));
        var read = NpzReader.read(file);

        assertThat(read.get(0).name()).isEqualTo("hand.position");
        assertThat(read.get(0).shape()).containsExactly(1, 3, 2);
        assertThat(read)
                .filteredOn(a -> a.name().equals("trial.go_cue"))
                .allSatisfy(a -> assertThat(a.values()).containsExactly(1));
        assertThat(read)
                .filteredOn(a -> a.name().equals("trial.target"))
                .allSatisfy(a -> assertThat(a.values()).containsExactly(0.1, 0.3));
    }

    @Test
    void a_signal_becomes_a_table_with_units_up_to_the_end_of_each_trial() throws IOException {
        var file = folder.resolve("hand.csv");

        SignalCsv.write(file, recording("=cmd(\"x\"),1"), "hand.position");

        assertThat(Files.readString(file)).isEqualTo("""
                        trial,condition,time [s],x [m],y [m]
                        0,"'=cmd(""x""),1",0,0,0.1
                        0,"'=cmd(""x""),1",0.01,0.333333333333,1E-7
                        """);
    }

    private static Recording recording(String label) {
        var trial = new Trial(new Condition(0, label, Math.PI / 4), new Point(0, 0), new Point(0.1, 0.3), 0, 1, 2);
        double[] position = {0, 0.1, 1 / 3.0, 1e-7, Double.NaN, 5};
        var signal = new Signal("hand.position", "m", 1, 3, List.of("x", "y"), position);
        return new Recording(new TrialBatch(0.01, 3, List.of(trial)), List.of(signal));
    }

    private static int python(String script) throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", script).start().waitFor();
        } catch (IOException missing) {
            return -1;
        }
    }
}
