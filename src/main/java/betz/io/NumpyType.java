// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types of numbers that an NPY array may hold. */
enum NumpyType {
    F4("<f4", 4),
    F8("<f8", 8),
    I1("|i1", 1),
    I2("<i2", 2),
    I4("<i4", 4),
    I8("<i8", 8),
    U1("|u1", 1),
    U2("<u2", 2),
    U4("<u4", 4),
    BOOL("|b1", 1);

    private final String descr;
    private final int bytes;

    NumpyType(String descr, int bytes) {
        this.descr = descr;
        this.bytes = bytes;
    }

    /** Returns the type that a header's {@code descr} names, if it can be read. */
    static Optional<NumpyType> named(String descr) {
        return Arrays.stream(values()).filter(type -> type.descr.equals(descr)).findFirst();
    }

    int bytes() {
        return bytes;
    }

    /** Returns the precision that holds every number of this type; of 64 bits, whole numbers up to 2^53. */
    Tensor.Precision precision() {
        return this == F4 ? Tensor.Precision.F32 : Tensor.Precision.F64;
    }

    /** Reads one number. */
    double take(ByteBuffer littleEndian) {
        return switch (this) {
            case F4 -> littleEndian.getFloat();
            case F8 -> littleEndian.getDouble();
            case I1 -> littleEndian.get();
            case I2 -> littleEndian.getShort();
            case I4 -> littleEndian.getInt();
            case I8 -> littleEndian.getLong();
            case U1 -> Byte.toUnsignedInt(littleEndian.get());
            case U2 -> Short.toUnsignedInt(littleEndian.getShort());
            case U4 -> Integer.toUnsignedLong(littleEndian.getInt());
            case BOOL -> littleEndian.get() == 0 ? 0 : 1;
        };
    }
}
