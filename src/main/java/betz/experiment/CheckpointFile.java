// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.DamagedData;
import betz.train.Checkpoint;
import betz.train.Checks;
import betz.train.Deviation;
import betz.train.LossTerms;
import betz.train.Stage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A checkpoint on disk: written whole, guarded by a checksum; it knows what it was reached with. */
final class CheckpointFile {
    private static final long MAGIC = 0x4245545A434B5035L; // "BETZCKP5"

    private CheckpointFile() {}

    /** What a file holds. */
    record Content(Origin origin, Checkpoint state) {}

    /** Writes a state. */
    static void write(Path file, Origin origin, Checkpoint state) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            writeText(out, origin.settings());
            writeText(out, origin.inputs());
            out.writeInt(origin.numerics());
            writeText(out, origin.network());
            out.writeInt(state.iteration());
            writeValues(out, state.weights());
            double[][] moments = state.moments();
            out.writeInt(moments.length);
            for (double[] moment : moments) {
                writeValues(out, moment);
            }
            writeNames(out);
            for (Checkpoint.Update update : state.history()) {
                writeUpdate(out, update);
            }
            writeValues(out, state.checks().losses());
            writeValues(out, state.checks().best());
            writeStage(out, state.stage());
            out.flush();
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        }
        AtomicFile.write(file, bytes.toByteArray());
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static void writeValues(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Double.BYTES);
        buffer.asDoubleBuffer().put(values);
        out.write(buffer.array());
    }

    private static void writeStage(DataOutputStream out, Stage stage) throws IOException {
        out.writeInt(stage.begun().size());
        for (int updates : stage.begun()) {
            out.writeInt(updates);
        }
        out.writeInt(stage.remembered());
    }

    private static void writeNames(DataOutputStream out) throws IOException {
        out.writeInt(LossTerms.names().size());
        for (String name : LossTerms.names()) {
            writeText(out, name);
        }
    }

    private static void writeUpdate(DataOutputStream out, Checkpoint.Update update) throws IOException {
        for (double term : update.loss().values()) {
            out.writeDouble(term);
        }
        out.writeDouble(update.gradientNorm());
        out.writeBoolean(update.clipped());
        out.writeDouble(update.hand().lateral());
        out.writeDouble(update.hand().direction());
        out.writeDouble(update.hand().channelIndex());
    }

    /**
     * Reads a state.
     *
     * @throws DamagedData if the file is not whole
     */
    static Content read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DamagedData(file.toString(), "no regular file", "a whole checkpoint");
        }
        byte[] bytes = Files.readAllBytes(file);
        int body = bytes.length - Long.BYTES;
        if (body < Long.BYTES || ByteBuffer.wrap(bytes).getLong(body) != checksum(bytes, body)) {
            throw new DamagedData(
                    file.toString(),
                    "a file of " + bytes.length + " bytes whose checksum does not hold",
                    "a whole checkpoint");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes, 0, body))) {
            if (in.readLong() != MAGIC) {
                throw new DamagedData(file.toString(), "another kind of file", "a checkpoint of this version");
            }
            var origin = new Origin(readText(in), readText(in), in.readInt(), readText(in));
            int iteration = in.readInt();
            double[] weights = readValues(in);
            double[][] moments = new double[in.readInt()][];
            for (int i = 0; i < moments.length; i++) {
                moments[i] = readValues(in);
            }
            List<String> names = readNames(in);
            if (!LossTerms.names().containsAll(names)) {
                throw new DamagedData(
                        file.toString(), "with unknown terms of the loss", "a checkpoint of this version");
            }
            List<Checkpoint.Update> history = new ArrayList<>();
            for (int i = 0; i < iteration; i++) {
                history.add(readUpdate(in, names));
            }
            var checks = new Checks(readValues(in), readValues(in));
            return new Content(origin, new Checkpoint(iteration, weights, moments, history, checks, readStage(in)));
        }
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /** Returns the names of the terms of the loss, in the order of their values. */
    private static List<String> readNames(DataInputStream in) throws IOException {
        List<String> names = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            names.add(readText(in));
        }
        return names;
    }

    private static Stage readStage(DataInputStream in) throws IOException {
        int phases = in.readInt();
        List<Integer> begun = new ArrayList<>();
        for (int i = 0; i < phases; i++) {
            begun.add(in.readInt());
        }
        return new Stage(begun, in.readInt());
    }

    private static double[] readValues(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        byte[] bytes = new byte[values.length * Double.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asDoubleBuffer().get(values);
        return values;
    }

    private static Checkpoint.Update readUpdate(DataInputStream in, List<String> names) throws IOException {
        LossTerms loss = LossTerms.NONE;
        for (String name : names) {
            loss = loss.with(name, in.readDouble());
        }
        return new Checkpoint.Update(
                loss,
                in.readDouble(),
                in.readBoolean(),
                new Deviation(in.readDouble(), in.readDouble(), in.readDouble()));
    }

    private static long checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
