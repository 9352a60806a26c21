// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types of numbers that a safetensors file may hold, and how those of them that weights come in are read. */
enum Dtype {
    BOOL(1),
    U8(1),
    I8(1),
    F8_E4M3(1),
    F8_E5M2(1),
    U16(2),
    I16(2),
    /** IEEE 754 binary16. */
    F16(2),
    /** The upper half of a binary32. */
    BF16(2),
    U32(4),
    I32(4),
    /** IEEE 754 binary32. */
    F32(4),
    U64(8),
    I64(8),
    C64(8),
    /** IEEE 754 binary64. */
    F64(8);

    /** The types that can be read, in words. */
    static final String READ = "F32, F64, F16 or BF16";

    private final int bytes;

    Dtype(int bytes) {
        this.bytes = bytes;
    }

    /** Returns the type of that name, if there is one. */
    static Optional<Dtype> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    int bytes() {
        return bytes;
    }

    /** Tells whether numbers of this type can be read. */
    boolean isRead() {
        return this == F32 || this == F64 || this == F16 || this == BF16;
    }

    /** Returns the precision that holds every number of this type. */
    Tensor.Precision precision() {
        return this == F64 ? Tensor.Precision.F64 : Tensor.Precision.F32;
    }

    /** Reads one number. */
    double take(ByteBuffer littleEndian) {
        return switch (this) {
            case F64 -> littleEndian.getDouble();
            case F32 -> littleEndian.getFloat();
            case F16 -> half(littleEndian.getShort());
            case BF16 -> Float.intBitsToFloat(littleEndian.getShort() << 16);
            default -> throw new DamagedData("a tensor", "dtype " + this, READ);
        };
    }

    /** Returns a binary16: one bit for the sign, five for the exponent (bias 15), ten for the fraction. */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size;
        if (exponent == 0x1f) {
            size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        } else if (exponent == 0) {
            size = Math.scalb(fraction, -24); // subnormal
        } else {
            size = Math.scalb(fraction + 0x400, exponent - 25);
        }
        return bits < 0 ? -size : size;
    }
}
