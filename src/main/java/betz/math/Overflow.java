// SPDX-License-Identifier: Apache-2.0
package betz.math;

import betz.common.Require;
import java.util.Arrays;

/** Refuses matrices that cannot be decomposed, which would otherwise be sought in vain or forever. */
final class Overflow {
    private Overflow() {}

    /**
     * Returns the same matrix, [row][column].
     *
     * @throws betz.common.BadSetting if a value is not finite, as sums of squares of huge data are
     */
    static double[][] refused(double[][] a) {
        boolean isFinite = Arrays.stream(a).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        Require.that(isFinite, "activity", "NaN, or too large to be squared", "finite values in a smaller unit");
        return a;
    }
}
