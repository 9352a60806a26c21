// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Require;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** A named array of numbers as it lies in a file: row-major, little-endian, of single or double precision. */
public final class Tensor {
    private final String name;
    private final Precision precision;
    private final List<Integer> shape;
    private final double[] values;

    /** How many bytes a number takes in the file. */
    public enum Precision {
        /** IEEE 754 binary32. */
        F32(4),
        /** IEEE 754 binary64. */
        F64(8);

        private final int bytes;

        Precision(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }
    }

    /**
     * Wraps an array.
     *
     * @param name unique within its file
     * @param precision how it is stored
     * @param shape length of each axis, outermost first; empty for a single number
     * @param values row-major; rounded to the precision when written. Kept, not copied.
     */
    public Tensor(String name, Precision precision, List<Integer> shape, double[] values) {
        Require.that(!name.isEmpty(), "name", "empty", "the name of a tensor");
        Require.length(name, values.length, Math.toIntExact(elements(name, shape)));
        this.name = name;
        this.precision = precision;
        this.shape = List.copyOf(shape);
        this.values = values;
    }

    /** Wraps an array that is stored in double precision. */
    public static Tensor f64(String name, double[] values, Integer... shape) {
        return new Tensor(name, Precision.F64, Arrays.asList(shape), values);
    }

    /** Returns the name. */
    public String name() {
        return name;
    }

    /** Returns how it is stored. */
    public Precision precision() {
        return precision;
    }

    /** Returns the length of each axis, outermost first. */
    public List<Integer> shape() {
        return shape;
    }

    /** Returns the values, row-major; not a copy. */
    public double[] values() {
        return values;
    }

    long bytes() {
        return (long) values.length * precision.bytes();
    }

    void put(ByteBuffer littleEndian) {
        for (double value : values) {
            if (precision == Precision.F32) {
                littleEndian.putFloat((float) value);
            } else {
                littleEndian.putDouble(value);
            }
        }
    }

    /** Returns the number of elements; refuses a negative axis, and an axis or a product beyond what an array can hold. */
    static long elements(String name, List<? extends Number> shape) {
        long elements = 1;
        for (Number axis : shape) {
            long length = axis.longValue();
            boolean sound = length >= 0
                    && length <= Integer.MAX_VALUE
                    && (length == 0 || elements <= Integer.MAX_VALUE / length);
            DamagedData.unless(sound, name, "the shape " + shape, "at most " + Integer.MAX_VALUE + " elements");
            elements *= length;
        }
        return elements;
    }
}
