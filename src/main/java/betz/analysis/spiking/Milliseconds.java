// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes times as a person would. */
final class Milliseconds {
    private Milliseconds() {}

    /** Returns a time in s as ms with its unit, such as {@code 25 ms}. */
    static String of(double seconds) {
        return new BigDecimal(1000 * seconds)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString() + " ms";
    }
}
