// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The header of a safetensors file, checked whole against the length of the data, before any of that is read.
 *
 * @param entries in the order of the data, which they cover without gap or overlap
 * @param metadata any texts
 */
record SafetensorsHeader(List<SafetensorsEntry> entries, Map<String, String> metadata) {
    /** Bytes before the header: its length. */
    static final int PREFIX = 8;

    static final String METADATA = "__metadata__";

    /** The reference implementation's limit, bytes. */
    private static final int LONGEST = 100_000_000;

    /** An object of tensors, each with arrays. */
    private static final int DEEPEST = 3;

    /** About 10,000 tensors: each takes some twenty. */
    private static final int MOST_WORDS = 200_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxTokenCount(MOST_WORDS)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Returns the header's length, given the file's first bytes and its size. */
    static int length(String place, ByteBuffer littleEndian, long size) {
        DamagedData.unless(size >= PREFIX, place, size + " bytes", "at least " + PREFIX);
        long length = littleEndian.getLong();
        long most = Math.min(LONGEST, size - PREFIX);
        DamagedData.unless(length >= 2 && length <= most, place, "a header of " + length + " bytes", "2 to " + most);
        return (int) length;
    }

    /** Reads a header, and holds it to the number of bytes of data after it; {@code place} names the file in errors. */
    static SafetensorsHeader parse(String place, byte[] json, long data) {
        Map<String, String> metadata = new TreeMap<>();
        List<SafetensorsEntry> entries = new ArrayList<>();
        for (var property : tree(place, text(place, json)).properties()) {
            if (property.getKey().equals(METADATA)) {
                JsonNode texts = property.getValue();
                DamagedData.unless(texts.isObject(), place, "metadata " + Excerpt.of(texts), "an object");
                texts.properties().forEach(e -> metadata.put(e.getKey(), text(place, e.getValue())));
            } else {
                entries.add(SafetensorsEntry.of(place, property));
            }
        }
        return new SafetensorsHeader(covering(place, entries, data), metadata);
    }

    private static String text(String place, byte[] json) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw damaged(place, "a header that is no UTF-8", "a JSON object in UTF-8", broken);
        }
    }

    private static JsonNode tree(String place, String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            DamagedData.unless(tree.isObject(), place, "a header that is no object", "a JSON object");
            return tree;
        } catch (StreamConstraintsException large) {
            String expected = "at most " + DEEPEST + " levels and " + MOST_WORDS + " words";
            throw damaged(place, "a header that is nested too deep or too long", expected, large);
        } catch (JacksonException broken) {
            throw damaged(place, "a header that is no JSON", "a JSON object, each name once", broken);
        }
    }

    private static DamagedData damaged(String place, String found, String expected, Exception cause) {
        var damage = new DamagedData(place, found, expected);
        damage.initCause(cause);
        return damage;
    }

    private static String text(String place, JsonNode value) {
        DamagedData.unless(value.isString(), place, "metadata " + Excerpt.of(value), "a text");
        return value.asString();
    }

    /** Returns tensors in the order of the data, which must be covered without gap or overlap. */
    private static List<SafetensorsEntry> covering(String place, List<SafetensorsEntry> entries, long data) {
        var ordered = entries.stream()
                .sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
                .toList();
        long reached = 0;
        for (SafetensorsEntry entry : ordered) {
            DamagedData.unless(entry.begin() == reached, entry.place(), "a begin of " + entry.begin(), "" + reached);
            reached = entry.end();
        }
        DamagedData.unless(reached == data, place, data + " bytes of data", "" + reached);
        return ordered;
    }
}
