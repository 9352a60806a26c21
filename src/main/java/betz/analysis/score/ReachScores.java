// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Bootstrap;
import betz.analysis.Interval;
import betz.analysis.OnsetRule;
import betz.analysis.movement.Fitts;
import betz.analysis.movement.Kinematics;
import betz.analysis.movement.TwoThirds;
import betz.common.Require;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the rows of reaching hands are measured. */
final class ReachScores {
    private static final double CENTIMETRES = 100;
    private static final double MILLISECONDS = 1000;
    private static final double DEGREES = 180 / Math.PI;

    private ReachScores() {}

    static Map<String, Measuring> all() {
        var all = new LinkedHashMap<String, Measuring>();
        all.put("peak_to_mean_speed", views -> kinematics(views, "peak_to_mean_speed", 1));
        all.put("peak_time", views -> kinematics(views, "peak_time", 1));
        all.put("linearity", views -> kinematics(views, "linearity", 1));
        all.put("path_ratio", views -> kinematics(views, "path_ratio", 1));
        all.put("minimum_jerk_correlation", views -> kinematics(views, "minimum_jerk_correlation", 1));
        all.put("smoothness", views -> kinematics(views, "smoothness", 1));
        all.put("log_jerk", views -> kinematics(views, "log_dimensionless_jerk", 1));
        all.put("direction_sd", views -> kinematics(views, "direction_error_sd", DEGREES));
        all.put("peak_speed", views -> tenCentimetres(views, "peak_speed", CENTIMETRES));
        all.put("reaction_time", views -> kinematics(views, "reaction_time", MILLISECONDS));
        all.put("movement_time", views -> tenCentimetres(views, "movement_time", MILLISECONDS));
        all.put(
                "fitts_slope",
                views -> Measuring.scaled(views.find(fitts(views.rule())).value("slope"), MILLISECONDS));
        all.put("power_law_exponent", ReachScores::powerLaw);
        all.put("end_ellipse_ratio", views -> kinematics(views, "end_ellipse_ratio", 1));
        return all;
    }

    private static Fitts fitts(OnsetRule rule) {
        Fitts usual = Fitts.DEFAULT;
        return new Fitts(
                rule.cutoff(),
                rule.fraction(),
                rule.dip(),
                usual.index(),
                usual.widths(),
                usual.width(),
                usual.resamples(),
                usual.level());
    }

    private static TwoThirds twoThirds(OnsetRule rule) {
        TwoThirds usual = TwoThirds.DEFAULT;
        return new TwoThirds(
                rule.cutoff(),
                rule.fraction(),
                usual.trim(),
                usual.derivative(),
                usual.window(),
                usual.degree(),
                usual.resamples(),
                usual.level());
    }

    private static Interval powerLaw(Views views) {
        boolean follows = views.subject().recording().trials().follows();
        Require.that(follows, "movements", "reaches", "hands that follow a curved path");
        return views.find(twoThirds(views.rule())).value("exponent");
    }

    private static Interval kinematics(Views views, String measure, double factor) {
        OnsetRule rule = views.rule();
        Bootstrap bootstrap = Bootstrap.DEFAULT;
        var kinematics = new Kinematics(
                rule.cutoff(),
                rule.order(),
                rule.fraction(),
                rule.dip(),
                rule.slowest(),
                bootstrap.resamples(),
                bootstrap.level());
        var found = views.find(kinematics);
        boolean told = found.measures().stream().anyMatch(one -> one.name().equals(measure));
        Require.that(told, "trials", "one of each condition", "repeats, which vary");
        Interval interval = found.value(measure);
        Require.that(Double.isFinite(interval.value()), measure, "not a number", "reaches that tell it");
        return Measuring.scaled(interval, factor);
    }

    private static Interval tenCentimetres(Views views, String measure, double factor) {
        views.needTenCentimetres();
        return kinematics(views, measure, factor);
    }
}
