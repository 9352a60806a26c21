// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.util.Map;

/** Names of channels as charts show them. */
final class Words {
    private static final Map<String, String> MUSCLES =
            Map.of("tricepslat", "Triceps, lateral head", "tricepslong", "Triceps, long head");

    private Words() {}

    /** Returns a muscle's name in anatomists' words. */
    static String muscle(String channel) {
        return MUSCLES.getOrDefault(channel, capital(channel));
    }

    /** Returns a name with a capital. */
    static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
