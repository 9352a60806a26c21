// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Cursor;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TargetJump;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Paths;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.List;

/** Charts of the movement: paths, speed, joint angles, muscle activations; network over reference. */
final class ReachFigures {
    private static final double CENTIMETRES = 100;
    /** Trials that differ are told apart up to so many: two of each of eight conditions. */
    private static final int DIFFERING = 16;

    private static final double DEGREES = 180 / Math.PI;

    private final String reference;
    private final Recording target;
    private final Recording predicted;
    private final GoAligned aligned;

    ReachFigures(String reference, Recording target, Recording predicted) {
        this.reference = reference;
        this.target = target;
        this.predicted = predicted;
        this.aligned = new GoAligned(target.trials());
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        if (!target.trials().holds()) {
            figures.add(paths("hand-paths", "Hand paths"));
        }
        figures.add(speed());
        if (both("joint.angle")) {
            figures.add(
                    panels("joint-angles", "Joint angles", "joint.angle", Axis.of("Angle", "deg"), DEGREES, 2, false));
        }
        if (both("joint.torque")) {
            figures.add(panels("joint-torques", "Joint torques", "joint.torque", Axis.of("Torque", "N m"), 1, 2, true));
        }
        if (both("muscle.activation")) {
            figures.add(panels(
                    "muscle-activations",
                    Words.activations(Words.actuator(predicted)),
                    "muscle.activation",
                    Axis.fromZero("Activation", ""),
                    1,
                    Panels.columns(
                            predicted.signal("muscle.activation").channels().size()),
                    true));
        }
        return figures;
    }

    /** A network that imitates has what it imitates alone. */
    private boolean both(String signal) {
        return target.find(signal).isPresent() && predicted.find(signal).isPresent();
    }

    /** Draws the paths of all held-out trials. */
    Figure paths(String id, String title) {
        boolean every = reference.equals(ReferenceName.RECORDED);
        if (!every && !target.trials().conditionsRepeat()) {
            return differingPaths(id, title);
        }
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < target.trials().size(); i++) {
            series.add(path("Network", Role.PREDICTED, predicted, i));
        }
        for (var condition : target.trials().conditions()) {
            List<Integer> trials = aligned.of(condition.index());
            for (int trial : every ? trials : trials.subList(0, 1)) {
                series.add(path(reference, Role.TARGET, target, trial));
            }
            series.add(goal(trials.get(0)));
        }
        String text = target.trials().size() + " held-out trials, relative to their start. " + reference + ": "
                + (every ? "every trial." : "one trial per " + one() + ".")
                + circles();
        return paths(Caption.of(id, title, text), series);
    }

    /** Draws one trial per condition as the network and the reference do it under a perturbation, and the network without it. */
    Figure perturbed(String id, String title, Recording perturbed) {
        List<Series> series = new ArrayList<>();
        for (var condition : target.trials().conditions()) {
            int trial = aligned.of(condition.index()).get(0);
            series.add(path("Network", Role.PREDICTED, predicted, trial));
            series.add(path("Network, perturbed", Role.PERTURBED, perturbed, trial));
            series.add(path(reference, Role.TARGET, target, trial));
            series.add(goal(trial));
            series.add(jumped(perturbed.trials(), trial));
        }
        String text = "One held-out trial per " + one() + ", relative to its start, with and without the perturbation. "
                + reference + " is perturbed too where it can be." + circles()
                + note(perturbed.trials().get(0).perturbation());
        return paths(Caption.of(id, title, text), series);
    }

    /** Draws the paths of a few held-out trials that all ask for another reach, each with the reference's and its target. */
    private Figure differingPaths(String id, String title) {
        int shown = Math.min(DIFFERING, target.trials().size());
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            series.add(path("Network", Role.PREDICTED, predicted, i));
            series.add(path(reference, Role.TARGET, target, i));
            series.add(goal(i));
        }
        String text = "The first " + shown + " of " + target.trials().size()
                + " held-out trials, which differ in start or target, relative to their start."
                + circles();
        return paths(Caption.of(id, title, text), series);
    }

    private boolean follows() {
        return target.trials().follows();
    }

    private String one() {
        return follows() ? "condition" : "target";
    }

    private static String note(Perturbation perturbation) {
        if (perturbation instanceof TargetJump) {
            return " Where the target jumps there are two.";
        }
        return perturbation instanceof Cursor ? " Paths are those of the hand, not of the cursor." : "";
    }

    private String circles() {
        return follows()
                ? " Circles mark where the target comes to rest."
                : " Circles mark the centres of the targets, not their size.";
    }

    private Figure paths(Caption caption, List<Series> series) {
        return new Paths(
                caption,
                Axis.of(seen() + " position, right", "cm"),
                Axis.of(seen() + " position, forward", "cm"),
                series);
    }

    /** Returns what is charted: a hand at a handle is told by its cursor. */
    private String seen() {
        return target.trials().holds() ? "Cursor" : "Hand";
    }

    private Series goal(int trial) {
        Trial asked = target.trials().get(trial);
        return goal(asked, asked.target());
    }

    /** Returns where the target is in the end of a perturbed trial. */
    private static Series jumped(TrialBatch perturbed, int trial) {
        Trial asked = perturbed.get(trial);
        return goal(asked, asked.target(asked.end() - 1, perturbed.dt()));
    }

    private static Series goal(Trial asked, Point place) {
        double x = (place.x() - asked.start().x()) * CENTIMETRES;
        double y = (place.y() - asked.start().y()) * CENTIMETRES;
        return Series.of("Target", Role.GOAL, new double[] {x}, new double[] {y});
    }

    private static Series path(String name, Role role, Recording recording, int trial) {
        Trial asked = recording.trials().get(trial);
        Signal hand = recording.signal("hand.position");
        double[] x = new double[asked.end()];
        double[] y = new double[asked.end()];
        for (int step = 0; step < asked.end(); step++) {
            x[step] = (hand.get(trial, step, 0) - asked.start().x()) * CENTIMETRES;
            y[step] = (hand.get(trial, step, 1) - asked.start().y()) * CENTIMETRES;
        }
        return Series.of(name, role, x, y);
    }

    private Figure speed() {
        return new Lines(
                Caption.of("speed", seen() + " speed", bands(target.trials().size())),
                aligned.axis(),
                Axis.fromZero("Speed", "cm/s"),
                List.of(
                        banded("Network", Role.PREDICTED, speeds(predicted)),
                        banded(reference, Role.TARGET, speeds(target))),
                List.of(aligned.mark()));
    }

    private List<double[]> speeds(Recording recording) {
        Signal velocity = recording.signal("hand.velocity");
        return aligned.of(-1).stream()
                .map(trial -> aligned.length(velocity, trial, CENTIMETRES))
                .toList();
    }

    private Series banded(String name, Role role, List<double[]> traces) {
        return Series.of(name, role, aligned.milliseconds(), GoAligned.mean(traces))
                .between(GoAligned.least(traces), GoAligned.most(traces));
    }

    private static String bands(int trials) {
        return "Lines are means over " + trials + " held-out trials, bands the range over trials.";
    }

    /** One panel per channel, for one condition in the middle of the circle's first quarter. */
    private Figure panels(String id, String title, String name, Axis axis, double scale, int columns, boolean shared) {
        var condition = target.trials()
                .conditions()
                .get(Math.min(1, target.trials().conditions().size() - 1));
        List<Integer> trials = aligned.of(condition.index());
        Signal wanted = target.signal(name);
        List<Figure> parts = new ArrayList<>();
        for (int channel = 0; channel < wanted.channels().size(); channel++) {
            int which = channel;
            parts.add(new Lines(
                    Caption.of(
                            id + "-" + channel, Words.muscle(wanted.channels().get(channel)), title),
                    aligned.axis(),
                    axis,
                    List.of(
                            banded("Network", Role.PREDICTED, cuts(predicted.signal(name), trials, which, scale)),
                            banded(reference, Role.TARGET, cuts(wanted, trials, which, scale))),
                    List.of(aligned.mark())));
        }
        String text = (follows() ? Words.capital(condition.label()) : "Reaches to " + condition.label()) + ". "
                + bands(trials.size()) + (shared ? "" : " The panels differ in scale.");
        return new Panels(Caption.of(id, title, text), columns, shared, parts);
    }

    private List<double[]> cuts(Signal signal, List<Integer> trials, int channel, double scale) {
        return trials.stream()
                .map(trial -> aligned.cut(signal, trial, channel, scale))
                .toList();
    }
}
