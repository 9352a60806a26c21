// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Analysis;
import betz.analysis.DrawnSpikes;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.analysis.population.Jackknife;
import betz.analysis.score.Score.Verdict;
import betz.common.About;
import betz.common.BadSetting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets what a recording tells beside published figures of motor cortices and reaches.
 *
 * @param onset when a movement begins and ends
 * @param drawSpikes whether single units, and what is decoded of them, are judged by spikes drawn from the rates
 */
@About(
        value = "Where a recording stands among published figures of motor cortices and reaches.",
        source = "published figures, each with its own source: betz help scorecard")
public record Scorecard(
        @About("When a movement begins and ends.") OnsetRule onset,

        @About(
                "Whether single units are judged by spikes drawn from their rates, as of Poisson processes: for models, which have no"
                        + " noise. Runs do so with a cortex's units.")
        boolean drawSpikes)
        implements Analysis {
    /** The rule that reaches were published with. */
    public static final Scorecard DEFAULT = new Scorecard(OnsetRule.DEFAULT, false);

    private static final Map<String, Measuring> MEASURED = measured();
    private static final String NOT_BY_TRIALS =
            "it is told by how reaches change over a training, see the charts of a run";

    private static Map<String, Measuring> measured() {
        var all = new LinkedHashMap<String, Measuring>();
        all.putAll(TuningScores.all());
        all.putAll(PopulationScores.all());
        all.putAll(ReachScores.all());
        return all;
    }

    /** Returns every row with what the recording tells of it. */
    public List<Score> scores(Subject subject) {
        var unused = subject.recording(); // must be there
        var views = new Views(subject, onset, drawSpikes);
        return ScoreRows.all().stream().map(row -> score(row, views)).toList();
    }

    private static Score score(ScoreRow row, Views views) {
        Measuring measuring = MEASURED.get(row.id());
        if (measuring == null) {
            return Score.without(row, NOT_BY_TRIALS);
        }
        try {
            Interval ours = measuring.of(views);
            return Double.isFinite(ours.value())
                    ? Score.of(row, ours)
                    : Score.without(row, "the recording gives no number");
        } catch (BadSetting need) {
            return Score.without(row, String.valueOf(need.getMessage()));
        }
    }

    @Override
    public Finding of(Subject subject) {
        return finding(scores(subject));
    }

    /** Returns what scores come to. */
    public Finding finding(List<Score> scores) {
        List<Measure> measures = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = scores.stream().filter(s -> s.verdict() == verdict).count();
            measures.add(Measure.of(verdict.word().replace(' ', '_'), "1", count));
        }
        for (Score score : scores) {
            score.ours()
                    .ifPresent(ours -> measures.add(new Measure(
                            score.row().id(),
                            score.row().unit().isEmpty() ? "1" : score.row().unit(),
                            ours)));
        }
        double[] distances = scores.stream().mapToDouble(Score::distance).toArray();
        return new Finding(
                "scorecard",
                measures,
                List.of(Values.list("distances", "1", distances)),
                List.of(plot(scores)),
                conventions());
    }

    private List<String> conventions() {
        List<String> told = new ArrayList<>(List.of(
                "Inside: the figure or its 95 % interval reaches the published range. Distances are from the figure to the range, in"
                        + " the row's unit.",
                "Populations from 200 ms before to 500 ms after the onset of the movement, where a hand was recorded; rotations as"
                        + " jpca does; units are divided by their range + 5 spikes/s, or + a tenth of the largest range where"
                        + " they do not spike.",
                "Decoders have 143 units, evenly chosen, or all where there are fewer.",
                Jackknife.text(),
                onset.text()));
        if (drawSpikes) {
            told.add("Tuning and decoders: " + DrawnSpikes.text());
        }
        return told;
    }

    /** Returns every judged figure on a scale on which the published range goes from 0 to 1. */
    private static Plot plot(List<Score> scores) {
        List<Score> judged = scores.stream()
                .filter(score -> score.verdict() == Verdict.INSIDE || score.verdict() == Verdict.OUTSIDE)
                .filter(score ->
                        score.row().published().high() > score.row().published().low())
                .toList();
        double[] x = new double[judged.size()];
        double[] y = new double[judged.size()];
        double[] low = new double[judged.size()];
        double[] high = new double[judged.size()];
        for (int i = 0; i < x.length; i++) {
            Interval ours = judged.get(i).ours().orElseThrow();
            x[i] = i + 1;
            y[i] = relative(judged.get(i), ours.value());
            low[i] = Double.isFinite(ours.low()) ? relative(judged.get(i), ours.low()) : y[i];
            high[i] = Double.isFinite(ours.high()) ? relative(judged.get(i), ours.high()) : y[i];
        }
        double[] ends = {0, x.length + 1};
        return new Plot(
                "scorecard",
                "Scorecard",
                "Figures on a scale on which the published range goes from 0 to 1; beyond -2 and 3 they stand at the edge. In order: "
                        + String.join(
                                ", ", judged.stream().map(s -> s.row().text()).toList()) + ".",
                Plot.Form.DOTS,
                new Plot.Axis("Row", ""),
                new Plot.Axis("Share of the published range", ""),
                List.of(
                        Curve.of("Measured", x, y).between(low, high),
                        Curve.of("Published range", Kind.FIT, ends, new double[] {0, 0}),
                        Curve.of("Published range", Kind.FIT, ends, new double[] {1, 1})));
    }

    private static double relative(Score score, double value) {
        double low = score.row().published().low();
        double share = (value - low) / (score.row().published().high() - low);
        return Math.max(-2, Math.min(3, share));
    }
}
