// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a scenario that must be put right.
 *
 * @param place where it stands
 * @param path the setting, such as {@code network.units}
 * @param found what was found, in the user's words and unit
 * @param expected what is accepted instead
 * @param suggestion what was probably meant, or null
 */
public record Problem(
        Place place,
        String path,
        String found,
        String expected,
        @Nullable String suggestion) implements Comparable<Problem> {
    /** What is said of a value that nobody wrote, so that nobody looks for it in the file. */
    static final String BY_DEFAULT = " (the default)";

    /** Control and invisible formatting characters: they could move the cursor or recolour a terminal. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]");

    /** Returns the one-line message: place, setting, what was found, what is expected, what was probably meant. */
    public String message() {
        String subject = path.isEmpty() ? "the file" : path;
        String told = place + ": " + subject + " is " + found + ", expected " + expected + ".";
        String whole = suggestion == null ? told : told + " Did you mean " + suggestion + "?";
        return UNPRINTABLE.matcher(whole).replaceAll("?");
    }

    /** Orders by place. */
    @Override
    public int compareTo(Problem other) {
        return place.compareTo(other.place);
    }
}
