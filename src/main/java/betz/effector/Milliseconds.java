// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.math.BigDecimal;
import java.math.MathContext;

/** Steps of time as people read them. */
final class Milliseconds {
    private static final MathContext DIGITS = new MathContext(6);

    private Milliseconds() {}

    /** Returns a time, s, in milliseconds with their unit. */
    static String of(double seconds) {
        return new BigDecimal(1000 * seconds).round(DIGITS).stripTrailingZeros().toPlainString() + " ms";
    }
}
