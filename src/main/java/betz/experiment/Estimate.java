// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.cortex.TunedCortex;
import betz.data.Perturbation;
import betz.effector.Effector;
import betz.loop.Network;
import betz.scenario.Recorded;
import betz.scenario.Samplers;
import betz.scenario.Scenario;
import betz.train.Adam;
import betz.train.Bptt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run will cost, before it runs.
 *
 * @param parameters number of weights
 * @param bytes most memory at once: of training, most of it the history of a batch, or of the held-out trials
 * @param seconds time of training with two threads
 */
public record Estimate(long parameters, long bytes, double seconds) {
    /** Multiplications and additions per weight, trial and step, forward and back. */
    private static final double OPERATIONS = 6;
    /**
     * Operations per second on two threads. Fitted with {@link #BODY} to the quickstart's leaky network and a GRU of 128 units (5.7
     * and 13 us per trial and step, batch 24, arm26, JDK 17, two cores of an AMD EPYC that other machines used as well).
     */
    private static final double SPEED = 3e10;
    /** Time of a trial and step that does not grow with the weights, most of it the body, on two threads, s. */
    private static final double BODY = 1.5e-6;
    /** Charts and what else does not grow with the scenario, bytes: what runs of five sizes needed beyond the rest. */
    private static final double ALWAYS = 15e6;

    /** Weights, moments of Adam and gradients, whole, per shard and packed, bytes. */
    private static final int PER_WEIGHT = 200;

    /** Position and velocity of the hand. */
    private static final int HAND = 4;

    private static final int FLOAT = 4;
    private static final int DOUBLE = 8;

    private static final double MEBIBYTE = 1 << 20;

    /** Estimates the run of a scenario. */
    public static Estimate of(Scenario scenario) {
        double steps = steps(scenario);
        double judged = steps * scenario.evaluation().trials();
        List<Learner> learners = Learner.of(scenario, Results.DEFAULT);
        List<Scenario> phases = scenario.phases().stream().map(scenario::during).toList();
        Map<Subject, Double> trials = new HashMap<>();
        for (int place = 0; place < phases.size(); place++) {
            trials.put(Subject.of(scenario, place), trials(phases.get(place)));
        }
        double taught =
                trials.values().stream().mapToDouble(Double::doubleValue).sum();
        double recorded =
                DOUBLE * judged * (recordedRows(scenario) + referenceUnits(scenario) + spikingUnits(scenario));
        double others = learners.stream()
                .skip(1)
                .mapToDouble(other -> DOUBLE * judged * (recordedRows(scenario) + units(other)))
                .sum();
        double perturbed = DOUBLE * judged * perturbedRows(scenario, learners.get(0));
        double most = learners.stream()
                .mapToDouble(learner -> Math.max(
                        training(phases, learner),
                        judging(scenario, learner) + (learner == learners.get(0) ? perturbed : 0)))
                .max()
                .orElse(0);
        double seconds = learners.stream()
                .flatMapToDouble(learner -> phases.stream().mapToDouble(phase -> seconds(phase, learner)))
                .sum();
        long parameters = learners.get(0).network().weights();
        return new Estimate(parameters, (long) (ALWAYS + taught + recorded + others + most), seconds);
    }

    /** Returns what the training set of a phase keeps, bytes. */
    private static double trials(Scenario phase) {
        return DOUBLE
                * TeachingSignals.channels(phase)
                * steps(phase)
                * phase.training().trials();
    }

    private static double steps(Scenario scenario) {
        try {
            return Samplers.of(scenario).longest() / scenario.dt() + 1;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double seconds(Scenario scenario, Learner learner) {
        double samples = steps(scenario) * scenario.training().batch();
        double body = learner.network().feels() ? BODY : 0;
        double step = OPERATIONS * learner.network().weights() / SPEED + body;
        return scenario.training().iterations() * samples * step;
    }

    /** Returns what training one network keeps at once in any phase, bytes. */
    private static double training(List<Scenario> phases, Learner learner) {
        return phases.stream()
                .mapToDouble(phase -> training(phase, learner))
                .max()
                .orElse(0);
    }

    private static double training(Scenario scenario, Learner learner) {
        var training = scenario.training();
        double samples = steps(scenario) * (training.batch() + training.stop().setAside(training.trials()));
        double rates = training.loss().needsRates() ? 2 * units(learner) : 0; // with their gradients
        double moments = training.rule() instanceof Bptt rule ? rule.optimiser().moments() : 0;
        double perWeight = PER_WEIGHT + 2 * DOUBLE * Math.max(0, moments - Adam.DEFAULT.moments());
        return samples * (history(learner) + DOUBLE * (loopRows(scenario, learner) + rates))
                + perWeight * learner.network().weights();
    }

    /** Returns what judging one network keeps at once, bytes. */
    private static double judging(Scenario scenario, Learner learner) {
        double judged = steps(scenario) * scenario.evaluation().trials();
        double recording = DOUBLE * judged * (recordedRows(scenario) + units(learner));
        double rollout = judged * (history(learner) + DOUBLE * bodyRows(scenario));
        double archive = FLOAT * judged * Math.max(units(learner), referenceUnits(scenario));
        return recording + Math.max(rollout, archive);
    }

    /** Returns the channels that are kept of the held-out trials under perturbations, by the network and by a reference that meets them. */
    private static double perturbedRows(Scenario scenario, Learner network) {
        double rows = 0;
        for (Perturbation perturbation : scenario.evaluation().perturbations()) {
            if (!perturbation.isNone()) {
                rows += recordedRows(scenario) + units(network) + referenceRows(scenario, perturbation);
            }
        }
        return rows;
    }

    /** Returns the channels of what a reference does under a perturbation; none where it cannot meet it. */
    private static double referenceRows(Scenario scenario, Perturbation perturbation) {
        if (scenario.reference() instanceof TunedCortex) {
            return recordedRows(scenario) + referenceUnits(scenario) + spikingUnits(scenario);
        }
        return scenario.reference() instanceof Recorded
                        || perturbation.taskPart().isNone()
                ? 0
                : HAND;
    }

    private static double units(Learner learner) {
        return learner.network().units();
    }

    /** Returns what the network keeps of a trial and step, bytes. */
    private static double history(Learner learner) {
        Network network = learner.network();
        return FLOAT * (double) network.cell().history(network.inputs(), network.outputs());
    }

    /** Returns the values that the loop around a network keeps of a trial and step. */
    private static double loopRows(Scenario scenario, Learner learner) {
        return learner.network().feels()
                ? bodyRows(scenario)
                : 2.0 * learner.network().outputs() + 1;
    }

    /** Returns the values that the closed loop keeps of a trial and step: states, senses, commands, gradients. */
    private static double bodyRows(Scenario scenario) {
        Effector effector = scenario.effector();
        double noise = scenario.motorNoise().isSilent() ? 0 : 2.0 * effector.muscles(); // what arrives, and its slope
        double reflex = scenario.reflex().isOff() ? 0 : 2.0 * effector.muscles(); // what it adds, and what arrives
        double senses = scenario.periphery(scenario.feedback()).sensed();
        return effector.states() + 2 * senses + 2.0 * effector.muscles() + 1 + noise + reflex;
    }

    /** Returns the channels of a recording without its units: hand, joints, excitations, activations, forces, reflexes. */
    private static double recordedRows(Scenario scenario) {
        return HAND
                + 2
                + (scenario.reflex().isOff() ? 3.0 : 4.0) * scenario.effector().muscles();
    }

    private static double referenceUnits(Scenario scenario) {
        return scenario.reference() instanceof TunedCortex cortex ? cortex.units() + (double) cortex.planning() : 0;
    }

    /** Returns the units of the reference whose spikes are recorded beside their rates. */
    private static double spikingUnits(Scenario scenario) {
        return scenario.reference() instanceof TunedCortex cortex && cortex.pool() > 0 ? cortex.units() : 0;
    }

    /** Returns the estimate in words. */
    public List<String> lines() {
        return List.of(
                String.format(Locale.ROOT, "parameters: %,d", parameters),
                String.format(Locale.ROOT, "memory: about %.0f MiB", Math.max(1, bytes / MEBIBYTE)),
                String.format(Locale.ROOT, "training: about %.0f s with two threads", Math.max(1, seconds)));
    }
}
