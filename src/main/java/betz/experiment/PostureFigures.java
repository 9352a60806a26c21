// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.LoadResponse;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.effector.Actuator;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Paths;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of a hand that is to stay where it is against loads: where it goes, and what the muscles do about it. */
final class PostureFigures {
    private static final double CENTIMETRES = 100;
    private static final double MILLIMETRES = 1000;
    private static final int LOAD_COLUMNS = 4;

    /** More small charts cannot be read. */
    private static final int MOST_LOADS = 16;

    private static final String ACTIVATION = "muscle.activation";

    /** What directions of loads are. */
    static final String DIRECTION =
            "Loads at 0° flex the shoulder, at 90° the elbow, at 180° and 270° they extend them.";

    private final Recording hand;
    private final GoAligned aligned;
    private final List<Condition> loads;
    private final Actuator actuator;

    /** Draws what a hand did in trials with loads. */
    PostureFigures(Recording hand) {
        this.hand = hand;
        this.aligned = new GoAligned(hand.trials());
        this.loads = hand.trials().conditions();
        this.actuator = Words.actuator(hand);
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>(List.of(paths("hand-paths", "Hand paths"), displacement()));
        if (hand.find(ACTIVATION).isPresent()) {
            figures.add(muscles());
            MuscleTuningFigures.of(hand, "load", DIRECTION).ifPresent(figures::add);
        }
        return figures;
    }

    /** Draws the mean path under every load, to where it is farthest from the start and from there. */
    Figure paths(String id, String title) {
        List<Series> series = new ArrayList<>();
        for (Condition load : loads) {
            double[] x = path(load, 0);
            double[] y = path(load, 1);
            int farthest = IntStream.range(0, x.length)
                    .reduce(0, (a, b) -> StrictMath.hypot(x[b], y[b]) > StrictMath.hypot(x[a], y[a]) ? b : a);
            series.add(part("Away", Role.PERTURBED, x, y, 0, farthest));
            series.add(part("Back", Role.PREDICTED, x, y, farthest, x.length - 1));
        }
        series.add(Series.of("Start", Role.GOAL, new double[] {0}, new double[] {0}));
        String text = "From when the load comes to the end, relative to the start. Means over the trials of each of "
                + loads.size() + " loads.";
        return new Paths(
                Caption.of(id, title, text),
                Axis.of("Hand position, right", "cm"),
                Axis.of("Hand position, forward", "cm"),
                series);
    }

    private static Series part(String name, Role role, double[] x, double[] y, int from, int to) {
        return Series.of(name, role, Arrays.copyOfRange(x, from, to + 1), Arrays.copyOfRange(y, from, to + 1));
    }

    /** Returns one axis of the mean path under a load from when it comes, relative to the start, cm. */
    private double[] path(Condition load, int axis) {
        Signal place = hand.signal("hand.position");
        double[] mean = mean(load, (trial, step) -> {
            var start = hand.trials().get(trial).start();
            return CENTIMETRES * (place.get(trial, step, axis) - (axis == 0 ? start.x() : start.y()));
        });
        return Arrays.copyOfRange(mean, aligned.cue(), mean.length);
    }

    private Figure displacement() {
        List<Figure> parts = new ArrayList<>();
        double[] time = aligned.milliseconds();
        double[] ends = {time[0], time[time.length - 1]};
        double back = MILLIMETRES * LoadResponse.BACK;
        for (Condition load : loads.subList(0, Math.min(MOST_LOADS, loads.size()))) {
            List<double[]> traces = traces(load, this::away);
            parts.add(new Lines(
                    Caption.of("displacement-" + load.index(), load.label(), "Displacement of the hand"),
                    aligned.axis(),
                    Axis.fromZero("Displacement", "mm"),
                    List.of(
                            Series.of("Network", Role.PREDICTED, time, GoAligned.mean(traces))
                                    .between(GoAligned.least(traces), GoAligned.most(traces)),
                            Series.of("Within 10 mm it is back", Role.FIT, ends, new double[] {back, back})),
                    List.of(aligned.mark())));
        }
        String text =
                "Distance of the hand from its start under each load. Lines are means, bands the range over trials. "
                        + DIRECTION;
        return new Panels(
                Caption.of("displacement", "Displacement of the hand", text),
                Math.min(LOAD_COLUMNS, parts.size()),
                true,
                parts);
    }

    private double away(int trial, int step) {
        Signal place = hand.signal("hand.position");
        var start = hand.trials().get(trial).start();
        return MILLIMETRES
                * StrictMath.hypot(place.get(trial, step, 0) - start.x(), place.get(trial, step, 1) - start.y());
    }

    private Figure muscles() {
        List<String> names = hand.signal(ACTIVATION).channels();
        List<Figure> parts = IntStream.range(0, names.size())
                .mapToObj(muscle -> extremes(muscle, Words.muscle(names.get(muscle))))
                .toList();
        String text = "The mean over the trials of the load under which the " + actuator.one()
                + " is most active, which the title names, and of that under which it is least. " + DIRECTION;
        Caption caption = Caption.of("muscle-activations", Words.activations(actuator), text);
        return new Panels(caption, Panels.columns(parts.size()), true, parts);
    }

    private Figure extremes(int muscle, String name) {
        Comparator<Condition> activity = Comparator.comparingDouble(load -> activity(load, muscle));
        Condition most = loads.stream().max(activity).orElseThrow();
        Condition least = loads.stream().min(activity).orElseThrow();
        return new Lines(
                Caption.of("muscle-activations-" + muscle, name + ", " + most.label(), Words.activations(actuator)),
                aligned.axis(),
                Axis.fromZero("Activation", ""),
                List.of(
                        Series.of("Most active", Role.PERTURBED, aligned.milliseconds(), activation(most, muscle)),
                        Series.of("Least active", Role.PREDICTED, aligned.milliseconds(), activation(least, muscle))),
                List.of(aligned.mark()));
    }

    /** Returns the mean activation of a muscle while a load lasts. */
    private double activity(Condition load, int muscle) {
        return Arrays.stream(activation(load, muscle))
                .skip(aligned.cue())
                .average()
                .orElse(Double.NaN);
    }

    private double[] activation(Condition load, int muscle) {
        Signal activation = hand.signal(ACTIVATION);
        return mean(load, (trial, step) -> activation.get(trial, step, muscle));
    }

    /** A value of a trial at a step. */
    private interface TrialValue {
        double at(int trial, int step);
    }

    private double[] mean(Condition load, TrialValue value) {
        return GoAligned.mean(traces(load, value));
    }

    private List<double[]> traces(Condition load, TrialValue value) {
        return aligned.of(load.index()).stream()
                .map(trial -> aligned.cut(trial, step -> value.at(trial, step)))
                .toList();
    }
}
