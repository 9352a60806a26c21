// SPDX-License-Identifier: Apache-2.0
package betz.common;

/** A value outside its range: the name of the component, what was found and what was expected. */
public final class BadSetting extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String name;
    private final String found;
    private final String expected;

    /** Describes one bad value. */
    public BadSetting(String name, String found, String expected) {
        super(name + " is " + found + ", expected " + expected);
        this.name = name;
        this.found = found;
        this.expected = expected;
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
