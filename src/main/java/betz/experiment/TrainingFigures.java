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
import betz.train.Checkpoint;
import betz.train.Stop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Charts of the training: loss and gradient norm over the updates. */
final class TrainingFigures {
    private TrainingFigures() {}

    static List<Figure> of(Trained trained) {
        Checkpoint state = trained.state();
        return of(
                state,
                trained.learner().phase(state).training().stop(),
                trained.phases().marks());
    }

    /**
     * Draws the updates up to a state.
     *
     * @param stop of the phase that it is in
     * @param phases first updates of the phases after the first
     */
    static List<Figure> of(Checkpoint state, Stop stop, List<Mark> phases) {
        if (state.history().isEmpty()) {
            return List.of();
        }
        double[] iteration = new double[state.history().size()];
        Arrays.setAll(iteration, i -> i + 1);
        List<Series> losses = new ArrayList<>();
        losses.add(series(state, iteration, update -> update.loss().total()));
        looks(state, stop).ifPresent(losses::add);
        List<Series> norms = List.of(series(state, iteration, Checkpoint.Update::gradientNorm));
        Figure loss = chart("loss", "Loss", losses, phases);
        Figure norm = chart("gradient", "Gradient norm", norms, phases);
        String text =
                "Loss of each batch, and norm of its gradient before clipping, over %s updates; %s of them were clipped."
                        .replaceFirst("%s", Integer.toString(iteration.length))
                        .replaceFirst("%s", Long.toString(state.clipped()));
        return List.of(new Panels(Caption.of("training", "Training", text), 2, false, List.of(loss, norm)));
    }

    private static Series series(Checkpoint state, double[] iteration, ToDoubleFunction<Checkpoint.Update> value) {
        double[] values = state.history().stream().mapToDouble(value).toArray();
        return Series.of("Network", Role.PREDICTED, iteration, values);
    }

    /** Returns the loss of the trials set aside, if there were any. */
    private static Optional<Series> looks(Checkpoint state, Stop stop) {
        double[] losses = state.checks().losses();
        if (losses.length == 0) {
            return Optional.empty();
        }
        double[] iteration = new double[losses.length];
        Arrays.setAll(iteration, look -> state.stage().start() + (look + 1.0) * stop.every());
        return Optional.of(Series.of("Trials set aside", Role.PERTURBED, iteration, losses));
    }

    private static Figure chart(String id, String label, List<Series> series, List<Mark> marks) {
        return new Lines(
                Caption.of(id, label, label),
                Axis.fromZero("Iteration", ""),
                Axis.logarithmic(label, ""),
                series,
                marks);
    }
}
