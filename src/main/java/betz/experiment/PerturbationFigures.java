// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.PerturbationResponse;
import betz.data.Mass;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.experiment.Perturbed.Act;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Mark;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Charts of what a perturbation does to hand and muscles. */
final class PerturbationFigures {
    private static final double CENTIMETRES = 100;
    private static final double MILLISECONDS = 1000;

    /** What of muscles is shown around the beginning of a perturbation: rest, reflexes, and what the brain makes of it, ms. */
    private static final double BEFORE = 100;

    private static final double AFTER = 400;
    private static final String ACTIVATION = "muscle.activation";

    private final String reference;
    private final Judgement judgement;
    private final Perturbed perturbed;
    private final TrialBatch trials;
    private final GoAligned aligned;

    private PerturbationFigures(String reference, Judgement judgement, Perturbed perturbed) {
        this.reference = reference;
        this.judgement = judgement;
        this.perturbed = perturbed;
        trials = perturbed.network().going().trials();
        aligned = new GoAligned(trials);
    }

    static List<Figure> of(String reference, Judgement judgement) {
        List<Figure> figures = new ArrayList<>();
        for (Perturbed perturbed : judgement.perturbed()) {
            var charts = new PerturbationFigures(reference, judgement, perturbed);
            figures.add(charts.paths());
            if (judgement.reaches()) {
                figures.add(perturbed.perturbation() instanceof Mass ? charts.along() : charts.sideways());
            }
            figures.addAll(charts.muscles());
        }
        return figures;
    }

    private String title(String of) {
        return perturbed.title() + ": " + of;
    }

    private Figure paths() {
        return new ReachFigures(
                        reference,
                        perturbed.reference().map(Act::going).orElse(judgement.target()),
                        judgement.predicted())
                .perturbed(
                        "perturbed-paths-" + perturbed.name(),
                        title("hand paths"),
                        perturbed.network().going());
    }

    private Figure sideways() {
        return way(
                "sideways",
                "How far to the left of the straight way to the target the hand is.",
                "Left of the straight way",
                PerturbationResponse::sideways);
    }

    /** Charts what a mass does, which pushes to the left in one direction and to the right in another. */
    private Figure along() {
        return way(
                "along",
                "How far along the straight way to the target the hand has come.",
                "Along the straight way",
                PerturbationResponse::along);
    }

    private Figure way(String word, String about, String axis, BiFunction<Recording, Integer, double[]> place) {
        List<Series> series = new ArrayList<>();
        series.add(way("Network, perturbed", Role.PERTURBED, perturbed.network().going(), place));
        series.add(way("Network", Role.PREDICTED, judgement.predicted(), place));
        perturbed
                .reference()
                .ifPresent(act -> series.add(way(reference + ", perturbed", Role.TARGET, act.going(), place)));
        String text =
                about + " Lines are means over " + trials.size() + " held-out trials, bands the range over trials.";
        return new Lines(
                Caption.of(word + "-" + perturbed.name(), title(word), text),
                aligned.axis(),
                Axis.of(axis, "cm"),
                series,
                marks());
    }

    private Series way(String name, Role role, Recording recording, BiFunction<Recording, Integer, double[]> place) {
        int[] steps = IntStream.range(0, aligned.milliseconds().length).toArray();
        return banded(name, role, steps, aligned.of(-1), trial -> {
            double[] places = place.apply(recording, trial);
            return aligned.cut(trial, step -> CENTIMETRES * places[Math.min(step, places.length - 1)]);
        });
    }

    /** Charts what a load changes of the muscles, where there are any. */
    private List<Figure> muscles() {
        Recording with = perturbed.network().going();
        if (with.find(ACTIVATION).isEmpty()) {
            return List.of();
        }
        List<String> names = with.signal(ACTIVATION).channels();
        List<Figure> panels = new ArrayList<>();
        for (int muscle = 0; muscle < names.size(); muscle++) {
            panels.add(muscle(muscle, names.get(muscle)));
        }
        String text = "What the perturbation changes of the activations, in reaches to " + shown() + ". Lines are means"
                + " over trials, bands the range over trials.";
        String id = "muscle-response-" + perturbed.name();
        String title = title(Words.actuator(with).many());
        return List.of(new Panels(Caption.of(id, title, text), Panels.columns(panels.size()), true, panels));
    }

    private String shown() {
        return trials.get(chosen().get(0)).condition().label();
    }

    /** Returns the trials of one condition, in the middle of a circle's first quarter where targets lie on one. */
    private List<Integer> chosen() {
        var conditions = trials.conditions();
        return aligned.of(conditions.get(Math.min(1, conditions.size() - 1)).index());
    }

    private Figure muscle(int muscle, String name) {
        List<Series> series = new ArrayList<>();
        series.add(change("Network", Role.PERTURBED, judgement.predicted(), perturbed.network(), muscle));
        perturbed
                .reference()
                .filter(act -> act.going().find(ACTIVATION).isPresent())
                .ifPresent(act -> series.add(change(reference, Role.TARGET, judgement.target(), act, muscle)));
        String id = "muscle-response-" + perturbed.name() + "-" + muscle;
        return new Lines(
                Caption.of(id, Words.muscle(name), "Change of activation"),
                aligned.axis(),
                Axis.of("Change", ""),
                series,
                onset().isPresent() ? marks().subList(1, 2) : marks());
    }

    private Series change(String name, Role role, Recording without, Act act, int muscle) {
        Signal usual = without.signal(ACTIVATION);
        Signal changed = act.going().signal(ACTIVATION);
        int[] steps = nearOnset();
        return banded(name, role, steps, chosen(), trial -> {
            double[] cut =
                    aligned.cut(trial, step -> changed.get(trial, step, muscle) - usual.get(trial, step, muscle));
            return pick(cut, steps);
        });
    }

    /** Returns the points around the beginning of the perturbation, where latencies can be read; all, if it has none. */
    private int[] nearOnset() {
        double[] time = aligned.milliseconds();
        double onset = onset().orElse(0) * trials.dt() * MILLISECONDS;
        boolean every = onset().isEmpty();
        return IntStream.range(0, time.length)
                .filter(i -> every || (time[i] >= onset - BEFORE && time[i] <= onset + AFTER))
                .toArray();
    }

    private static double[] pick(double[] values, int[] steps) {
        return Arrays.stream(steps).mapToDouble(step -> values[step]).toArray();
    }

    private Series banded(String name, Role role, int[] steps, List<Integer> chosen, IntFunction<double[]> trace) {
        List<double[]> traces = chosen.stream().map(trace::apply).toList();
        return Series.of(name, role, pick(aligned.milliseconds(), steps), GoAligned.mean(traces))
                .between(GoAligned.least(traces), GoAligned.most(traces));
    }

    /** Marks the go cue, and the beginning of the perturbation. */
    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>(List.of(aligned.mark()));
        onset().ifPresent(step -> marks.add(new Mark("Perturbation", step * trials.dt() * MILLISECONDS)));
        return marks;
    }

    /** Returns the steps from the go cue to the beginning of the perturbation, where it is later and the same in all trials. */
    private OptionalInt onset() {
        int[] onsets = trials.trials().stream()
                .mapToInt(trial -> perturbed.perturbation().from(trial, trials.dt()) - trial.goCue())
                .distinct()
                .toArray();
        return onsets.length == 1 && onsets[0] > 0 ? OptionalInt.of(onsets[0]) : OptionalInt.empty();
    }
}
