// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.data.Feedback;
import betz.network.Area;
import betz.network.Connectivity;
import betz.network.Sense;
import betz.train.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the areas of networks must hold with the senses of a scenario. */
final class AreaRules {
    private AreaRules() {}

    /** Tells which areas are to sense what nobody tells them, and what is felt that no area senses. */
    static List<String> sensesMeetAreas(Scenario scenario) {
        List<String> warnings = new ArrayList<>();
        ScenarioRules.layers(scenario).forEach((path, layer) -> {
            if (layer.structure().connectivity() instanceof Connectivity.Areas several) {
                String place = path + ".structure.connectivity.areas";
                for (int i = 0; i < several.areas().size(); i++) {
                    warnings.addAll(
                            unfelt(scenario, place + "." + i, several.areas().get(i)));
                }
                warnings.addAll(unheard(scenario, place, several.areas()));
            }
        });
        return warnings;
    }

    /** An area that senses all takes what there is. */
    private static List<String> unfelt(Scenario scenario, String path, Area area) {
        boolean all = area.inputs().containsAll(List.of(Sense.values()));
        return area.inputs().stream()
                .filter(sense -> !all && !isFelt(scenario, sense))
                .map(sense -> path + ".inputs has " + word(sense) + ", but " + why(scenario, sense) + ": " + area.name()
                        + " hears nothing of it.")
                .toList();
    }

    private static List<String> unheard(Scenario scenario, String path, List<Area> areas) {
        return Arrays.stream(Sense.values())
                .filter(sense -> isFelt(scenario, sense))
                .filter(sense -> areas.stream().noneMatch(area -> area.inputs().contains(sense)))
                .map(sense ->
                        path + " has no area whose inputs have " + word(sense) + ": the network hears nothing of it.")
                .toList();
    }

    private static boolean isFelt(Scenario scenario, Sense sense) {
        return sense == Sense.TASK || (!imitates(scenario) && isOn(scenario.feedback(), sense));
    }

    private static boolean imitates(Scenario scenario) {
        return scenario.training().mode() instanceof Mode.Imitation;
    }

    private static boolean isOn(Feedback feedback, Sense sense) {
        return switch (sense) {
            case TASK -> true;
            case VISION -> feedback.vision().enabled();
            case PROPRIOCEPTION -> feedback.proprioception().enabled();
            case SPINDLE -> feedback.spindle().enabled();
            case GOLGI -> feedback.golgi().enabled();
            case COMMANDS -> feedback.commands().enabled();
        };
    }

    private static String why(Scenario scenario, Sense sense) {
        return imitates(scenario)
                ? "a network that imitates sees the task alone"
                : "feedback." + word(sense) + " is off";
    }

    private static String word(Sense sense) {
        return sense.name().toLowerCase(Locale.ROOT);
    }
}
