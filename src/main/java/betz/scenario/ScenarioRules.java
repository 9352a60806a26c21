// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.BadSetting;
import betz.cortex.TunedCortex;
import betz.data.Feedback;
import betz.data.Point;
import betz.network.Leaky;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What settings must hold together. */
final class ScenarioRules {
    /** Directions in which a target is tried, for the check of reach. */
    private static final int DIRECTIONS = 16;

    private static final double ROUNDING = 1e-6;

    static final List<Rule<Scenario>> ALL = List.of(
            ScenarioRules::stepSuitsMuscles,
            ScenarioRules::stepSuitsUnits,
            ScenarioRules::delaysAreSteps,
            ScenarioRules::targetsAreInReach,
            ScenarioRules::recordingIsThere,
            ScenarioRules::trialsAreShort);

    private ScenarioRules() {}

    /** Returns what is allowed but doubtful. */
    static List<String> warnings(Scenario scenario) {
        return scenario.effector().checkStep(scenario.dt()).stream().toList();
    }

    private static List<Rule.Breach> stepSuitsMuscles(Scenario scenario) {
        try {
            var unused = scenario.effector().checkStep(scenario.dt());
            return List.of();
        } catch (BadSetting bad) {
            return List.of(new Rule.Breach("dt", ms(scenario.dt()), bad.expected(), null));
        }
    }

    private static List<Rule.Breach> stepSuitsUnits(Scenario scenario) {
        if (scenario.network() instanceof Leaky leaky && scenario.dt() > leaky.tau() / 2 + 1e-12) {
            return List.of(new Rule.Breach(
                    "network.tau", ms(leaky.tau()), "at least " + ms(2 * scenario.dt()) + ", twice dt", null));
        }
        return List.of();
    }

    private static List<Rule.Breach> delaysAreSteps(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>(delays(scenario, "feedback", scenario.feedback()));
        if (scenario.reference() instanceof TunedCortex cortex) {
            breaches.addAll(delays(scenario, "reference.feedback", cortex.feedback()));
        }
        return breaches;
    }

    private static List<Rule.Breach> delays(Scenario scenario, String path, Feedback feedback) {
        List<Rule.Breach> breaches = new ArrayList<>();
        check(scenario, path + ".vision.delay", feedback.vision().delay(), breaches);
        check(
                scenario,
                path + ".proprioception.delay",
                feedback.proprioception().delay(),
                breaches);
        return breaches;
    }

    private static void check(Scenario scenario, String path, double delay, List<Rule.Breach> breaches) {
        double steps = delay / scenario.dt();
        if (Math.abs(steps - Math.rint(steps)) > ROUNDING) {
            breaches.add(new Rule.Breach(
                    path, ms(delay), "a multiple of dt, " + ms(scenario.dt()), ms(Math.rint(steps) * scenario.dt())));
        } else if (steps > scenario.task().longest() / scenario.dt() - ROUNDING) {
            breaches.add(new Rule.Breach(
                    path,
                    ms(delay),
                    "less than the trial, " + ms(scenario.task().longest()),
                    null));
        }
    }

    private static List<Rule.Breach> targetsAreInReach(Scenario scenario) {
        var effector = scenario.effector();
        double[] joint = effector.startJoint();
        Point start = effector.hand(joint[0], joint[1]);
        double distance = scenario.task().farthest();
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            Point target = start.plus(distance * StrictMath.cos(angle), distance * StrictMath.sin(angle));
            if (!effector.reaches(target)) {
                return List.of(new Rule.Breach(
                        "task.distance",
                        decimal(distance * 100) + " cm",
                        "targets that the hand can reach: " + effector.workspace(),
                        null));
            }
        }
        return List.of();
    }

    private static List<Rule.Breach> recordingIsThere(Scenario scenario) {
        if (scenario.reference() instanceof Recorded recorded && !Files.isRegularFile(recorded.file())) {
            return List.of(new Rule.Breach(
                    "reference.file",
                    "'" + recorded.file() + "', which is not a file",
                    "a CSV file of recorded reaches; make one with: betz import RECORDING --to FILE.csv",
                    null));
        }
        return List.of();
    }

    private static List<Rule.Breach> trialsAreShort(Scenario scenario) {
        double steps = scenario.task().longest() / scenario.dt();
        if (steps <= 100_000) {
            return List.of();
        }
        return List.of(new Rule.Breach(
                "dt",
                ms(scenario.dt()),
                "a step of which a trial of " + ms(scenario.task().longest()) + " has at most 100000",
                null));
    }

    private static String ms(double seconds) {
        return decimal(seconds * 1000) + " ms";
    }

    /** Returns a number as a person would write it. */
    private static String decimal(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
