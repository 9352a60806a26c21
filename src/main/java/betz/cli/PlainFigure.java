// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as people read it. */
final class PlainFigure {
    /** Digits that are shown; times vary by more. */
    private static final MathContext SHOWN = new MathContext(4);

    private PlainFigure() {}

    /** Returns a number with few digits, several with their names in one line, and words as they are. */
    static String of(Object value) {
        if (value instanceof Map<?, ?> figures) {
            return figures.entrySet().stream()
                    .map(figure -> figure.getKey() + " " + of(figure.getValue()))
                    .collect(Collectors.joining(", "));
        }
        return value instanceof Double number
                ? new BigDecimal(number).round(SHOWN).stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
