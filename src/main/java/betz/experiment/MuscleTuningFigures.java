// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.MuscleTuning;
import betz.data.Recording;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Charts how muscles or motors are tuned to the direction of a force or a load that is held. */
final class MuscleTuningFigures {
    /** A cosine and a baseline are three unknowns. */
    private static final int DIRECTIONS = 3;

    private final Recording recording;
    private final String held;

    private MuscleTuningFigures(Recording recording, String held) {
        this.recording = recording;
        this.held = held;
    }

    /**
     * Draws a panel for every muscle; nothing where none is recorded, or where there are too few directions.
     *
     * @param held what is held, such as force
     * @param note what the directions are, in a sentence; may be empty
     */
    static Optional<Figure> of(Recording recording, String held, String note) {
        boolean active = recording.find("muscle.activation").isPresent();
        return active && recording.trials().conditions().size() >= DIRECTIONS
                ? Optional.of(new MuscleTuningFigures(recording, held).panels(note))
                : Optional.empty();
    }

    private Figure panels(String note) {
        List<String> names = recording.signal("muscle.activation").channels();
        List<MuscleTuning> tunings = MuscleTuning.of(recording);
        List<Figure> parts = IntStream.range(0, names.size())
                .mapToObj(muscle -> panel(muscle, names.get(muscle), tunings.get(muscle)))
                .toList();
        String many = Words.actuator(recording).many();
        String text = "Mean activation of the network's " + many + " in the last 50 ms of the trial, while the " + held
                + " is held, and cosine fit. The panels differ in scale." + (note.isEmpty() ? "" : " " + note);
        Caption caption = Caption.of("muscle-tuning", "Tuning of " + many + " to " + held, text);
        return new Panels(caption, Panels.columns(parts.size()), false, parts);
    }

    private Figure panel(int muscle, String name, MuscleTuning tuning) {
        double[] direction = tuning.conditions().stream()
                .mapToDouble(condition -> Compass.degrees(condition.direction()))
                .toArray();
        double[] mean = tuning.means().stream().mapToDouble(value -> value).toArray();
        return new Lines(
                Caption.of("muscle-tuning-" + muscle, Words.muscle(name), "Tuning to " + held),
                Axis.direction("Direction of " + held),
                Axis.fromZero("Activation", ""),
                List.of(
                        Series.of("Mean of a condition", Role.DATA, direction, mean),
                        TuningFigures.fit(tuning.cosine())));
    }
}
