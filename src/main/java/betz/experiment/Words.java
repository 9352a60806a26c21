// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names as charts and reports show them. */
final class Words {
    private static final Map<String, String> MUSCLES =
            Map.of("tricepslat", "Triceps, lateral head", "tricepslong", "Triceps, long head");

    private static final Map<String, String> NUMBERS = Map.of("readout_r2", "R² of the read-out, per muscle");

    private Words() {}

    /** Returns what a number of the reference is called. */
    static String number(String name) {
        return NUMBERS.getOrDefault(name, name);
    }

    /** Returns a command as a POSIX shell reads it: a word with anything special in it is quoted. */
    static String shell(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Returns a muscle's name in anatomists' words. */
    static String muscle(String channel) {
        return MUSCLES.getOrDefault(channel, capital(channel));
    }

    /** Returns a name with a capital. */
    static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
