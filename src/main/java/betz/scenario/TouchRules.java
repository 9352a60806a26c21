// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.cortex.TunedCortex;
import betz.data.Perturbation;
import betz.data.Touch;
import betz.data.UnitChoice;
import betz.network.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a touch of the brain must hold with the networks and the cortex of a scenario. */
final class TouchRules {
    private TouchRules() {}

    /** Tells whether touched units exist, and whether it is known what they prefer; nothing of what touches no brain. */
    static List<Rule.Breach> unitsAreThere(Scenario scenario, String path, Perturbation perturbation) {
        return perturbation instanceof Touch touch
                ? unitsAreThere(scenario, path + ".units", touch.units())
                : List.of();
    }

    private static List<Rule.Breach> unitsAreThere(Scenario scenario, String path, UnitChoice units) {
        List<Rule.Breach> breaches = new ArrayList<>();
        Set<String> known = new LinkedHashSet<>(List.of(UnitChoice.ALL));
        Set<String> directed = new LinkedHashSet<>(List.of(UnitChoice.ALL));
        for (Cell cell : ScenarioRules.networks(scenario).values()) {
            known.addAll(cell.areas());
        }
        if (scenario.reference() instanceof TunedCortex cortex) {
            directed.addAll(cortex.groups());
            known.addAll(directed);
        }
        if (!known.contains(units.area())) {
            String nearest = Words.nearest(units.area(), known);
            breaches.add(new Rule.Breach(path + ".area", "'" + units.area() + "'", Words.or(known), nearest));
        } else if (units.isDirected() && !(directed.size() > 1 && directed.contains(units.area()))) {
            breaches.add(new Rule.Breach(
                    path + ".within",
                    ScenarioRules.decimal(Math.toDegrees(units.within())) + " deg",
                    "180 deg, since only a tuned-cortex knows what its units prefer; or units of that reference",
                    null));
        } else if (!units.isDirected()) {
            touchesNone(scenario, path, units).ifPresent(breaches::add);
        }
        return breaches;
    }

    /** A share is rounded to whole units, of which none may be left. */
    private static Optional<Rule.Breach> touchesNone(Scenario scenario, String path, UnitChoice units) {
        List<List<String>> brains = new ArrayList<>();
        ScenarioRules.networks(scenario).values().forEach(cell -> brains.add(cell.areas()));
        if (scenario.reference() instanceof TunedCortex cortex) {
            brains.add(cortex.groups());
        }
        long most = brains.stream()
                .mapToLong(areas -> areas.stream()
                        .filter(area -> units.area().equals(UnitChoice.ALL)
                                || units.area().equals(area))
                        .count())
                .max()
                .orElse(0);
        if (Math.round(units.share() * most) > 0) {
            return Optional.empty();
        }
        String expected = "at least " + ScenarioRules.decimal(1.0 / most) + ", one of " + most + " units";
        return Optional.of(new Rule.Breach(path + ".share", ScenarioRules.decimal(units.share()), expected, null));
    }
}
