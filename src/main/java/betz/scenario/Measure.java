// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people call a dimension, and the units they like to write it in; the first example is shown in messages. */
enum Measure {
    TIME("a time", "10 ms", "s", "ms"),
    LENGTH("a length", "10 cm", "m", "cm", "mm"),
    ANGLE("an angle", "45 deg", "rad", "deg"),
    MASS("a mass", "1.5 kg", "kg", "g"),
    FORCE("a force", "4 N", "N"),
    TORQUE("a torque", "2 N*m", "N*m"),
    RATE("a rate", "20 Hz", "Hz"),
    SPEED("a speed", "20 cm/s", "m/s", "cm/s"),
    ANGULAR_SPEED("an angular speed", "90 deg/s", "rad/s", "deg/s"),
    ACCELERATION("an acceleration", "1 m/s^2", "m/s^2"),
    INERTIA("a moment of inertia", "0.05 kg*m^2", "kg*m^2"),
    VISCOSITY("a viscosity", "13 N*s/m", "N*s/m"),
    STIFFNESS("a stiffness", "100 N/m", "N/m"),
    JOINT_DAMPING("a joint damping", "0.1 N*m*s/rad", "N*m*s/rad"),
    SHAFT_DAMPING("a damping of rotation", "0.1 N*m*s", "N*m*s"),
    JOINT_STIFFNESS("a joint stiffness", "10 N*m/rad", "N*m/rad"),
    VOLTAGE("a voltage", "-65 mV", "V", "mV"),
    CURRENT("a current", "100 pA", "A", "nA", "pA"),
    CAPACITANCE("a capacitance", "250 pF", "F", "nF", "pF"),
    CONDUCTANCE("a conductance", "10 nS", "S", "nS"),
    RESISTANCE("a resistance", "40 MOhm", "Ohm", "MOhm");

    private final String noun;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> units;

    Measure(String noun, String example, String... units) {
        this.noun = noun;
        this.example = example;
        this.units = List.of(units);
    }

    private static @Nullable Measure of(Dimension dimension) {
        for (Measure measure : values()) {
            if (ScaledUnit.declared(measure.units.get(0)).dimension().equals(dimension)) {
                return measure;
            }
        }
        return null;
    }

    /** Returns "a time" or "a quantity in N*s". */
    static String noun(Dimension dimension, String unit) {
        if (dimension.equals(Dimension.NONE)) {
            return "a plain number";
        }
        Measure measure = of(dimension);
        return measure == null ? "a quantity in " + unit : measure.noun;
    }

    /** Returns an example of a value with this unit, such as "10 ms". */
    static String example(String unit) {
        Dimension dimension = ScaledUnit.declared(unit).dimension();
        Measure measure = of(dimension);
        boolean ofAnotherName = measure == RATE && !unit.equals("Hz"); // 1/s is not always a frequency
        return measure == null || ofAnotherName ? "1 " + unit : measure.example;
    }

    /** Returns the units that values of this unit are written in, the declared one first. */
    static List<String> units(String unit) {
        Measure measure = of(ScaledUnit.declared(unit).dimension());
        return measure == null || !measure.units.contains(unit) ? List.of(unit) : measure.units;
    }

    /** Returns a line for every dimension: what it is called, an example and the units that values are shown in. */
    static List<String> lines() {
        return Arrays.stream(values())
                .map(measure -> String.format(
                        Locale.ROOT, "%-24s%-16s%s", measure.noun, measure.example, String.join(", ", measure.units)))
                .toList();
    }
}
