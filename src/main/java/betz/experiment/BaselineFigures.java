// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Recording;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Dots;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.List;

/** Charts that show a network beside its baselines. */
final class BaselineFigures {
    /** How the network and its baselines look, in their order. */
    private static final List<Role> ROLES = List.of(Role.PREDICTED, Role.PERTURBED, Role.EXTRA);

    private final String reference;
    private final Judgement judgement;
    private final List<Trained> networks;

    BaselineFigures(String reference, Judgement judgement) {
        this.reference = reference;
        this.judgement = judgement;
        networks = new ArrayList<>(List.of(judgement.network()));
        networks.addAll(judgement.baselines());
    }

    /** Returns nothing where there are no baselines. */
    List<Figure> all() {
        if (judgement.baselines().isEmpty()) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        for (Trained baseline : judgement.baselines()) {
            figures.add(paths(baseline));
        }
        if (judgement.reaches()) {
            figures.add(directions());
        }
        figures.add(losses());
        return figures;
    }

    private Figure paths(Trained baseline) {
        String id = "hand-paths-" + baseline.name();
        String title = "Hand paths, " + baseline.name() + " network";
        Recording hand = baseline.predicted().going();
        return judgement.stays()
                ? new PostureFigures(hand).paths(id, title)
                : new ReachFigures(reference, judgement.target(), hand).paths(id, title);
    }

    private Figure directions() {
        List<Series> series = new ArrayList<>();
        for (Trained trained : networks) {
            var conditions = trained.comparison().conditions();
            double[] direction = new double[conditions.size()];
            double[] error = new double[conditions.size()];
            for (int i = 0; i < direction.length; i++) {
                var condition = conditions.get(i).condition();
                direction[i] = Compass.degrees(condition.direction());
                error[i] = Math.toDegrees(conditions.get(i).directionError());
            }
            series.add(Series.of(name(trained), role(trained), direction, error));
        }
        String text =
                "Absolute angle between the target's direction and the hand's at peak speed, mean over the held-out"
                        + " trials of each direction. A network that cannot know the target errs by 90 degrees on average.";
        return new Dots(
                Caption.of("direction-error", "Direction error", text),
                Axis.direction("Direction of the target"),
                Axis.fromZero("Direction error", "deg"),
                series);
    }

    private Figure losses() {
        List<Series> series = new ArrayList<>();
        for (Trained trained : networks) {
            double[] loss = trained.state().history().stream()
                    .mapToDouble(update -> update.loss().total())
                    .toArray();
            double[] iteration = new double[loss.length];
            java.util.Arrays.setAll(iteration, i -> i + 1);
            series.add(Series.of(name(trained), role(trained), iteration, loss));
        }
        return new Lines(
                Caption.of("losses", "Loss of all networks", "Loss of each batch over the updates of each network."),
                Axis.fromZero("Iteration", ""),
                Axis.logarithmic("Loss", ""),
                series);
    }

    private static String name(Trained trained) {
        return Words.capital(trained.name());
    }

    private Role role(Trained trained) {
        return ROLES.get(networks.indexOf(trained));
    }
}
