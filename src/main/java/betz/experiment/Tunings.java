// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Tuning;
import betz.data.Recording;
import betz.scenario.Analysis;
import betz.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Directional tuning of the two controllers in the held-out trials.
 *
 * @param cortex empty where the reference has no units, or reaches in fewer than three directions
 * @param network empty where reaches go in fewer than three directions
 */
record Tunings(Optional<Tuning> cortex, Optional<Tuning> network) {
    /** A cosine and a baseline are three unknowns. */
    private static final int DIRECTIONS = 3;

    /** How to read the share of tuned units. */
    static final String WITHOUT_NOISE =
            "Rates are those of the model, not spike counts: repeats of a reach differ little, so that the F-test calls"
                    + " nearly every unit tuned. Compare R² instead.";

    /** Measures both, if the scenario asks for it. */
    static Tunings of(Scenario scenario, Judgement judgement) {
        return scenario.analyses().contains(Analysis.TUNING)
                ? new Tunings(of(judgement.lessons().heldOut()), of(judgement.predicted()))
                : new Tunings(Optional.empty(), Optional.empty());
    }

    static Optional<Tuning> of(Recording recording) {
        long directions = recording.trials().conditions().stream()
                .map(condition -> Math.round(Compass.degrees(condition.direction())))
                .distinct()
                .count();
        boolean can = directions >= DIRECTIONS && recording.find("unit.rate").isPresent();
        return can ? Optional.of(Tuning.of(recording)) : Optional.empty();
    }

    /** Returns what is written to a file: the summary, then every unit. */
    static Map<String, Object> told(Tuning tuning) {
        var told = new LinkedHashMap<String, Object>();
        told.put("summary", tuning.finding());
        told.put("note", WITHOUT_NOISE);
        told.put("window", tuning.window());
        told.put("directions", tuning.directions());
        told.put("units", tuning.units());
        return told;
    }
}
