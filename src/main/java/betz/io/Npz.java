// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's NPZ: a ZIP archive of {@code .npy} arrays, stored without compression so that the bytes depend on no library.
 *
 * @see <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">the format, version 1.0</a>
 */
public final class Npz {
    /** Stands in for the time of writing. On 1 January 1980 Java would add the time zone's offset to the entry. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private Npz() {}

    /** Writes arrays in the order given; the same content gives the same bytes. */
    public static void write(Path file, List<Tensor> arrays) throws IOException {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, arrays);
        }
    }

    /** Writes all signals of a recording, [trial, step, channel], and its trials; see {@link #arrays}. */
    public static void write(Path file, Recording recording) throws IOException {
        write(file, arrays(recording));
    }

    static byte[] bytes(List<Tensor> arrays) throws IOException {
        var bytes = new ByteArrayOutputStream();
        write(bytes, arrays);
        return bytes.toByteArray();
    }

    /** Keeps one array's bytes at a time. */
    private static void write(OutputStream out, List<Tensor> arrays) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            for (Tensor array : arrays) {
                byte[] content = Npy.bytes(array);
                zip.putNextEntry(entry(array.name() + ".npy", content));
                zip.write(content);
                zip.closeEntry();
            }
        }
    }

    private static ZipEntry entry(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /**
     * Returns the arrays that describe a recording: each signal under its name, [trial, step, channel], those
     * of units in single precision, and
     * {@code trial.condition}, {@code trial.direction} (rad), {@code trial.target_on}, {@code trial.go_cue} and
     * {@code trial.end} (steps), [trial], {@code trial.start} and {@code trial.target} (m), [trial, 2], and {@code dt} (s).
     */
    public static List<Tensor> arrays(Recording recording) {
        List<Tensor> arrays = new ArrayList<>();
        for (Signal signal : recording.signals()) {
            List<Integer> shape =
                    List.of(signal.trials(), signal.steps(), signal.channels().size());
            arrays.add(new Tensor(signal.name(), precision(signal), shape, signal.values()));
        }
        TrialBatch batch = recording.trials();
        arrays.add(each(batch, "trial.condition", trial -> trial.condition().index()));
        arrays.add(each(batch, "trial.direction", trial -> trial.condition().direction()));
        arrays.add(each(batch, "trial.target_on", Trial::targetOn));
        arrays.add(each(batch, "trial.go_cue", Trial::goCue));
        arrays.add(each(batch, "trial.end", Trial::end));
        arrays.add(
                pairs(batch, "trial.start", t -> t.start().x(), t -> t.start().y()));
        arrays.add(pairs(
                batch, "trial.target", t -> t.target().x(), t -> t.target().y()));
        arrays.add(Tensor.f64("dt", new double[] {batch.dt()}));
        return arrays;
    }

    /** Units are many, and single precision is all that a network's are computed in. */
    private static Tensor.Precision precision(Signal signal) {
        return signal.name().startsWith("unit.") ? Tensor.Precision.F32 : Tensor.Precision.F64;
    }

    private static Tensor each(TrialBatch batch, String name, ToDoubleFunction<Trial> value) {
        return Tensor.f64(name, batch.trials().stream().mapToDouble(value).toArray(), batch.size());
    }

    private static Tensor pairs(TrialBatch batch, String name, ToDoubleFunction<Trial> x, ToDoubleFunction<Trial> y) {
        double[] values = batch.trials().stream()
                .flatMapToDouble(t -> java.util.stream.DoubleStream.of(x.applyAsDouble(t), y.applyAsDouble(t)))
                .toArray();
        return Tensor.f64(name, values, batch.size(), 2);
    }
}
