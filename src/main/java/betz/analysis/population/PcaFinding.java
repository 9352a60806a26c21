// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Values;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tells the dimensions of a population. */
final class PcaFinding {
    /** As many as are charted over time, or handed out as scores. */
    private static final int FIRST = 3;

    private static final int HANDED_OUT = 20;

    private final Pca settings;
    private final Activity activity;
    private final Activity prepared;
    private final PrincipalComponents components;
    private final ParallelAnalysis parallel;
    private final BiCrossValidation heldOut;
    private final Activity scores;

    PcaFinding(Pca settings, Activity activity, long seed) {
        this.settings = settings;
        this.activity = activity;
        prepared = settings.prepared(activity);
        double[][] rows = prepared.rows();
        components = Preparation.components(prepared, "components", 1);
        parallel = ParallelAnalysis.of(rows, components.variances(), settings.permutations(), settings.level(), seed);
        heldOut = BiCrossValidation.of(prepared, settings.groups(), seed);
        scores = prepared.with(components.scores(rows, Math.min(HANDED_OUT, Preparation.dimensions(components))));
    }

    Finding finding() {
        List<Plot> plots = new ArrayList<>(List.of(shares(), errors()));
        for (int i = 0; i < Math.min(FIRST, scores.units().size()); i++) {
            plots.add(course(i));
        }
        if (scores.units().size() > 1) {
            plots.add(paths());
        }
        return new Finding("pca", measures(), values(), plots, conventions());
    }

    private List<Measure> measures() {
        return List.of(
                Measure.of("participation_ratio", "1", components.participationRatio()),
                Measure.of("dimensions_80", "1", components.dimensions(0.80)),
                Measure.of("dimensions_90", "1", components.dimensions(0.90)),
                Measure.of("dimensions_parallel", "1", parallel.dimensions()),
                Measure.of("dimensions_held_out", "1", heldOut.dimensions()),
                Measure.of("share_of_first", "1", components.shares()[0]));
    }

    private List<Values> values() {
        return List.of(
                Values.list("variances", "1", components.variances()),
                Values.list("shares", "1", components.shares()),
                Values.list("variances_by_chance", "1", parallel.thresholds()),
                Values.list("held_out_errors", "1", heldOut.errors()),
                Values.table("pcs", "1", components.axes(scores.units().size())),
                Values.table("scores", "1", scores.rows()),
                Values.list("times_s", "s", scores.times()));
    }

    private Plot shares() {
        double[] variances = components.variances();
        double all = Arrays.stream(variances).sum();
        return new Plot(
                "pca-variance",
                "Variance of the components",
                "Share of the variance of all units along each principal component, and what it would be of units that"
                        + " have nothing to do with each other.",
                Form.LINES,
                new Axis("Component", ""),
                new Axis("Share of variance", "%"),
                List.of(
                        Curve.of("activity", count(1, variances.length), percent(variances, all)),
                        Curve.of(
                                "units permuted",
                                Kind.OTHER,
                                count(1, variances.length),
                                percent(parallel.thresholds(), all))));
    }

    private Plot errors() {
        double[] errors = heldOut.errors();
        return new Plot(
                "pca-held-out",
                "Prediction of what is held out",
                "Squared error of units in conditions that are held out together, predicted along so many components,"
                        + " as a share of that without any.",
                Form.LINES,
                new Axis("Components", ""),
                new Axis("Error", "%"),
                List.of(Curve.of("held out", count(0, errors.length), percent(errors, 1))));
    }

    private Plot course(int component) {
        double[] milliseconds = Arrays.stream(scores.times()).map(t -> 1000 * t).toArray();
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < scores.conditions().size(); c++) {
            curves.add(Curve.of(label(c), milliseconds, Matrices.column(scores.condition(c), component)));
        }
        return new Plot(
                "pca-score-" + (component + 1),
                "Component " + (component + 1),
                "Activity along the component over time from the go cue, one curve for each condition.",
                Form.LINES,
                new Axis("Time", "ms"),
                new Axis("Score", ""),
                curves);
    }

    private Plot paths() {
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < scores.conditions().size(); c++) {
            double[][] course = scores.condition(c);
            curves.add(Curve.of(label(c), Matrices.column(course, 0), Matrices.column(course, 1)));
        }
        return new Plot(
                "pca-plane",
                "First two components",
                "The state of the population along its first two principal components, one curve for each condition.",
                Form.PATHS,
                new Axis("PC1", ""),
                new Axis("PC2", ""),
                curves);
    }

    private String label(int condition) {
        return scores.conditions().get(condition).label();
    }

    private static double[] count(int first, int length) {
        return IntStream.range(first, first + length).asDoubleStream().toArray();
    }

    private static double[] percent(double[] values, double all) {
        return Arrays.stream(values).map(v -> 100 * v / all).toArray();
    }

    private List<String> conventions() {
        List<String> told = new ArrayList<>(settings.preparation(activity).sentences(settings.signal(), activity));
        told.add("Components of " + prepared.rows().length + " samples (all conditions and times) of "
                + prepared.units().size() + " units, less their mean; variances have n - 1 below them; signs are"
                + " arbitrary; at most " + HANDED_OUT + " components are handed out.");
        told.add("Participation ratio = (sum of variances)^2 / sum of squared variances.");
        told.add("Parallel analysis: components before the first whose variance is not above the quantile "
                + Preparation.plain(settings.level()) + " of " + settings.permutations()
                + " permutations of each unit's samples, seeded; samples that follow each other closely in time are not"
                + " independent, so it may count too many.");
        told.add("Held out: bi-cross-validation (Owen & Perry 2009) of up to " + settings.groups()
                + " groups of conditions by as many of units drawn at random, seeded; means are those of the"
                + " conditions seen;"
                + (prepared.conditions().size() > 1 ? "" : " of the single condition, times in a row are held out;")
                + " the count has the least error.");
        return told;
    }
}
