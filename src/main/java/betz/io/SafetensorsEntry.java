// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the header of a safetensors file says about one tensor; nothing is allocated from it until all of it is checked.
 *
 * @param place the file and the tensor, for errors
 * @param name of the tensor
 * @param precision of its numbers
 * @param shape length of each axis
 * @param begin first byte after the header
 * @param end first byte after the tensor
 */
record SafetensorsEntry(
        String place, String name, Tensor.Precision precision, List<Integer> shape, long begin, long end) {

    static SafetensorsEntry of(String place, Map.Entry<String, JsonNode> property) {
        JsonNode value = property.getValue();
        List<Long> shape = counts(place, value.path("shape"));
        List<Long> offsets = counts(place, value.path("data_offsets"));
        DamagedData.unless(offsets.size() == 2, place, "data_offsets " + offsets, "two of them");
        Tensor.Precision precision = precision(place, value.path("dtype"));
        long bytes = Tensor.elements(place, shape) * precision.bytes();
        DamagedData.unless(
                offsets.get(1) - offsets.get(0) == bytes, place, "data_offsets " + offsets, bytes + " bytes apart");
        var lengths = shape.stream().map(Math::toIntExact).toList();
        return new SafetensorsEntry(place, property.getKey(), precision, lengths, offsets.get(0), offsets.get(1));
    }

    private static Tensor.Precision precision(String place, JsonNode dtype) {
        return switch (dtype.isString() ? dtype.asString() : "") {
            case "F32" -> Tensor.Precision.F32;
            case "F64" -> Tensor.Precision.F64;
            default -> throw new DamagedData(place, "dtype " + dtype, "F32 or F64");
        };
    }

    private static List<Long> counts(String place, JsonNode array) {
        DamagedData.unless(array.isArray(), place, "counts " + array, "an array");
        List<Long> counts = new ArrayList<>();
        for (JsonNode count : array) {
            boolean whole = count.isIntegralNumber() && count.canConvertToLong() && count.asLong() >= 0;
            DamagedData.unless(whole, place, "the count " + count, "a whole number from 0");
            counts.add(count.asLong());
        }
        return counts;
    }

    /** Reads all tensors in the order of the data, which must be covered without gap or overlap. */
    static List<Tensor> takeAll(String place, List<SafetensorsEntry> entries, ByteBuffer data) {
        var ordered = entries.stream()
                .sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
                .toList();
        long reached = 0;
        for (SafetensorsEntry entry : ordered) {
            DamagedData.unless(entry.begin == reached, entry.place, "a begin of " + entry.begin, "" + reached);
            reached = entry.end;
        }
        DamagedData.unless(reached == data.limit(), place, data.limit() + " bytes of data", "" + reached);

        data.order(ByteOrder.LITTLE_ENDIAN);
        return ordered.stream()
                .map(entry -> Tensor.take(entry.name, entry.precision, entry.shape, data))
                .toList();
    }
}
