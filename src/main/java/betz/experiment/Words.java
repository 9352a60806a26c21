// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Recording;
import betz.effector.Actuator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names as charts and reports show them. */
final class Words {
    private static final Map<String, String> MUSCLES =
            Map.of("tricepslat", "Triceps, lateral head", "tricepslong", "Triceps, long head");

    private static final Map<String, String> NUMBERS = Map.of("readout_r2", "R² of the read-out, per ");

    private Words() {}

    /** Returns what numbers of the reference, one for each muscle or motor, are called. */
    static String numbers(String name, Actuator actuator) {
        String known = NUMBERS.get(name);
        return known == null ? name : known + actuator.one();
    }

    /** Returns a command as a POSIX shell reads it: a word with anything special in it is quoted. */
    static String shell(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }

    /** Returns what moves the body of a recording: motors are told by the unit of their torques. */
    static Actuator actuator(Recording recording) {
        String motors = Actuator.MOTOR.forceUnit();
        return recording.find("muscle.force").stream()
                        .anyMatch(force -> force.unit().equals(motors))
                ? Actuator.MOTOR
                : Actuator.MUSCLE;
    }

    /** Returns the title of a chart of activations. */
    static String activations(Actuator actuator) {
        return capital(actuator.one()) + " activations";
    }

    /** Returns a muscle's name in anatomists' words. */
    static String muscle(String channel) {
        return MUSCLES.getOrDefault(channel, capital(channel.replace('-', ' ')));
    }

    /** Returns a name with a capital. */
    static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
