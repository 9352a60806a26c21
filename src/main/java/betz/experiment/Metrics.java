// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.analysis.Finding;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The headline numbers of a run, and the sentence that says them. */
final class Metrics {
    private static final double MILLIMETRES = 1000;
    private static final String DIRECTION = "direction_error_rad";
    private static final String PATH = "path_error_m";
    private static final String FORCE = "force_error_n";
    private static final String WORST = "worst_force_error_share";
    private static final double PERCENT = 100;
    private static final String CEILING = "training_means_velocity_r2";

    private Metrics() {}

    static Map<String, Double> of(Scenario scenario, Judgement judgement) {
        Finding finding = judgement.comparison().finding();
        var metrics = new LinkedHashMap<String, Double>();
        if (judgement.stays()) {
            metrics.put("hand_position_rmse_m", finding.value("position_rmse").value());
            PostureTable.metrics(judgement, scenario.seed(), metrics);
            PerturbationTable.metrics(judgement.perturbed(), metrics);
            return metrics;
        }
        metrics.put("endpoint_error_m", finding.value("predicted_end_error").value());
        metrics.put("hand_velocity_r2", finding.value("velocity_r2").value());
        metrics.put("hand_position_rmse_m", finding.value("position_rmse").value());
        metrics.put(
                "reference_endpoint_error_m", finding.value("target_end_error").value());
        judgement.tracing(scenario, judgement.network()).ifPresent(found -> traced(found, "", metrics));
        judgement.force(judgement.network(), scenario.seed()).ifPresent(found -> pushed(found, "", metrics));
        judgement
                .falseStarts(scenario.seed())
                .ifPresent(stayed -> metrics.put(
                        "false_start_share",
                        stayed.value("predicted_false_starts").value()));
        if (scenario.reference() instanceof Recorded) {
            metrics.put(CEILING, trainingMeans(scenario, judgement.lessons()));
        }
        if (!judgement.baselines().isEmpty() && !judgement.follows()) {
            metrics.put(DIRECTION, finding.value("predicted_direction_error").value());
        }
        for (Trained baseline : judgement.baselines()) {
            String name = baseline.name().replace('-', '_');
            Finding other = baseline.comparison().finding();
            metrics.put(
                    name + "_endpoint_error_m",
                    other.value("predicted_end_error").value());
            if (!judgement.follows()) {
                metrics.put(
                        name + "_" + DIRECTION,
                        other.value("predicted_direction_error").value());
            }
            judgement.tracing(scenario, baseline).ifPresent(found -> traced(found, name + "_", metrics));
            judgement.force(baseline, scenario.seed()).ifPresent(found -> pushed(found, name + "_", metrics));
        }
        PerturbationTable.metrics(judgement.perturbed(), metrics);
        return metrics;
    }

    private static void traced(Finding found, String prefix, Map<String, Double> metrics) {
        metrics.put(prefix + PATH, found.value("predicted_path_error").value());
        if (Double.isFinite(found.value("target_power_law_exponent").value())) {
            metrics.put(
                    prefix + "power_law_exponent",
                    found.value("predicted_power_law_exponent").value());
        }
    }

    private static void pushed(Finding found, String prefix, Map<String, Double> metrics) {
        metrics.put(prefix + FORCE, found.value("predicted_force_error").value());
        metrics.put(
                prefix + WORST, found.value("predicted_worst_force_error_share").value());
    }

    /** Returns R² of hand velocity that the training trials' condition means reach on the held-out trials. */
    private static double trainingMeans(Scenario scenario, Lessons lessons) {
        var means = new ConditionMeans(lessons.recorded().orElseThrow())
                .predict(lessons.heldOut().trials());
        return Comparison.of(lessons.heldOut(), means, scenario.evaluation().onset(), scenario.seed())
                .finding()
                .value("velocity_r2")
                .value();
    }

    static String verdict(Scenario scenario, Judgement judgement) {
        Map<String, Double> metrics = of(scenario, judgement);
        if (judgement.stays()) {
            return PostureTable.verdict(scenario.name(), judgement, metrics);
        }
        if (judgement.follows()) {
            return String.format(
                    Locale.ROOT,
                    "%s: in %d held-out trials the network's hand is %.1f mm from the path of the reference's (median); %s.%s",
                    scenario.name(),
                    judgement.predicted().trials().size(),
                    metrics.getOrDefault(PATH, Double.NaN) * MILLIMETRES,
                    velocity(metrics),
                    paths(judgement, metrics));
        }
        if (judgement.holds()) {
            return String.format(
                    Locale.ROOT,
                    "%s: in %d held-out trials the network's force ends %.2f N from the target's (median; in the worst direction"
                            + " %.1f %% of it); %s.%s",
                    scenario.name(),
                    judgement.predicted().trials().size(),
                    metrics.getOrDefault(FORCE, Double.NaN),
                    metrics.getOrDefault(WORST, Double.NaN) * PERCENT,
                    velocity(metrics).replace("hand velocity", "cursor's velocity"),
                    baselines(judgement));
        }
        return String.format(
                Locale.ROOT,
                "%s: in %d held-out reaches the network ends %.1f mm from the target (median; reference %.1f mm); %s.%s",
                scenario.name(),
                judgement.predicted().trials().size(),
                metrics.getOrDefault("endpoint_error_m", Double.NaN) * MILLIMETRES,
                metrics.getOrDefault("reference_endpoint_error_m", Double.NaN) * MILLIMETRES,
                velocity(metrics),
                baselines(judgement));
    }

    /** Says what tells the network from its baselines. */
    private static String baselines(Judgement judgement) {
        if (judgement.baselines().isEmpty()) {
            return "";
        }
        var text = new StringJoiner(", ", " Mean direction error: ", ".");
        text.add(direction(judgement.network()));
        judgement.baselines().forEach(baseline -> text.add(direction(baseline)));
        return text.toString();
    }

    /** Says how far from the path baselines are. */
    private static String paths(Judgement judgement, Map<String, Double> metrics) {
        if (judgement.baselines().isEmpty()) {
            return "";
        }
        var text = new StringJoiner(", ", " Path error: ", ".");
        judgement.baselines().forEach(baseline -> {
            double error = metrics.getOrDefault(baseline.name().replace('-', '_') + "_" + PATH, Double.NaN);
            text.add(String.format(Locale.ROOT, "%s %.1f mm", baseline.name(), error * MILLIMETRES));
        });
        return text.toString();
    }

    private static String direction(Trained trained) {
        double error = trained.comparison()
                .finding()
                .value("predicted_direction_error")
                .value();
        return String.format(Locale.ROOT, "%s %.1f degrees", trained.name(), Math.toDegrees(error));
    }

    private static String velocity(Map<String, Double> metrics) {
        double fit = metrics.getOrDefault("hand_velocity_r2", Double.NaN);
        if (Double.isNaN(fit)) {
            return "the reference has no velocity at any step, so that velocities cannot be compared";
        }
        String ceiling = metrics.containsKey(CEILING)
                ? String.format(Locale.ROOT, " (the training trials' own means reach %.3f)", metrics.get(CEILING))
                : "";
        return String.format(Locale.ROOT, "its hand velocity matches the reference's with R2 = %.3f%s", fit, ceiling);
    }
}
