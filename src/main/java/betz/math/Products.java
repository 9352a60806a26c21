// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.util.List;
import java.util.Optional;

/** A way to multiply matrices in single precision; all ways give the same bits. */
public interface Products {
    /** Rows of matrices lie at multiples of this, floats: a whole number of the widest vectors, two at a time. */
    int ALIGNMENT = 32;

    /** Returns the least stride of rows of so many columns. */
    static int stride(int columns) {
        return (columns + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    /** Returns the fastest way that this machine has; chosen once. */
    static Products best() {
        return ProductChoice.BEST.products();
    }

    /** Returns the way that needs nothing but plain Java. */
    static Products plain() {
        return PlainFactor.PRODUCTS;
    }

    /** Returns all ways that this machine has, the plain one first. */
    static List<Products> all() {
        return ProductChoice.ALL;
    }

    /** Returns what it is called, such as "vector 256 bit". */
    String name();

    /** Makes a matrix of zeros that rows can be multiplied by. */
    Factor factor(int rows, int columns);

    /**
     * Does multiply-adds on registers alone, the most that a core can do, as far as these products can.
     *
     * @return number of multiplications and additions that were done; 0 where plain Java cannot tell registers
     */
    default double exhaust(int rounds) {
        return 0;
    }

    /** Returns why the fastest way is not that with vectors, where it is not. */
    static Optional<String> notice() {
        return ProductChoice.BEST.notice();
    }
}
