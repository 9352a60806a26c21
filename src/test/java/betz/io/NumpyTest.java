// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.data.Condition;
import betz.data.Recording;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that NumPy wrote are read, and files that were written here are those that NumPy writes, to the byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumpyTest {
    /** One call of Python makes the files of all tests. */
    private static final String SCRIPT = """
            import numpy as np, os, sys
            os.chdir(sys.argv[1])
            cube = np.arange(24.0).reshape(2, 3, 4) / 7
            named = {'cube': cube, 'single': np.array([0.1, 2.5], dtype='<f4'), 'scalar': np.float64(0.01),
                     'empty': np.zeros((0, 3)), 'odd': np.array([np.nan, np.inf, -np.inf, -0.0, 5e-324])}
            np.savez('plain.npz', **named)
            np.savez_compressed('small.npz', **named)
            np.save('cube.npy', cube)
            np.save('line.npy', np.array([1.5]))
            np.save('scalar.npy', np.float64(0.01))
            np.savez('whole.npz', a=np.arange(3) - 1, b=np.array([True, False]), c=np.array([255], dtype='u1'),
                     d=np.array([-2], dtype='i1'), e=np.array([-300], dtype='i2'), f=np.array([65535], dtype='u2'),
                     g=np.array([-70000], dtype='i4'), h=np.array([4294967295], dtype='u4'))
            np.savez('long.npz', a=np.array([1], dtype='u8'))
            np.savez('turned.npz', a=np.asfortranarray(cube))
            np.savez('lab.npz', rates=np.arange(24, dtype='f4').reshape(2, 3, 4), labels=np.array(['left', 'right']),
                     time=np.arange(-1, 2) * 0.02, condition=np.array([5, 4]), any=np.array([None]))
            np.savez('text.npz', a=np.array(['x']))
            np.savez('big.npz', a=np.array([1.0], dtype='>f8'))
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws IOException, InterruptedException {
        assumeTrue(python("import numpy").isEmpty(), "python3 with numpy is not installed here");
        assertThat(python(SCRIPT, folder.toString())).isEmpty();
    }

    @Test
    void archives_of_numpy_are_read_with_shape_and_every_bit_compressed_or_not() throws IOException {
        for (String name : new String[] {"plain.npz", "small.npz"}) {
            List<Tensor> read = NpzReader.read(folder.resolve(name));

            assertThat(read).extracting(Tensor::name).containsExactly("cube", "single", "scalar", "empty", "odd");
            assertThat(read.get(0).shape()).containsExactly(2, 3, 4);
            for (int i = 0; i < 24; i++) {
                assertThat(read.get(0).values()[i]).isEqualTo(i / 7.0);
            }
            assertThat(read.get(1).precision()).isEqualTo(Tensor.Precision.F32);
            assertThat(read.get(1).values()).containsExactly(0.1f, 2.5);
            assertThat(read.get(2).shape()).isEmpty();
            assertThat(read.get(2).values()).containsExactly(0.01);
            assertThat(read.get(3).shape()).containsExactly(0, 3);
            double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE};
            assertThat(read.get(4).values()).containsExactly(odd);
        }
    }

    @Test
    void whole_numbers_of_every_size_and_truth_values_are_read() throws IOException {
        List<Tensor> read = NpzReader.read(folder.resolve("whole.npz"));

        assertThat(read.get(0).values()).containsExactly(-1, 0, 1);
        assertThat(read.get(1).values()).containsExactly(1, 0);
        assertThat(read.subList(2, 8).stream().map(one -> one.values()[0]))
                .containsExactly(255.0, -2.0, -300.0, 65535.0, -70000.0, 4294967295.0);
    }

    @Test
    void rates_of_a_laboratory_are_read_with_their_times_and_whole_numbers_beside_texts() throws IOException {
        DataContent content = AnalysisData.content(folder.resolve("lab.npz"), DataLayout.DEFAULT);

        Recording read = Objects.requireNonNull(content.recording());
        assertThat(read.trials().dt()).isEqualTo(0.02);
        assertThat(read.trials().get(0).goCue()).isEqualTo(1);
        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("4", "5");
        assertThat(read.signal("unit.rate").get(1, 2, 3)).isEqualTo(23);
        assertThat(content.notes()).containsExactly("Arrays that hold no numbers were not read: labels, any.");
    }

    @Test
    void arrays_are_written_byte_for_byte_as_numpy_writes_them() throws IOException {
        double[] cube = new double[24];
        java.util.Arrays.setAll(cube, i -> i / 7.0);

        assertThat(Npy.bytes(Tensor.f64("cube", cube, 2, 3, 4)))
                .isEqualTo(Files.readAllBytes(folder.resolve("cube.npy")));
        assertThat(Npy.bytes(Tensor.f64("line", new double[] {1.5}, 1)))
                .isEqualTo(Files.readAllBytes(folder.resolve("line.npy")));
        assertThat(Npy.bytes(Tensor.f64("scalar", new double[] {0.01})))
                .isEqualTo(Files.readAllBytes(folder.resolve("scalar.npy")));
    }

    @Test
    void numpy_reads_what_is_written_here_with_shape_precision_and_every_bit()
            throws IOException, InterruptedException {
        double[] odd = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, 1 / 3.0, Double.MAX_VALUE};
        Npz.write(
                folder.resolve("ours.npz"),
                List.of(
                        Tensor.f64("odd", odd, 2, 3),
                        Tensor.f64("none", new double[0], 4, 0),
                        new Tensor("hand.position", Tensor.Precision.F32, List.of(1, 2), new double[] {0.1, -7})));
        String script = """
                import numpy as np, sys
                z = np.load(sys.argv[1])
                assert z.files == ['odd', 'none', 'hand.position'], z.files
                assert z['odd'].shape == (2, 3) and z['odd'].dtype == np.dtype('<f8')
                want = np.array([np.nan, np.inf, -0.0, 5e-324, 1 / 3, np.finfo(float).max])
                assert z['odd'].ravel().view('u8').tolist() == want.view('u8').tolist()
                assert z['none'].shape == (4, 0)
                assert z['hand.position'].tolist() == [[float(np.float32(0.1)), -7.0]]
                """;

        assertThat(python(script, folder.resolve("ours.npz").toString())).isEmpty();
    }

    @Test
    void arrays_that_are_no_numbers_in_c_order_are_refused_with_what_they_are() {
        String[][] refused = {
            {"long.npz", "'<u8'"}, {"turned.npz", "'fortran_order': True"}, {"text.npz", "'<U1'"}, {"big.npz", "'>f8'"}
        };
        for (String[] file : refused) {
            assertThatThrownBy(() -> NpzReader.read(folder.resolve(file[0])))
                    .isInstanceOf(DamagedData.class)
                    .hasMessageContaining(file[0] + ": a.npy is damaged: found {'descr': ")
                    .hasMessageContaining(file[1])
                    .hasMessageEndingWith("expected little-endian numbers in C order (numpy.ascontiguousarray)");
        }
    }

    /** Returns what a script complains of; nothing if it runs through. */
    private static String python(String script, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", "-c", script));
        command.addAll(List.of(arguments));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : "failed: " + said;
        } catch (IOException missing) {
            return "missing: " + missing;
        }
    }
}
