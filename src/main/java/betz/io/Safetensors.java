// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Require;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The safetensors format: 8 bytes with the length of a JSON header, the header, then the numbers without gaps.
 *
 * @param tensors in the order of the file
 * @param metadata any texts; written in the order of their keys
 * @see <a href="https://huggingface.co/docs/safetensors">the format</a>
 */
public record Safetensors(List<Tensor> tensors, Map<String, String> metadata) {
    private static final int PREFIX = 8;
    private static final int ALIGNMENT = 8;

    /** The reference implementation's limit, bytes. */
    private static final int LONGEST_HEADER = 100_000_000;

    private static final String METADATA = "__metadata__";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Safetensors {
        tensors = List.copyOf(tensors);
        metadata = Map.copyOf(metadata);
        var names = new HashSet<String>();
        for (Tensor tensor : tensors) {
            boolean free = names.add(tensor.name()) && !tensor.name().equals(METADATA);
            Require.that(free, "name of a tensor", tensor.name(), "one that no other has, and not " + METADATA);
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
        var buffer = ByteBuffer.allocate(Math.toIntExact(PREFIX + header.length + data))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(header.length).put(header);
        tensors.forEach(tensor -> tensor.put(buffer));
        return buffer.array();
    }

    private byte[] header() {
        Map<String, Object> header = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            header.put(METADATA, new TreeMap<>(metadata));
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
        byte[] json = JSON.writeValueAsBytes(header);
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
     * @throws DamagedData if it is not a sound safetensors file of F32 and F64 tensors
     */
    public static Safetensors read(Path file) throws IOException {
        return parse(file.toString(), Whole.file(file));
    }

    /** Reads a file's bytes; {@code place} names it in errors. */
    public static Safetensors parse(String place, byte[] bytes) {
        DamagedData.unless(bytes.length >= PREFIX, place, bytes.length + " bytes", "at least " + PREFIX);
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = buffer.getLong();
        boolean fits = length >= 2 && length <= LONGEST_HEADER && length <= bytes.length - PREFIX;
        DamagedData.unless(fits, place, "a header of " + length + " bytes", "2 to " + (bytes.length - PREFIX));

        Map<String, String> metadata = new TreeMap<>();
        List<SafetensorsEntry> entries = new ArrayList<>();
        String json = new String(bytes, PREFIX, (int) length, StandardCharsets.UTF_8);
        for (var property : tree(place, json).properties()) {
            if (property.getKey().equals(METADATA)) {
                boolean object = property.getValue().isObject();
                DamagedData.unless(object, place, "metadata " + property.getValue(), "an object");
                property.getValue().properties().forEach(e -> metadata.put(e.getKey(), text(place, e.getValue())));
            } else {
                entries.add(SafetensorsEntry.of(place + ": " + property.getKey(), property));
            }
        }

        buffer.position(PREFIX + (int) length);
        return new Safetensors(SafetensorsEntry.takeAll(place, entries, buffer.slice()), metadata);
    }

    private static JsonNode tree(String place, String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            DamagedData.unless(tree.isObject(), place, "a header that is no object", "a JSON object");
            return tree;
        } catch (JacksonException broken) {
            var damage = new DamagedData(place, "a header that is no JSON", "a JSON object");
            damage.initCause(broken);
            throw damage;
        }
    }

    private static String text(String place, JsonNode value) {
        DamagedData.unless(value.isString(), place, "metadata " + value, "a text");
        return value.asString();
    }
}
