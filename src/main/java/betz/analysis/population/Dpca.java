// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.analysis.population.Demixed.Part;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Demixed principal components of time and condition.
 *
 * @param signal the units' activity
 * @param from first time, s after the go cue
 * @param to last time, s after the go cue
 * @param normalise divide each unit by its range
 * @param soften added to the range, in the unit of the activity
 * @param components most of each part
 * @param lambda λ; the ridge is λ² times the sum of squares of the activity, as in the paper. A λ of the authors' dpca.m,
 *     whose ridge is (λ |X|²)², is to be multiplied by |X|.
 */
@About(
        value = "Components that tell what all conditions share apart from what is each condition's own.",
        source = "Kobak et al. (2016), doi:10.7554/eLife.10989",
        equation = "min |X_p - F_p D_p X|^2 + (lambda |X|)^2 |F_p D_p|^2 for p = time, condition")
public record Dpca(
        @About("Signal whose channels are the units.") String signal,

        @Unit("s") @About("First time that counts, after the go cue.")
        double from,

        @Unit("s") @About("Last time that counts, after the go cue.")
        double to,

        @About("Whether each unit is divided by its range plus soften.")
        boolean normalise,

        @About("Added to each unit's range, in the unit of the signal.")
        double soften,

        @About("Components of each part, fewer where the part has fewer dimensions.")
        int components,

        @About("Ridge: its square times the sum of squares of the activity.")
        double lambda)
        implements Analysis {
    /**
     * Ten components of each part as in the authors' dPCA.py; a ridge so low that it only keeps the fit defined, since the
     * authors' choice needs single trials of every condition. They do not normalise.
     */
    public static final Dpca DEFAULT = new Dpca("unit.rate", -0.05, 0.35, false, 5, 10, 1e-6);

    public Dpca {
        Require.finite("from", from, "s");
        Require.finite("to", to, "s");
        Require.that(to > from, "to", to + " s", "a time after from, " + from + " s");
        Require.notNegative("soften", soften, "");
        Require.count("components", components, 1, 1000);
        Require.within("lambda", lambda, 0, 1e6, "");
    }

    @Override
    public Finding of(Subject subject) {
        Activity recorded = Activity.of(subject.recording(), signal).needConditions(2);
        Activity activity = (normalise ? recorded.normalised(soften) : recorded)
                .window(from, to)
                .need(2, 2);
        varies(Marginals.of(activity));
        Demixed found = Demixed.of(activity, components, lambda);
        return new Finding("dpca", measures(found), values(found), plots(activity, found), conventions(found));
    }

    private static void varies(Marginals marginals) {
        // sums of squares below this share of the whole are rounding of the means
        double least = 1e-24 * Matrices.squares(marginals.all());
        Require.that(
                Matrices.squares(marginals.time()) > least,
                "mean over conditions",
                "the same at all times",
                "activity that changes over time");
        Require.that(
                Matrices.squares(marginals.condition()) > least,
                "conditions",
                "the same in all units at all times",
                "activity that differs between conditions");
    }

    private static List<Measure> measures(Demixed found) {
        int time = found.parts().indexOf(Part.TIME);
        int condition = found.parts().indexOf(Part.CONDITION);
        double[][] encoders = found.encoders();
        double dot = 0;
        for (double[] row : encoders) {
            dot += row[time] * row[condition];
        }
        return List.of(
                Measure.of("time_share", "1", found.share(Part.TIME)),
                Measure.of("condition_share", "1", found.share(Part.CONDITION)),
                Measure.of("time_components", "1", count(found, Part.TIME)),
                Measure.of("condition_components", "1", count(found, Part.CONDITION)),
                Measure.of("explained", "1", last(found.together())),
                Measure.of("explained_by_pca", "1", last(found.principal())),
                Measure.of("first_time_explained", "1", found.explained()[time]),
                Measure.of("first_condition_explained", "1", found.explained()[condition]),
                Measure.of("first_axes_dot", "1", Math.abs(dot)));
    }

    private static long count(Demixed found, Part part) {
        return found.parts().stream().filter(part::equals).count();
    }

    private static double last(double[] shares) {
        return shares[shares.length - 1];
    }

    private static List<Values> values(Demixed found) {
        double[] parts = found.parts().stream().mapToDouble(Part::ordinal).toArray();
        return List.of(
                Values.list("component_parts", "1", parts),
                Values.list("explained_shares", "1", found.explained()),
                Values.table(
                        "part_shares", "1", new double[][] {found.explained(Part.TIME), found.explained(Part.CONDITION)
                        }),
                Values.list("explained_together", "1", found.together()),
                Values.list("explained_by_pca_together", "1", found.principal()),
                Values.table("encoders", "1", found.encoders()),
                Values.table("decoders", "1", found.decoders()));
    }

    private static List<Plot> plots(Activity activity, Demixed found) {
        return List.of(
                courses(activity, found, Part.TIME, "dpca-time", "First component of time"),
                courses(activity, found, Part.CONDITION, "dpca-condition", "First component of condition"),
                together(found),
                parts(found));
    }

    private static Plot courses(Activity activity, Demixed found, Part part, String id, String title) {
        double[] course = found.course(found.parts().indexOf(part));
        double[] times = Arrays.stream(activity.times()).map(t -> 1000 * t).toArray();
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < activity.conditions().size(); c++) {
            double[] own = Arrays.copyOfRange(course, c * times.length, (c + 1) * times.length);
            curves.add(Curve.of(activity.conditions().get(c).label(), times, own));
        }
        return new Plot(
                id,
                title,
                "Activity along the decoder, one curve for each condition.",
                Form.LINES,
                new Axis("Time after the go cue", "ms"),
                new Axis("Activity along the decoder", ""),
                curves);
    }

    private static Plot together(Demixed found) {
        double[] number =
                IntStream.rangeClosed(1, found.size()).asDoubleStream().toArray();
        return new Plot(
                "dpca-explained",
                "Variance explained together",
                "Share of all variance that the first components explain, and as many principal components.",
                Form.LINES,
                new Axis("Components", ""),
                new Axis("Variance explained", "%"),
                List.of(
                        Curve.of("Demixed components", number, percent(found.together())),
                        Curve.of("Principal components", Kind.OTHER, number, percent(found.principal()))));
    }

    private static Plot parts(Demixed found) {
        double[] number =
                IntStream.rangeClosed(1, found.size()).asDoubleStream().toArray();
        return new Plot(
                "dpca-parts",
                "What each component explains",
                "Share of all variance that each component explains of what conditions share and of what they do not.",
                Form.DOTS,
                new Axis("Component", ""),
                new Axis("Variance explained", "%"),
                List.of(
                        Curve.of("Time", number, percent(found.explained(Part.TIME))),
                        Curve.of("Condition", Kind.OTHER, number, percent(found.explained(Part.CONDITION)))));
    }

    private static double[] percent(double[] shares) {
        return Arrays.stream(shares).map(share -> 100 * share).toArray();
    }

    private List<String> conventions(Demixed found) {
        return List.of(
                signal + " averaged over the trials of each condition, from " + Math.round(1000 * from) + " to "
                        + Math.round(1000 * to) + " ms after the go cue, both included; "
                        + (normalise
                                ? "each unit divided by its range over all recorded times plus " + soften
                                : "not normalised")
                        + "; each unit less its mean over all conditions and times.",
                "Two parts: time is the mean over conditions, condition all that is left (condition with its"
                        + " interaction with time). component_parts: 0 time, 1 condition.",
                "Per part: least |X_p - F D X|² + (λ |X|)² |F D|² with orthonormal encoders F, by reduced-rank"
                        + " regression in closed form, λ = " + lambda + ", not chosen by cross-validation; at most "
                        + components + " components each, " + count(found, Part.TIME) + " and "
                        + count(found, Part.CONDITION) + " found.",
                "Variance explained by a component: 1 - |X - f d X|²/|X|²; of a part:"
                        + " (|X_p|² - |X_p - f d X_p|²)/|X|². Components in the order of the first; signs such that"
                        + " most of an encoder is positive.");
    }
}
