// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Require;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safetensors format: 8 bytes with the length of a JSON header, the header, then the numbers without gaps.
 *
 * @param tensors in the order of the file
 * @param metadata any texts; written in the order of their keys
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public record Safetensors(List<Tensor> tensors, Map<String, String> metadata) {
    private static final int ALIGNMENT = 8;

    public Safetensors {
        tensors = List.copyOf(tensors);
        metadata = Map.copyOf(metadata);
        var names = new HashSet<String>();
        for (Tensor tensor : tensors) {
            boolean free = names.add(tensor.name()) && !tensor.name().equals(SafetensorsHeader.METADATA);
            Require.that(
                    free,
                    "name of a tensor",
                    tensor.name(),
                    "one that no other has, and not " + SafetensorsHeader.METADATA);
        }
    }

    /** Returns a tensor that must be there. */
    public Tensor tensor(String name) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DamagedData(
                        "tensor " + name,
                        tensors.stream().map(Tensor::name).toList().toString(),
                        "that name"));
    }

    /** Returns the file's bytes; the same content gives the same bytes. */
    public byte[] bytes() {
        byte[] header = header();
        long data = tensors.stream().mapToLong(Tensor::bytes).sum();
        var buffer = ByteBuffer.allocate(Math.toIntExact(SafetensorsHeader.PREFIX + header.length + data))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(header.length).put(header);
        tensors.forEach(tensor -> tensor.put(buffer));
        return buffer.array();
    }

    private byte[] header() {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put(SafetensorsHeader.METADATA, new TreeMap<>(metadata));
        }
        long begin = 0;
        for (Tensor tensor : tensors) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("dtype", tensor.precision().name());
            entry.put("shape", tensor.shape());
            entry.put("data_offsets", List.of(begin, begin + tensor.bytes()));
            header.put(tensor.name(), entry);
            begin += tensor.bytes();
        }
        byte[] json = JsonMapper.shared().writeValueAsBytes(header);
        byte[] padded = Arrays.copyOf(json, (json.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        Files.write(file, bytes());
    }

    /**
     * Reads a file.
     *
     * @throws DamagedData if it is not a sound safetensors file of F32, F64, F16 and BF16 tensors
     */
    public static Safetensors read(Path file) throws IOException {
        try (var open = SafetensorsFile.open(file)) {
            List<Tensor> tensors = new ArrayList<>();
            for (SafetensorsEntry entry : open.entries()) {
                tensors.add(new Tensor(entry.name(), entry.dtype().precision(), entry.shape(), open.values(entry)));
            }
            return new Safetensors(tensors, open.metadata());
        }
    }

    /** Reads a file's bytes; {@code place} names it in errors. */
    public static Safetensors parse(String place, byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] json = new byte[SafetensorsHeader.length(place, buffer, bytes.length)];
        buffer.get(json);
        var header = SafetensorsHeader.parse(place, json, buffer.remaining());
        List<Tensor> tensors =
                header.entries().stream().map(entry -> take(entry, buffer)).toList();
        return new Safetensors(tensors, header.metadata());
    }

    private static Tensor take(SafetensorsEntry entry, ByteBuffer littleEndian) {
        entry.requireRead();
        double[] values = new double[entry.elements()];
        Arrays.setAll(values, i -> entry.dtype().take(littleEndian));
        return new Tensor(entry.name(), entry.dtype().precision(), entry.shape(), values);
    }
}
