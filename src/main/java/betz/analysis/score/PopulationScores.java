// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Interval;
import betz.analysis.population.Activity;
import betz.analysis.population.Alignment;
import betz.analysis.population.Jackknife;
import betz.analysis.population.Jpca;
import betz.analysis.population.Lds;
import betz.analysis.population.PotentNull;
import betz.analysis.population.PrincipalComponents;
import betz.analysis.population.Rotations;
import betz.analysis.population.Statistic;
import betz.analysis.population.Tangling;
import betz.analysis.similarity.Cca;
import betz.analysis.similarity.Procrustes;
import betz.common.Require;
import betz.math.Matrices;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the rows of populations of units and of muscles are measured. */
final class PopulationScores {
    private static final String ROTATIONS = "rotations";

    /** Windows of the overlap of early and late movement, s. */
    private static final double WINDOW = 0.2;

    private static final double LATE = 0.3;

    private static final int FOURTH = 3;

    /** Steps at which tangling was published, s; it depends on them. */
    private static final double UNIT_STEP = 0.010;

    private static final double MUSCLE_STEP = 0.020;

    private PopulationScores() {}

    static Map<String, Measuring> all() {
        var all = new LinkedHashMap<String, Measuring>();
        all.put("participation_ratio", views -> dimensions(views)[0]);
        all.put("participation_ratio_normalised", PopulationScores::normalised);
        all.put("dimensions_80", views -> dimensions(views)[1]);
        all.put("dimensions_90", views -> dimensions(views)[2]);
        all.put("muscle_participation_ratio", PopulationScores::muscles);
        all.put("condition_invariant_share", PopulationScores::shared);
        all.put("rotation_r2", views -> rotations(views)[0]);
        all.put("rotation_ratio", views -> rotations(views)[1]);
        all.put("rotation_ratio_all", views -> rotations(views)[2]);
        all.put("rotation_variance", views -> rotations(views)[3]);
        all.put("rotation_frequency", views -> rotations(views)[4]);
        all.put("rotation_angle", PopulationScores::angle);
        all.put("dynamics_r2", PopulationScores::dynamics);
        all.put("muscle_tangling", PopulationScores::muscleTangling);
        all.put("tangling", PopulationScores::tangling);
        all.put("alignment", PopulationScores::alignment);
        all.put("preparation_alignment", PopulationScores::preparation);
        all.put("null_potent_ratio", PopulationScores::nullPotent);
        all.put("shared_correlation_4", PopulationScores::correlation);
        all.put("shared_disparity", views -> views.find(Procrustes.DEFAULT).value("disparity"));
        return all;
    }

    private static Interval[] dimensions(Views views) {
        return views.make(
                "dimensions",
                () -> Jackknife.of(views.movement(Views.RATE), activity -> {
                    var components = PrincipalComponents.of(activity.rows());
                    return new double[] {
                        components.participationRatio(), components.dimensions(0.8), components.dimensions(0.9)
                    };
                }));
    }

    private static Interval normalised(Views views) {
        Activity movement = views.movement(Views.RATE);
        double soften = views.softening(movement);
        return Jackknife.of(movement, activity -> new double[] {ratio(activity.normalised(soften))})[0];
    }

    private static Interval muscles(Views views) {
        return Jackknife.of(views.movement(Views.ACTIVATION), activity -> new double[] {ratio(activity)})[0];
    }

    private static double ratio(Activity activity) {
        return PrincipalComponents.of(activity.rows()).participationRatio();
    }

    /** Returns the share of the variance of normalised activity that is the mean over conditions. */
    private static Interval shared(Views views) {
        Activity movement = views.movement(Views.RATE).needConditions(2);
        double soften = views.softening(movement);
        return Jackknife.of(movement, activity -> {
            Activity even = activity.normalised(soften);
            double[][] rows = even.rows();
            double all = Matrices.squares(Matrices.centred(rows, Matrices.means(rows)));
            return new double[] {
                1 - Matrices.squares(even.lessAcrossConditions().rows()) / all
            };
        })[0];
    }

    private static Jpca jpca(Views views) {
        Jpca usual = Jpca.DEFAULT;
        double soften = views.softening(views.activity(Views.RATE));
        return new Jpca(Views.RATE, usual.from(), usual.to(), usual.components(), true, soften, true);
    }

    private static Interval[] rotations(Views views) {
        Jpca jpca = jpca(views);
        return views.make(
                ROTATIONS,
                () -> Jackknife.of(views.activity(Views.RATE).needConditions(2), activity -> {
                    Rotations found = jpca.rotations(activity);
                    return new double[] {
                        found.r2SkewFirst(),
                        found.r2SkewFirst() / found.r2BestFirst(),
                        found.r2Skew() / found.r2Best(),
                        found.planeVariances()[0],
                        found.frequencies()[0]
                    };
                }));
    }

    private static Interval angle(Views views) {
        return jpca(views).of(views.fromOnset()).value("phase_angle");
    }

    private static Interval dynamics(Views views) {
        Lds usual = Lds.DEFAULT;
        var lds = new Lds(
                Views.RATE,
                usual.from(),
                usual.to(),
                usual.dimension(),
                usual.dimensions(),
                true,
                views.softening(views.activity(Views.RATE)),
                usual.meanSubtract());
        return one(views.activity(Views.RATE).needConditions(2), lds);
    }

    private static Interval tangling(Views views) {
        return tangling(views, Views.RATE, views.softening(views.movement(Views.RATE)), UNIT_STEP);
    }

    private static Interval muscleTangling(Views views) {
        return tangling(views, Views.ACTIVATION, 0, MUSCLE_STEP);
    }

    private static Interval tangling(Views views, String signal, double soften, double step) {
        Tangling usual = Tangling.DEFAULT;
        int every = (int) Math.max(1, Math.round(step / views.movement(signal).dt()));
        var tangling = new Tangling(
                signal,
                usual.components(),
                true,
                soften,
                usual.meanSubtract(),
                usual.epsilon(),
                usual.from(),
                usual.to(),
                every);
        return one(views.movement(signal), tangling);
    }

    /** Returns the overlap of two windows of 200 ms that begin 300 ms apart, the first at the onset. */
    private static Interval alignment(Views views) {
        Alignment usual = Alignment.DEFAULT;
        double soften = views.softening(views.activity(Views.RATE));
        var alignment = new Alignment(
                Views.RATE, usual.dimensions(), 0, WINDOW, LATE, LATE + WINDOW, true, soften, true, usual.draws());
        return one(views.activity(Views.RATE).needConditions(2), alignment);
    }

    /** Returns the overlap of what goes before the go cue with what comes after it. */
    private static Interval preparation(Views views) {
        Alignment usual = Alignment.DEFAULT;
        var alignment = new Alignment(
                Views.RATE,
                usual.dimensions(),
                usual.firstFrom(),
                usual.firstTo(),
                usual.secondFrom(),
                usual.secondTo(),
                true,
                views.softening(views.activity(Views.RATE)),
                usual.meanSubtract(),
                usual.draws());
        return views.find(alignment).value("alignment");
    }

    private static Interval nullPotent(Views views) {
        PotentNull usual = PotentNull.DEFAULT;
        var potent = new PotentNull(
                Views.RATE,
                Views.ACTIVATION,
                usual.components(),
                usual.muscleComponents(),
                usual.prepFrom(),
                usual.prepTo(),
                usual.moveFrom(),
                usual.moveTo(),
                true,
                views.softening(views.activity(Views.RATE)),
                usual.draws());
        return views.find(potent).value("tuning_ratio");
    }

    private static Interval correlation(Views views) {
        double[] all = views.find(Cca.DEFAULT).list("canonical_correlations").numbers();
        Require.count("components of both recordings", all.length, FOURTH + 1, Integer.MAX_VALUE);
        return new Interval(all[FOURTH], Double.NaN, Double.NaN);
    }

    private static Interval one(Activity activity, Statistic statistic) {
        return Jackknife.of(activity, some -> new double[] {statistic.value(some)})[0];
    }
}
