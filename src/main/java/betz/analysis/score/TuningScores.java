// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Finding;
import betz.analysis.Interval;
import betz.analysis.Tuning;
import betz.analysis.decoding.DecodeDirection;
import betz.analysis.decoding.DecodeVelocity;
import betz.analysis.decoding.DecodeVelocity.LeaveOut;
import betz.analysis.decoding.DecodeVelocity.Method;
import betz.analysis.spiking.FanoFactor;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the rows of single units, and of what is read out of many, are measured. */
final class TuningScores {
    private static final double PERCENT = 100;
    private static final int HISTORY = 10;
    private static final double DEGREES = 180 / Math.PI;

    /** Without what the scorecard does not tell: curves of other shapes and lags. */
    private static final Tuning TUNING = new Tuning(Tuning.DEFAULT.from(), Tuning.DEFAULT.to(), false, 0, 0, 0);

    /** Ten bins of history, and trials held out, as it was published. */
    private static final DecodeVelocity VELOCITY = velocity();

    private TuningScores() {}

    private static DecodeVelocity velocity() {
        DecodeVelocity usual = DecodeVelocity.DEFAULT;
        return new DecodeVelocity(
                usual.signal(),
                usual.bin(),
                usual.lag(),
                HISTORY * usual.bin(),
                List.of(Method.RIDGE, Method.WIENER, Method.KALMAN),
                usual.alphas(),
                usual.order(),
                usual.noiseFloor(),
                LeaveOut.TRIALS,
                usual.folds());
    }

    static Map<String, Measuring> all() {
        var all = new LinkedHashMap<String, Measuring>();
        all.put("tuned_share", views -> tuning(views, "tuned_share", PERCENT));
        all.put("tuned_share_strict", views -> tuning(views, "strictly_tuned_share", PERCENT));
        all.put("cosine_r2_of_means", views -> tuning(views, "cosine_r2_of_means", 1));
        all.put("good_cosine_share", views -> tuning(views, "share_with_cosine_r2_above_0_7", PERCENT));
        all.put("cosine_r2_of_trials", views -> tuning(views, "cosine_r2_of_trials", 1));
        all.put("preferred_direction_bimodality", views -> tuning(views, "preferred_direction_bimodality", 1));
        all.put("preferred_direction_resultant", views -> tuning(views, "preferred_direction_resultant", 1));
        all.put("direction_accuracy", views -> direction(views, "lda_accuracy", PERCENT));
        all.put("direction_error", views -> direction(views, "ridge_median_error", DEGREES));
        all.put("population_vector_error", views -> direction(views, "population_vector_median_error", DEGREES));
        all.put("velocity_r2", views -> velocity(views, "ridge_r2"));
        all.put("velocity_wiener_r2", views -> velocity(views, "wiener_r2"));
        all.put("velocity_kalman_r2", views -> velocity(views, "kalman_r2"));
        all.put("mean_rate", TuningScores::meanRate);
        all.put("fano_factor", views -> views.find(FanoFactor.DEFAULT).value("fano_factor"));
        return all;
    }

    private static Interval tuning(Views views, String measure, double factor) {
        Finding found = views.findSingle(TUNING);
        return Measuring.scaled(found.value(measure), factor);
    }

    private static Interval direction(Views views, String measure, double factor) {
        DecodeDirection usual = DecodeDirection.DEFAULT;
        var decode = new DecodeDirection(
                usual.signal(),
                usual.from(),
                usual.to(),
                views.spikes(),
                usual.methods(),
                usual.alpha(),
                usual.tunedBelow());
        Finding found = views.make("direction", () -> decode.of(views.fewUnits()));
        return Measuring.scaled(found.value(measure), factor);
    }

    private static Interval velocity(Views views, String measure) {
        Finding found = views.make("velocity", () -> VELOCITY.of(views.fewUnits()));
        return found.value(measure);
    }

    private static Interval meanRate(Views views) {
        Recording recording = views.subject().recording();
        Signal rates = recording.signal(Views.RATE);
        Require.that(rates.unit().equals("spikes/s"), "unit of " + Views.RATE, rates.unit(), "spikes/s");
        double sum = 0;
        long samples = 0;
        for (int trial = 0; trial < rates.trials(); trial++) {
            int end = Math.min(recording.trials().get(trial).end(), rates.steps());
            for (int step = 0; step < end; step++) {
                for (int unit = 0; unit < rates.channels().size(); unit++) {
                    sum += rates.get(trial, step, unit);
                    samples++;
                }
            }
        }
        return new Interval(sum / samples, Double.NaN, Double.NaN);
    }
}
