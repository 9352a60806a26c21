// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.Map;

/**
 * A column's name and unit, written {@code time [ms]} or {@code time_ms}.
 *
 * @param name without the unit
 * @param unit empty where there is none
 */
record Heading(String name, String unit) {
    /** What one of a unit is in SI. */
    private static final Map<String, Double> SI = Map.ofEntries(
            Map.entry("s", 1.0),
            Map.entry("ms", 1e-3),
            Map.entry("m", 1.0),
            Map.entry("cm", 1e-2),
            Map.entry("mm", 1e-3),
            Map.entry("m/s", 1.0),
            Map.entry("cm/s", 1e-2),
            Map.entry("mm/s", 1e-3),
            Map.entry("rad", 1.0),
            Map.entry("deg", Math.PI / 180));

    /** Reads a name as it stands in a header; only units of times, lengths and angles may follow an underscore. */
    static Heading of(String header) {
        int open = header.indexOf('[');
        if (open > 0 && header.endsWith("]")) {
            return new Heading(
                    header.substring(0, open).strip(),
                    header.substring(open + 1, header.length() - 1).strip());
        }
        int last = header.lastIndexOf('_');
        String end = header.substring(last + 1);
        return last > 0 && SI.containsKey(end) ? new Heading(header.substring(0, last), end) : new Heading(header, "");
    }

    /** Tells whether the unit is known. */
    boolean hasScale() {
        return SI.containsKey(unit);
    }

    /** Returns what one of the unit is in SI; 1 of what is not known. */
    double scale() {
        return SI.getOrDefault(unit, 1.0);
    }
}
