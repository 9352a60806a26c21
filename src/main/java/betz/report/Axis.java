// SPDX-License-Identifier: Apache-2.0
package betz.report;

/**
 * What an axis measures.
 *
 * @param label such as {@code "Time"}
 * @param unit such as {@code "ms"}; empty if the quantity has none
 * @param scale how values are spread along it
 */
public record Axis(String label, String unit, Scale scale) {
    /** How values are spread along an axis. */
    public enum Scale {
        /** Evenly, over the range of the data. */
        LINEAR,
        /** Evenly, from zero. */
        FROM_ZERO,
        /** Evenly, from zero, with whole numbers alone. */
        COUNTED,
        /** By decades; values that are not positive are left out. */
        LOGARITHMIC,
        /** The whole circle, 0 to 360 degrees. */
        DIRECTION
    }

    /** An even axis over the range of the data. */
    public static Axis of(String label, String unit) {
        return new Axis(label, unit, Scale.LINEAR);
    }

    /** An even axis that begins at zero. */
    public static Axis fromZero(String label, String unit) {
        return new Axis(label, unit, Scale.FROM_ZERO);
    }

    /** An axis of things that are counted from zero, such as steps. */
    public static Axis counted(String label) {
        return new Axis(label, "", Scale.COUNTED);
    }

    /** An axis of decades. */
    public static Axis logarithmic(String label, String unit) {
        return new Axis(label, unit, Scale.LOGARITHMIC);
    }

    /** A full circle of reach directions in degrees. */
    public static Axis direction(String label) {
        return new Axis(label, "deg", Scale.DIRECTION);
    }

    /** Returns the label with the unit in brackets. */
    public String text() {
        return unit.isEmpty() ? label : label + " (" + unit + ")";
    }
}
