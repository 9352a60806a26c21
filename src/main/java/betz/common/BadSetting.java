// SPDX-License-Identifier: Apache-2.0
package betz.common;

import org.jspecify.annotations.Nullable;

/** A value outside its range: the name of the component, what was found and what was expected. */
public final class BadSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String name;
    private final String found;
    private final String expected;
    private final transient @Nullable Limits limits;

    /** Describes one bad value. */
    public BadSetting(String name, String found, String expected) {
        this(name, found, expected, null);
    }

    /** Describes a number beyond its limits, which may then be told in another unit. */
    BadSetting(String name, String found, String expected, @Nullable Limits limits) {
        super(name + " is " + found + ", expected " + expected);
        this.name = name;
        this.found = found;
        this.expected = expected;
        this.limits = limits;
    }

    /**
     * A number and the closed range that it should lie in.
     *
     * @param value what was found
     * @param low smallest value that is accepted
     * @param high largest value that is accepted
     * @param unit of all three
     */
    public record Limits(double value, double low, double high, String unit) {}

    /** Returns the number and its limits, or null where something else is wrong. */
    public @Nullable Limits limits() {
        return limits;
    }

    /** Returns the name of the component. */
    public String name() {
        return name;
    }

    /** Returns the value that was found. */
    public String found() {
        return found;
    }

    /** Returns what was expected instead. */
    public String expected() {
        return expected;
    }
}
