// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import betz.train.Checkpoint;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Charts of the training: loss and gradient norm over the updates. */
final class TrainingFigures {
    private TrainingFigures() {}

    static List<Figure> of(Checkpoint state) {
        if (state.history().isEmpty()) {
            return List.of();
        }
        double[] iteration = new double[state.history().size()];
        java.util.Arrays.setAll(iteration, i -> i + 1);
        Figure loss = chart(
                "loss",
                "Loss",
                "Loss",
                state,
                iteration,
                update -> update.loss().total());
        Figure norm =
                chart("gradient", "Gradient norm", "Gradient norm", state, iteration, Checkpoint.Update::gradientNorm);
        String text =
                "Loss of each batch, and norm of its gradient before clipping, over %s updates; %s of them were clipped."
                        .replaceFirst("%s", Integer.toString(iteration.length))
                        .replaceFirst("%s", Long.toString(state.clipped()));
        return List.of(new Panels(Caption.of("training", "Training", text), 2, false, List.of(loss, norm)));
    }

    private static Figure chart(
            String id,
            String title,
            String label,
            Checkpoint state,
            double[] iteration,
            ToDoubleFunction<Checkpoint.Update> value) {
        double[] values = state.history().stream().mapToDouble(value).toArray();
        return new Lines(
                Caption.of(id, title, label),
                Axis.fromZero("Iteration", ""),
                Axis.logarithmic(label, ""),
                List.of(Series.of("Network", Role.PREDICTED, iteration, values)));
    }
}
