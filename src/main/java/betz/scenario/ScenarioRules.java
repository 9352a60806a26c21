// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Steps;
import betz.cortex.TunedCortex;
import betz.data.Feedback;
import betz.effector.Arm;
import betz.effector.Effector;
import betz.io.RecordedLayout;
import betz.network.Cell;
import betz.network.Layer;
import betz.network.Leaky;
import betz.network.Start;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What settings must hold together. */
final class ScenarioRules {
    private static final double ROUNDING = 1e-6;

    /** Penalty of the read-out of single cells that serves reaching best, in units of the cost of their noise. */
    private static final double SPIKING_PENALTY = 10;

    /** What holds in every phase of a training. */
    static final List<Rule<Scenario>> EACH = List.of(
            BodyRules::stepSuitsMuscles,
            BodyRules::musclesSuitTheirPaths,
            BodyRules::startCanBeHeld,
            BodyRules::everyStartCanBeHeld,
            ScenarioRules::stepSuitsUnits,
            ScenarioRules::conditionsHaveTheirStarts,
            ScenarioRules::delaysAreSteps,
            TaskRules::tableIsSound,
            TaskRules::targetsAreInReach,
            ScenarioRules::cortexCanBeCalibrated,
            ScenarioRules::filtersSuitTheStep,
            ScenarioRules::recordingIsThere,
            TaskRules::trialsAreShort,
            TaskRules::cortexReaches,
            TaskRules::startsSuitCortex,
            PostureRules::areSound,
            HandleRules::areSound,
            ImitationRules::outputsSuit,
            ImitationRules::referenceHasIt,
            ImitationRules::startIsKnown,
            TrainingRules::searchSeesAllTrials,
            TrainingRules::looksAreTaken,
            TrainingRules::searchHasNoRate,
            TrainingRules::searchIsExact,
            TrainingRules::cutsAreSteps,
            ImitationRules::termsCount,
            LossRules::referenceHasIt,
            LossRules::unitsHaveOneDrive);

    static final List<Rule<Scenario>> ALL = Stream.concat(
                    EACH.stream(),
                    Stream.of(
                            CurriculumRules::phasesAreSound,
                            CurriculumRules::phasesShare,
                            CurriculumRules::tasksCount,
                            PerturbationRules::catchesAreCaught,
                            PerturbationRules::areSound,
                            AnalysisRules::settingsCount,
                            AnalysisRules::areDistinct))
            .toList();

    private ScenarioRules() {}

    /** Returns what is allowed but doubtful. */
    static List<String> warnings(Scenario scenario) {
        List<String> warnings = new ArrayList<>(
                scenario.effector().checkStep(scenario.dt()).stream().toList());
        penaltySuitsPools(scenario).ifPresent(warnings::add);
        warnings.addAll(AreaRules.sensesMeetAreas(scenario));
        warnings.addAll(PerturbationRules.missTrials(scenario));
        return warnings;
    }

    /** A read-out that was fitted as if units did not spike amplifies their noise. */
    private static Optional<String> penaltySuitsPools(Scenario scenario) {
        if (!(scenario.reference() instanceof TunedCortex cortex)
                || cortex.pool() == 0
                || cortex.pool() * scenario.calibration().penalty() >= 1) {
            return Optional.empty();
        }
        return Optional.of("calibration.penalty is "
                + decimal(scenario.calibration().penalty())
                + ", less than the cost of the noise of " + cortex.pool() + " Poisson cells per unit, "
                + decimal(1.0 / cortex.pool()) + ": the read-out amplifies their noise. Take ten times that cost, "
                + decimal(SPIKING_PENALTY / cortex.pool()) + ".");
    }

    private static List<Rule.Breach> stepSuitsUnits(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        layers(scenario).forEach((path, layer) -> {
            if (layer instanceof Leaky leaky && scenario.dt() > leaky.tau().low() / 2 + 1e-12) {
                String expected = "at least " + ms(2 * scenario.dt()) + ", twice dt";
                breaches.add(new Rule.Breach(path + ".tau", ms(leaky.tau().low()), expected, null));
            }
        });
        return breaches;
    }

    /** Only a task that tells its targets apart has conditions for the network to begin in. */
    private static List<Rule.Breach> conditionsHaveTheirStarts(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        int conditions = TaskRules.conditions(scenario);
        layers(scenario).forEach((path, layer) -> {
            if (layer.structure().start() instanceof Start.PerCondition each && conditions > each.conditions()) {
                String found = Integer.toString(each.conditions());
                String expected = conditions + " or more, as many as the task has conditions";
                breaches.add(new Rule.Breach(path + ".structure.start.conditions", found, expected, null));
            }
        });
        return breaches;
    }

    /** Returns the network and its baselines, by their paths. */
    static Map<String, Cell> networks(Scenario scenario) {
        Map<String, Cell> networks = new LinkedHashMap<>();
        networks.put("network", scenario.network());
        for (int i = 0; i < scenario.baselines().size(); i++) {
            networks.put("baselines." + i, scenario.baselines().get(i));
        }
        return networks;
    }

    /** Returns the layers of the network and its baselines, by their paths. */
    static Map<String, Layer> layers(Scenario scenario) {
        Map<String, Layer> layers = new LinkedHashMap<>();
        networks(scenario).forEach((path, cell) -> {
            if (cell instanceof Layer layer) {
                layers.put(path, layer);
            } else {
                for (int i = 0; i < cell.layers().size(); i++) {
                    layers.put(path + ".layers." + i, cell.layers().get(i));
                }
            }
        });
        return layers;
    }

    private static List<Rule.Breach> delaysAreSteps(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>(delays(scenario, "feedback", scenario.feedback()));
        if (scenario.reference() instanceof TunedCortex cortex) {
            breaches.addAll(delays(scenario, "reference.feedback", cortex.feedback()));
        }
        if (!scenario.reflex().isOff()) {
            check(scenario, "reflex.delay", scenario.reflex().delay(), breaches);
        }
        return breaches;
    }

    private static List<Rule.Breach> delays(Scenario scenario, String path, Feedback feedback) {
        List<Rule.Breach> breaches = new ArrayList<>();
        for (Key key : Key.of(Feedback.class)) {
            if (key.valueIn(feedback) instanceof Feedback.Modality modality && modality.enabled()) {
                check(scenario, path + "." + key.name() + ".delay", modality.delay(), breaches);
            }
        }
        return breaches;
    }

    private static void check(Scenario scenario, String path, double delay, List<Rule.Breach> breaches) {
        double steps = delay / scenario.dt();
        Optional<Rule.Breach> uneven = multipleOfStep(scenario, path, delay, 0);
        uneven.ifPresent(breaches::add);
        if (uneven.isEmpty()
                && TaskRules.usesTask(scenario)
                && steps > TaskRules.longest(scenario) / scenario.dt() - ROUNDING) {
            breaches.add(
                    new Rule.Breach(path, ms(delay), "less than the trial, " + ms(TaskRules.longest(scenario)), null));
        }
    }

    /** Returns what is wrong with a time that must be a multiple of dt, and at least so many, if anything. */
    static Optional<Rule.Breach> multipleOfStep(Scenario scenario, String path, double time, int least) {
        double dt = scenario.dt();
        return Steps.areWhole(time, dt) && Math.rint(time / dt) >= least
                ? Optional.empty()
                : Optional.of(new Rule.Breach(
                        path, ms(time), "a multiple of dt, " + ms(dt), ms(Math.max(least, Math.rint(time / dt)) * dt)));
    }

    private static List<Rule.Breach> cortexCanBeCalibrated(Scenario scenario) {
        Effector effector = scenario.effector();
        if (!(scenario.reference() instanceof TunedCortex)) {
            return List.of();
        }
        if (!(effector instanceof Arm)) {
            String expected = Words.or(Kinds.names(Arm.class))
                    + ", bodies that a tuned cortex learns to move; or another reference";
            return List.of(new Rule.Breach("effector", Kinds.name(effector), expected, null));
        }
        var calibration = scenario.calibration();
        int directions = calibration.directions();
        List<Rule.Breach> breaches = new ArrayList<>();
        breaches.addAll(beyondReach(effector, "calibration.distance", calibration.distance(), directions));
        breaches.addAll(beyondReach(effector, "calibration.shortDistance", calibration.shortDistance(), directions));
        return breaches;
    }

    /** Tries targets spaced evenly on a circle around the hand's start. */
    private static List<Rule.Breach> beyondReach(Effector effector, String path, double distance, int targets) {
        if (!effector.reachesAround(distance, targets)) {
            String expected = "targets that the hand can reach: " + effector.workspace();
            return List.of(new Rule.Breach(path, cm(distance), expected, null));
        }
        return List.of();
    }

    /** A sampled path holds no frequency above half its sampling rate. */
    private static List<Rule.Breach> filtersSuitTheStep(Scenario scenario) {
        List<Rule.Breach> breaches = new ArrayList<>();
        cutoff(
                scenario,
                "evaluation.onset.cutoff",
                scenario.evaluation().onset().cutoff(),
                breaches);
        if (scenario.reference() instanceof Recorded recorded) {
            RecordedLayout layout = recorded.layout();
            cutoff(scenario, "reference.layout.lowpass", layout.lowpass(), breaches);
            cutoff(scenario, "reference.layout.onset.cutoff", layout.onset().cutoff(), breaches);
        }
        return breaches;
    }

    private static void cutoff(Scenario scenario, String path, double cutoff, List<Rule.Breach> breaches) {
        double limit = 0.5 / scenario.dt();
        if (cutoff >= limit) {
            String expected = "less than " + decimal(limit) + " Hz, half the rate of steps of " + ms(scenario.dt());
            breaches.add(new Rule.Breach(path, decimal(cutoff) + " Hz", expected, null));
        }
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

    static String ms(double seconds) {
        return decimal(seconds * 1000) + " ms";
    }

    static String cm(double metres) {
        return decimal(metres * 100) + " cm";
    }

    /** Returns a number as a person would write it. */
    static String decimal(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
