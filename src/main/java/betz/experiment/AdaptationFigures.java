// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Mark;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import betz.scenario.Phase;
import betz.train.Checkpoint.Update;
import betz.train.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Charts of adaptation: where the hand went, update by update, in the phases around those with a perturbation. */
final class AdaptationFigures {
    private static final double CENTIMETRES = 100;
    private static final double DEGREES = 180 / Math.PI;

    private final List<Update> history;
    private final List<Mark> phases;
    private final int first;

    private AdaptationFigures(List<Update> history, List<Mark> phases, int first) {
        this.history = history;
        this.phases = phases;
        this.first = first;
    }

    /** Returns nothing where no phase has a perturbation. */
    static List<Figure> of(Trained trained) {
        List<Update> history = trained.state().history();
        if (history.stream().noneMatch(update -> update.hand().isMeasured())) {
            return List.of();
        }
        List<Phase> curriculum = trained.learner().curriculum();
        List<Mark> marks = trained.phases().marks(); // the first phase has none
        int perturbed = (int)
                curriculum.stream().takeWhile(phase -> !phase.isPerturbed()).count();
        int first = perturbed < 2 ? 0 : (int) marks.get(perturbed - 2).at() - 1;
        return List.of(new AdaptationFigures(history, marks, first).figure());
    }

    private Figure figure() {
        List<Figure> charts = new ArrayList<>();
        charts.add(chart("deviation", "Deviation", "cm", hand -> CENTIMETRES * hand.lateral()));
        charts.add(chart("direction", "Direction", "deg", hand -> DEGREES * hand.direction()));
        if (history.stream().anyMatch(update -> !Double.isNaN(update.hand().channelIndex()))) {
            charts.add(chart("channel-index", "Channel index", "", Deviation::channelIndex));
        }
        String text =
                "Where the hand went in the trials of each update, before it: farthest from the straight way, to its"
                        + " left above 0; direction at peak speed, counter-clockwise from the target's; and in channels the force on"
                        + " their walls over that which makes up for the field. Vertical lines are where phases begin.";
        return new Panels(Caption.of("adaptation", "Adaptation", text), charts.size(), false, charts);
    }

    private Figure chart(String id, String label, String unit, ToDoubleFunction<Deviation> value) {
        int updates = history.size() - first;
        double[] iteration = new double[updates];
        double[] values = new double[updates];
        for (int i = 0; i < updates; i++) {
            iteration[i] = first + i + 1;
            values[i] = value.applyAsDouble(history.get(first + i).hand());
        }
        return new Lines(
                Caption.of("adaptation-" + id, label, label),
                Axis.of("Iteration", ""),
                Axis.of(label, unit),
                List.of(Series.of("Network", Role.PREDICTED, iteration, values).scattered()),
                phases.stream().filter(mark -> mark.at() > first).toList());
    }
}
