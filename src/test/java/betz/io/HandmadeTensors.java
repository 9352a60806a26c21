// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A safetensors file put together by hand, as the format says and without the code that is tested. */
final class HandmadeTensors {
    private final List<String> entries = new ArrayList<>();
    private final ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    /** Adds a tensor of single precision. */
    HandmadeTensors f32(String name, List<Integer> shape, double... values) {
        int begin = data.position();
        for (double value : values) {
            data.putFloat((float) value);
        }
        return entry(name, "F32", shape, begin);
    }

    /** Adds a tensor of double precision. */
    HandmadeTensors f64(String name, List<Integer> shape, double... values) {
        int begin = data.position();
        for (double value : values) {
            data.putDouble(value);
        }
        return entry(name, "F64", shape, begin);
    }

    /** Adds a tensor of numbers of two bytes each. */
    HandmadeTensors bits(String name, String dtype, List<Integer> shape, int... bits) {
        int begin = data.position();
        for (int number : bits) {
            data.putShort((short) number);
        }
        return entry(name, dtype, shape, begin);
    }

    private HandmadeTensors entry(String name, String dtype, List<Integer> shape, int begin) {
        String lengths = shape.stream().map(String::valueOf).collect(Collectors.joining(","));
        entries.add("\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":[" + lengths + "],\"data_offsets\":["
                + begin + "," + data.position() + "]}");
        return this;
    }

    /** Returns the file's bytes. */
    byte[] bytes() {
        byte[] numbers = java.util.Arrays.copyOf(data.array(), data.position());
        return file("{" + String.join(",", entries) + "}", numbers);
    }

    /** Returns a file of any header and data. */
    static byte[] file(String header, byte... data) {
        return file(header.getBytes(StandardCharsets.UTF_8), data);
    }

    /** Returns a file of any header and data. */
    static byte[] file(byte[] header, byte... data) {
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }

    /** Writes the file. */
    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("handmade.safetensors"), bytes());
    }
}
