// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Values;
import java.util.LinkedHashMap;
import java.util.Map;

/** What an analysis found as one JSON object: figures and lists by their names, then intervals, units and conventions. */
final class FindingJson {
    /** The unit of what has none. */
    static final String PLAIN = "1";

    private FindingJson() {}

    static Map<String, Object> of(Finding finding) {
        var told = new LinkedHashMap<String, Object>();
        var intervals = new LinkedHashMap<String, Object>();
        var units = new LinkedHashMap<String, Object>();
        for (Measure measure : finding.measures()) {
            told.put(measure.name(), measure.value().value());
            if (Double.isFinite(measure.value().low())) {
                intervals.put(
                        measure.name(),
                        new double[] {measure.value().low(), measure.value().high()});
            }
            unit(measure.name(), measure.unit(), units);
        }
        for (Values values : finding.values()) {
            told.put(values.name(), values.isTable() ? values.rows() : values.numbers());
            unit(values.name(), values.unit(), units);
        }
        put("intervals", intervals, told);
        put("units", units, told);
        told.put("conventions", finding.conventions());
        return told;
    }

    private static void unit(String name, String unit, Map<String, Object> units) {
        if (!unit.equals(PLAIN)) {
            units.put(name, unit);
        }
    }

    private static void put(String name, Map<String, Object> some, Map<String, Object> told) {
        if (!some.isEmpty()) {
            told.put(name, some);
        }
    }
}
