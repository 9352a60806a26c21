// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The symbols that units are written with: those of the SI with their prefixes, and a few in daily use. */
final class UnitSymbols {
    private static final BigDecimal DEGREE = // pi / 180 to 50 digits
            new BigDecimal("0.017453292519943295769236907684886127134428718885417");
    private static final Map<String, BigDecimal> PREFIXES = Map.ofEntries(
            Map.entry("p", new BigDecimal("1e-12")),
            Map.entry("n", new BigDecimal("1e-9")),
            Map.entry("u", new BigDecimal("1e-6")),
            Map.entry("µ", new BigDecimal("1e-6")), // micro sign
            Map.entry("μ", new BigDecimal("1e-6")), // Greek mu
            Map.entry("m", new BigDecimal("1e-3")),
            Map.entry("c", new BigDecimal("1e-2")),
            Map.entry("k", new BigDecimal("1e3")),
            Map.entry("M", new BigDecimal("1e6")),
            Map.entry("G", new BigDecimal("1e9")));
    private static final Map<String, ScaledUnit> SYMBOLS = new HashMap<>();

    static {
        prefixed("m", "1", new Dimension(1, 0, 0, 0, 0));
        prefixed("g", "1e-3", new Dimension(0, 1, 0, 0, 0));
        prefixed("s", "1", new Dimension(0, 0, 1, 0, 0));
        prefixed("A", "1", new Dimension(0, 0, 0, 1, 0));
        prefixed("rad", "1", new Dimension(0, 0, 0, 0, 1));
        prefixed("Hz", "1", new Dimension(0, 0, -1, 0, 0));
        prefixed("N", "1", new Dimension(1, 1, -2, 0, 0));
        prefixed("Pa", "1", new Dimension(-1, 1, -2, 0, 0));
        prefixed("J", "1", new Dimension(2, 1, -2, 0, 0));
        prefixed("W", "1", new Dimension(2, 1, -3, 0, 0));
        prefixed("V", "1", new Dimension(2, 1, -3, -1, 0));
        prefixed("C", "1", new Dimension(0, 0, 1, 1, 0));
        prefixed("F", "1", new Dimension(-2, -1, 4, 2, 0));
        prefixed("S", "1", new Dimension(-2, -1, 3, 2, 0));
        prefixed("Ohm", "1", new Dimension(2, 1, -3, -2, 0));
        prefixed("Ω", "1", new Dimension(2, 1, -3, -2, 0));
        symbol("deg", DEGREE, new Dimension(0, 0, 0, 0, 1));
        symbol("°", DEGREE, new Dimension(0, 0, 0, 0, 1));
        symbol("min", new BigDecimal("60"), new Dimension(0, 0, 1, 0, 0));
        symbol("h", new BigDecimal("3600"), new Dimension(0, 0, 1, 0, 0));
        symbol("%", new BigDecimal("0.01"), Dimension.NONE);
        symbol("1", BigDecimal.ONE, Dimension.NONE);
        symbol("spikes", BigDecimal.ONE, Dimension.NONE);
    }

    /** Words that people write, and the symbol that is meant. */
    private static final Map<String, String> COLLOQUIAL = Map.ofEntries(
            Map.entry("sec", "s"),
            Map.entry("seconds", "s"),
            Map.entry("second", "s"),
            Map.entry("msec", "ms"),
            Map.entry("milliseconds", "ms"),
            Map.entry("meter", "m"),
            Map.entry("metre", "m"),
            Map.entry("meters", "m"),
            Map.entry("metres", "m"),
            Map.entry("degree", "deg"),
            Map.entry("degrees", "deg"),
            Map.entry("radian", "rad"),
            Map.entry("radians", "rad"),
            Map.entry("newton", "N"),
            Map.entry("newtons", "N"),
            Map.entry("hertz", "Hz"),
            Map.entry("percent", "%"),
            Map.entry("Nm", "N*m"));

    private UnitSymbols() {}

    private static void prefixed(String name, String factor, Dimension dimension) {
        BigDecimal scale = new BigDecimal(factor);
        symbol(name, scale, dimension);
        PREFIXES.forEach((prefix, times) -> symbol(prefix + name, scale.multiply(times), dimension));
    }

    private static void symbol(String name, BigDecimal factor, Dimension dimension) {
        SYMBOLS.put(name, new ScaledUnit(factor, dimension));
    }

    static @Nullable ScaledUnit find(String symbol) {
        return SYMBOLS.get(symbol);
    }

    /** Returns the symbols of one dimension, sorted. */
    static List<String> symbols(Dimension dimension) {
        return SYMBOLS.keySet().stream()
                .filter(name -> dimension.equals(
                        SYMBOLS.getOrDefault(name, ScaledUnit.ONE).dimension()))
                .sorted()
                .toList();
    }

    /** Returns the unit that a mistaken spelling ("msec", "MS", "hz") stands for among units of one dimension, or null. */
    static @Nullable String meant(String typed, Dimension wanted) {
        String colloquial = COLLOQUIAL.get(typed);
        if (colloquial != null) {
            ScaledUnit unit = ScaledUnit.parse(colloquial);
            return unit != null && unit.dimension().equals(wanted) ? colloquial : null;
        }
        return SYMBOLS.entrySet().stream()
                .filter(e -> e.getKey().equalsIgnoreCase(typed) && !e.getKey().equals(typed))
                .filter(e -> e.getValue().dimension().equals(wanted))
                .map(Map.Entry::getKey)
                .max(Comparator.naturalOrder()) // small letters are last: ms rather than Ms
                .orElse(null);
    }
}
