// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.cortex.TunedCortex;
import betz.data.Draws;
import betz.data.Recording;
import betz.data.Reference;
import betz.data.TrialBatch;
import betz.io.RecordedReaches;
import betz.loop.Postures;
import betz.loop.Rollout;
import betz.scenario.MinimumJerk;
import betz.scenario.Recorded;
import betz.scenario.Samplers;
import betz.scenario.Scenario;
import betz.train.Calibration;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a scenario's reference into lessons. */
final class References {
    private final Scenario scenario;
    private final Workers workers;
    private final long judgedSeed;

    References(Scenario scenario, Workers workers) {
        this(scenario, workers, scenario.seed());
    }

    /** Draws held-out trials, and the noise in them, by a seed of their own; the rest by the scenario's. */
    References(Scenario scenario, Workers workers, long judgedSeed) {
        this.scenario = scenario;
        this.workers = workers;
        this.judgedSeed = judgedSeed;
    }

    Lessons lessons() throws IOException {
        Reference reference = scenario.reference();
        if (reference instanceof TunedCortex cortex) {
            return cortex(cortex);
        }
        if (reference instanceof MinimumJerk oracle) {
            return new Lessons(
                    taught(oracle.recording(trainingTrials())),
                    oracle.recording(heldOutTrials()),
                    Optional.empty(),
                    Map.of(),
                    List.of(),
                    List.of());
        }
        return recorded((Recorded) reference);
    }

    /** Adds what is imitated and follows from the hand. */
    private Recording taught(Recording training) {
        boolean joints = TeachingSignals.of(scenario).contains("joint.angle");
        return joints ? Postures.added(scenario.effector(), training) : training;
    }

    private TrialBatch trainingTrials() throws IOException {
        var random = RandomStream.of(scenario.seed(), "training trials");
        return Samplers.of(scenario).sample(scenario.training().trials(), scenario.dt(), scenario.effector(), random);
    }

    private TrialBatch heldOutTrials() throws IOException {
        var random = RandomStream.of(judgedSeed, "held-out trials");
        return Samplers.of(scenario)
                .balanced(scenario.evaluation().trials(), scenario.dt(), scenario.effector(), random);
    }

    private Lessons cortex(TunedCortex cortex) throws IOException {
        Calibration calibration =
                scenario.calibration().fit(cortex, scenario.effector(), scenario.dt(), scenario.seed());
        var layer = cortex.layer(calibration.readout(), scenario.seed());
        var rollout = new Rollout(scenario.effector(), cortex.feedback(), scenario.motorNoise());
        Recording training = rollout.keep(
                TeachingSignals.of(scenario),
                layer,
                trainingTrials(),
                new Draws(scenario.seed(), Draws.TAUGHT, 0),
                workers);
        Recording heldOut = rollout.run(layer, heldOutTrials(), new Draws(judgedSeed, Draws.SHOWN, 0));
        return new Lessons(
                training,
                heldOut,
                Optional.of(layer),
                Map.of("readout_r2", calibration.fit()),
                List.of(),
                calibration.warning().stream().toList());
    }

    private Lessons recorded(Recorded recorded) throws IOException {
        RecordedReaches reaches = RecordedReaches.read(
                recorded.file(), scenario.dt(), scenario.effector().home(), recorded.layout());
        RecordedReaches.Split split = reaches.split(scenario.seed());
        return new Lessons(
                taught(split.training()), split.heldOut(), Optional.empty(), Map.of(), reaches.notes(), List.of());
    }
}
