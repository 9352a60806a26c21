// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the header of a safetensors file says about one tensor; nothing is allocated from it until all of it is checked.
 *
 * @param place the file and the tensor, for errors
 * @param name of the tensor
 * @param dtype type of its numbers
 * @param shape length of each axis
 * @param begin first byte after the header
 * @param end first byte after the tensor
 */
record SafetensorsEntry(String place, String name, Dtype dtype, List<Integer> shape, long begin, long end) {

    static SafetensorsEntry of(String file, Map.Entry<String, JsonNode> property) {
        String name = property.getKey();
        DamagedData.unless(!name.isEmpty(), file, "a tensor without a name", "a name");
        String place = file + ": " + Excerpt.of(name);
        JsonNode value = property.getValue();
        List<Long> shape = counts(place, value.path("shape"));
        List<Long> offsets = counts(place, value.path("data_offsets"));
        DamagedData.unless(offsets.size() == 2, place, "data_offsets " + Excerpt.of(offsets), "two of them");
        Dtype dtype = dtype(place, value.path("dtype"));
        long bytes = Tensor.elements(place, shape) * dtype.bytes();
        DamagedData.unless(
                offsets.get(1) - offsets.get(0) == bytes, place, "data_offsets " + offsets, bytes + " bytes apart");
        var lengths = shape.stream().map(Math::toIntExact).toList();
        return new SafetensorsEntry(place, name, dtype, lengths, offsets.get(0), offsets.get(1));
    }

    private static Dtype dtype(String place, JsonNode name) {
        return Dtype.named(name.isString() ? name.asString() : "")
                .orElseThrow(() -> new DamagedData(place, "dtype " + Excerpt.of(name), Dtype.READ));
    }

    private static List<Long> counts(String place, JsonNode array) {
        DamagedData.unless(array.isArray(), place, "counts " + Excerpt.of(array), "an array");
        List<Long> counts = new ArrayList<>();
        for (JsonNode count : array) {
            boolean whole = count.isIntegralNumber() && count.canConvertToLong() && count.asLong() >= 0;
            DamagedData.unless(whole, place, "the count " + Excerpt.of(count), "a whole number from 0");
            counts.add(count.asLong());
        }
        return counts;
    }

    /** Returns the number of elements. */
    int elements() {
        return Math.toIntExact((end - begin) / dtype.bytes());
    }

    /** Throws unless its numbers are of a type that can be read. */
    void requireRead() {
        DamagedData.unless(dtype.isRead(), place, "dtype " + dtype, Dtype.READ);
    }
}
