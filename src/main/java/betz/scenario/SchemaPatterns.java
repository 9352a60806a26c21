// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** Regular expressions of quantities for the schema: what an editor can check without arithmetic. */
final class SchemaPatterns {
    private static final String NUMBER = "[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?";
    private static final String LETTERS = "A-Za-zµμΩ°";

    /** A product, a quotient or a power: its dimension is left to the reader of the scenario. */
    private static final String COMPOUND =
            "(1?/)?[" + LETTERS + "]+[0-9" + LETTERS + "*/·^²³⁻¹-]*[0-9*/·^²³⁻¹][0-9" + LETTERS + "*/·^²³⁻¹-]*";

    private static final String INVERSE = "1?/[" + LETTERS + "]+(\\^?[0-9]|[²³])?";

    private SchemaPatterns() {}

    static String quantity(String unit) {
        return "^" + NUMBER + " *" + unit(unit) + "$";
    }

    static String range(String unit) {
        String ending = unit.isEmpty() ? "" : " *" + unit(unit);
        String early = unit.isEmpty() ? "" : "( *" + unit(unit) + ")?";
        return "^(" + NUMBER + early + " *\\.\\. *)?" + NUMBER + ending + "$";
    }

    static String percent() {
        return "^" + NUMBER + " *%$";
    }

    private static String unit(String unit) {
        List<String> symbols = UnitSymbols.symbols(ScaledUnit.declared(unit).dimension());
        String simple = symbols.stream().collect(Collectors.joining("|"));
        return "(" + (simple.isEmpty() ? "" : simple + "|") + COMPOUND + "|" + INVERSE + ")";
    }
}
