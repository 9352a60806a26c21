// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.train.Bptt;
import betz.train.Extent;
import betz.train.Schedule;
import betz.train.Training;
import java.util.ArrayList;
import java.util.List;

/** What must hold between an optimiser and what else a training is told. */
final class TrainingRules {
    private TrainingRules() {}

    /** A search along a line compares losses, which is meaningless between losses of different trials. */
    static List<Rule.Breach> searchSeesAllTrials(Scenario scenario) {
        Training training = scenario.training();
        if (!needsAllTrials(training) || training.batch() == training.trials()) {
            return List.of();
        }
        String expected =
                training.trials() + ", training.trials, since the optimiser lbfgs needs all of them in every update";
        return List.of(new Rule.Breach("training.batch", Integer.toString(training.batch()), expected, null));
    }

    /** A search along a line finds its own step size. */
    static List<Rule.Breach> searchHasNoRate(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        if (needsAllTrials(scenario.training()) && scenario.training().rule() instanceof Bptt rule) {
            String why = ", since the optimiser lbfgs has no rate";
            if (!(rule.schedule() instanceof Schedule.Constant)) {
                breaches.add(
                        new Rule.Breach("training.rule.schedule", Kinds.name(rule.schedule()), "constant" + why, null));
            }
            if (rule.warmUp() > 0) {
                breaches.add(new Rule.Breach("training.rule.warmUp", Integer.toString(rule.warmUp()), "0" + why, null));
            }
        }
        return breaches;
    }

    /** A search along a line needs the gradient of the loss that it computes. */
    static List<Rule.Breach> searchIsExact(Scenario scenario) {
        if (needsAllTrials(scenario.training())
                && scenario.training().rule() instanceof Bptt rule
                && !(rule.extent() instanceof Extent.Whole)) {
            String expected = "whole, since the optimiser lbfgs needs the exact gradient";
            return List.of(new Rule.Breach("training.rule.extent", Kinds.name(rule.extent()), expected, null));
        }
        return List.of();
    }

    /** A trial is cut between steps. */
    static List<Rule.Breach> cutsAreSteps(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        if (scenario.training().rule() instanceof Bptt rule && rule.extent() instanceof Extent.Truncated truncated) {
            ScenarioRules.multipleOfStep(scenario, "training.rule.extent.window", truncated.window(), 1)
                    .ifPresent(breaches::add);
            ScenarioRules.multipleOfStep(scenario, "training.rule.extent.stride", truncated.stride(), 1)
                    .ifPresent(breaches::add);
        }
        return breaches;
    }

    /** Trials that are set aside and never looked at are lost. */
    static List<Rule.Breach> looksAreTaken(Scenario scenario) {
        Training training = scenario.training();
        boolean isEver = training.stop().every() <= Math.max(1, training.iterations());
        if (!training.stop().setsAside() || isEver) {
            return List.of();
        }
        String expected =
                training.iterations() + " or less, training.iterations, or trials set aside are never looked at";
        return List.of(new Rule.Breach(
                "training.stop.every", Integer.toString(training.stop().every()), expected, null));
    }

    private static boolean needsAllTrials(Training training) {
        return training.rule() instanceof Bptt rule && rule.needsAllTrials();
    }
}
