// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import org.jspecify.annotations.Nullable;

/** A text that is not the value it should be; the caller knows the place and the setting. */
public final class Unreadable extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String found;
    private final String expected;
    private final @Nullable String suggestion;

    /** Describes what was found, what is expected, and what was probably meant. */
    public Unreadable(String found, String expected, @Nullable String suggestion) {
        super(found + ", expected " + expected);
        this.found = found;
        this.expected = expected;
        this.suggestion = suggestion;
    }

    String found() {
        return found;
    }

    @Nullable
    String suggestion() {
        return suggestion;
    }

    Problem at(Place place, String path) {
        return new Problem(place, path, found, expected, suggestion);
    }
}
