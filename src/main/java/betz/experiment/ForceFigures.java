// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.HandleForce;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Mark;
import betz.report.Panels;
import betz.report.Paths;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of hands that push a handle: force in the plane, force over time, tuning of muscles to the direction of force. */
final class ForceFigures {
    private static final int COLUMNS = 4;
    /** Directions whose course is shown. */
    private static final int SHOWN = 8;

    private final String reference;
    private final Recording target;
    private final Recording predicted;
    private final Signal asked;
    private final Signal pushed;
    private final GoAligned aligned;

    ForceFigures(String reference, Judgement judgement) {
        this.reference = reference;
        target = judgement.target();
        predicted = judgement.predicted();
        asked = HandleForce.of(target);
        pushed = HandleForce.of(predicted);
        aligned = new GoAligned(target.trials());
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>(List.of(paths(), courses()));
        MuscleTuningFigures.of(predicted, "force", "").ifPresent(figures::add);
        return figures;
    }

    private Figure paths() {
        List<Series> series = new ArrayList<>();
        for (int trial = 0; trial < pushed.trials(); trial++) {
            series.add(path("Network", Role.PREDICTED, pushed, trial));
        }
        for (Condition condition : target.trials().conditions()) {
            int trial = aligned.of(condition.index()).get(0);
            Point goal = HandleForce.asked(
                    target.trials().get(trial), target.trials().dt());
            series.add(path(reference, Role.TARGET, asked, trial));
            series.add(Series.of("Target", Role.GOAL, new double[] {goal.x()}, new double[] {goal.y()}));
        }
        String text = "Force of the hand on the handle in " + pushed.trials() + " held-out trials. " + reference
                + ": one trial per target. Circles mark the centres of the targets, not their size.";
        return new Paths(
                Caption.of("force-paths", "Force paths", text),
                Axis.of("Force, right", "N"),
                Axis.of("Force, forward", "N"),
                series);
    }

    private Series path(String name, Role role, Signal force, int trial) {
        int end = target.trials().get(trial).end();
        double[] x = IntStream.range(0, end)
                .mapToDouble(step -> force.get(trial, step, 0))
                .toArray();
        double[] y = IntStream.range(0, end)
                .mapToDouble(step -> force.get(trial, step, 1))
                .toArray();
        return Series.of(name, role, x, y);
    }

    private Figure courses() {
        List<Condition> conditions = target.trials().conditions();
        List<Condition> shown = conditions.subList(0, Math.min(SHOWN, conditions.size()));
        List<Figure> parts = shown.stream().map(this::course).toList();
        String text = "Force of the hand on the handle in the direction of the target"
                + (shown.size() < conditions.size() ? ", for the first " + SHOWN + " targets" : "")
                + ". Lines are means over the held-out trials of a target, bands the range over trials.";
        return new Panels(Caption.of("force", "Force over time", text), Math.min(COLUMNS, parts.size()), true, parts);
    }

    private Figure course(Condition condition) {
        List<Integer> trials = aligned.of(condition.index());
        return new Lines(
                Caption.of("force-" + condition.index(), condition.label(), "Force"),
                Axis.of("Time from go cue", "ms"),
                Axis.of("Force", "N"),
                List.of(
                        course("Network", Role.PREDICTED, pushed, trials),
                        course(reference, Role.TARGET, asked, trials)),
                List.of(new Mark("Go cue", 0)));
    }

    private Series course(String name, Role role, Signal force, List<Integer> trials) {
        List<double[]> traces = trials.stream()
                .map(trial -> aligned.cut(trial, step -> along(force, trial, step)))
                .toList();
        return Series.of(name, role, aligned.milliseconds(), GoAligned.mean(traces))
                .between(GoAligned.least(traces), GoAligned.most(traces));
    }

    private double along(Signal force, int i, int step) {
        Trial trial = target.trials().get(i);
        return StrictMath.cos(trial.direction()) * force.get(i, step, 0)
                + StrictMath.sin(trial.direction()) * force.get(i, step, 1);
    }
}
