// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Tuning;
import betz.analysis.UnitTunings;
import betz.data.Controller;
import betz.data.Recording;
import betz.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Directional tuning of the two controllers in the held-out trials.
 *
 * <p>A simulated cortex is judged as a recorded one is: its output units, by spike counts drawn from their rates. Units of a
 * network do not spike; their activity is taken as it is.
 *
 * @param cortex empty where the reference has no units, or reaches in fewer than three directions
 * @param network empty where reaches go in fewer than three directions
 */
record Tunings(Optional<UnitTunings> cortex, Optional<UnitTunings> network) {
    /** A cosine and a baseline are three unknowns. */
    private static final int DIRECTIONS = 3;

    /** Counted reaches per direction, as many as electrode studies of reaching have at least. */
    private static final int REPEATS = 10;

    /** The group of units that drive the muscles. */
    private static final String OUTPUT = "output";

    /** How to read the network's share of tuned units. */
    static final String WITHOUT_NOISE =
            "The network's activity is taken as it is, not as spike counts: repeats of a reach differ little, so that the"
                    + " F-test calls nearly every unit tuned. Compare R² instead.";

    /** Measures both, if the scenario asks for it. */
    static Tunings of(Scenario scenario, Judgement judgement) {
        if (!scenario.asks(Tuning.class)) {
            return new Tunings(Optional.empty(), Optional.empty());
        }
        Optional<UnitTunings> cortex = Optional.of(judgement.target())
                .filter(Tunings::canBeTuned)
                .map(recording -> judgement
                        .lessons()
                        .cortex()
                        .map(layer -> UnitTunings.ofCounts(recording, outputs(layer), REPEATS, scenario.seed()))
                        .orElseGet(() -> UnitTunings.of(recording)));
        Optional<UnitTunings> network =
                Optional.of(judgement.predicted()).filter(Tunings::canBeTuned).map(UnitTunings::of);
        return new Tunings(cortex, network);
    }

    private static boolean canBeTuned(Recording recording) {
        long directions = recording.trials().conditions().stream()
                .map(condition -> Math.round(Compass.degrees(condition.direction())))
                .distinct()
                .count();
        return directions >= DIRECTIONS && recording.find("unit.rate").isPresent();
    }

    private static int[] outputs(Controller controller) {
        List<String> groups = controller.groups();
        return IntStream.range(0, groups.size())
                .filter(unit -> groups.get(unit).equals(OUTPUT))
                .toArray();
    }

    /** Returns what is written to a file: the summary, then every unit. */
    static Map<String, Object> told(UnitTunings tuning) {
        var told = new LinkedHashMap<String, Object>();
        told.put("summary", tuning.finding());
        if (tuning.counts().isEmpty()) {
            told.put("note", WITHOUT_NOISE);
        }
        told.put("window", tuning.window());
        told.put("directions", tuning.directions());
        told.put("units", tuning.units());
        return told;
    }
}
