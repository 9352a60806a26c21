// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One {@code .npy} array, version 1.0: magic, length of the header, a Python dictionary, then the numbers. */
final class Npy {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    private static final int PREFIX = MAGIC.length + 2;

    /** The numbers begin at a multiple of this, bytes. */
    private static final int ALIGNMENT = 64;

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([<|]\\w\\d)', 'fortran_order': False, 'shape': \\((\\d{0,10}(?:, ?\\d{1,10})*),?\\),?"
                    + " *\\}\\s*");

    private static final String READ = "little-endian numbers in C order (numpy.ascontiguousarray)";

    /** Texts, objects and dates. */
    private static final Pattern OTHER = Pattern.compile("'descr': '[<>|=]?[USOMmV]");

    private Npy() {}

    static byte[] bytes(Tensor array) {
        byte[] header = header(array).getBytes(StandardCharsets.US_ASCII);
        var buffer = ByteBuffer.allocate(Math.toIntExact(PREFIX + header.length + array.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).putShort((short) header.length).put(header);
        array.put(buffer);
        return buffer.array();
    }

    private static String header(Tensor array) {
        String axes = array.shape().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String tuple = "(" + axes + (array.shape().size() == 1 ? ",)" : ")");
        String text =
                "{'descr': '<f" + array.precision().bytes() + "', 'fortran_order': False, 'shape': " + tuple + ", }";
        int unpadded = PREFIX + text.length() + 1;
        int padded = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return text + " ".repeat(padded - unpadded) + "\n";
    }

    /** Reads an array of little-endian numbers in C order; {@code place} names it in errors. */
    static Tensor parse(String place, String name, byte[] bytes) {
        boolean magic = bytes.length >= PREFIX && Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC);
        DamagedData.unless(magic, place, "another beginning", "an NPY array, version 1.0");
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(MAGIC.length);
        int length = Short.toUnsignedInt(buffer.getShort());
        DamagedData.unless(
                length <= buffer.remaining(), place, "a header of " + length + " bytes", "" + buffer.remaining());
        String header = new String(bytes, PREFIX, length, StandardCharsets.ISO_8859_1);
        Matcher match = HEADER.matcher(header);
        DamagedData.unless(match.matches(), place, header.strip(), READ);
        NumpyType type =
                NumpyType.named(match.group(1)).orElseThrow(() -> new DamagedData(place, header.strip(), READ));
        List<Long> shape = shape(match.group(2));
        long needed = Tensor.elements(place, shape) * type.bytes();
        int rest = bytes.length - PREFIX - length;
        DamagedData.unless(needed == rest, place, rest + " bytes of data", needed + " for the shape " + shape);
        buffer.position(PREFIX + length);
        double[] values = new double[Math.toIntExact(needed / type.bytes())];
        Arrays.setAll(values, i -> type.take(buffer));
        return new Tensor(
                name, type.precision(), shape.stream().map(Math::toIntExact).toList(), values);
    }

    /** Tells whether an array holds texts, objects or dates. */
    static boolean isOther(byte[] bytes) {
        int end = Math.min(bytes.length, PREFIX + ALIGNMENT);
        int start = Math.min(PREFIX, end);
        return OTHER.matcher(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1))
                .find();
    }

    private static List<Long> shape(String tuple) {
        return Arrays.stream(tuple.split(",", -1))
                .map(String::strip)
                .filter(axis -> !axis.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
