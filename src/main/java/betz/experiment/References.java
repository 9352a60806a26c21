// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

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
import betz.scenario.Phase;
import betz.scenario.Recorded;
import betz.scenario.Samplers;
import betz.scenario.Scenario;
import betz.train.Calibration;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
                    training((phase, given) -> taught(phase, oracle.recording(given.apply(Samplers.training(phase))))),
                    Optional.empty(),
                    oracle.recording(Samplers.heldOut(scenario, judgedSeed)),
                    Optional.empty(),
                    Optional.of(oracle::recording),
                    Map.of(),
                    List.of(),
                    List.of());
        }
        return recorded((Recorded) reference);
    }

    /** Makes what a network learns from in a scenario as it is during a phase, where targets may jump. */
    private interface Teacher {
        Recording teach(Scenario phase, UnaryOperator<TrialBatch> given) throws IOException;
    }

    /**
     * Returns the training set of every phase; phases that learn from the same share what is taught. It is what the reference does
     * without the perturbations that the network meets.
     */
    private List<Recording> training(Teacher teacher) throws IOException {
        Map<Subject, Recording> known = new HashMap<>();
        List<Recording> training = new ArrayList<>();
        for (int place = 0; place < scenario.phases().size(); place++) {
            Phase phase = scenario.phases().get(place);
            var subject = Subject.of(scenario, place);
            var given = new GivenPerturbations(phase, scenario.seed(), place);
            if (!known.containsKey(subject)) {
                known.put(subject, teacher.teach(scenario.during(phase), given::withTaskParts));
            }
            training.add(given.to(known.get(subject)));
        }
        return training;
    }

    /** Adds what is imitated and follows from the hand. */
    private static Recording taught(Scenario phase, Recording training) {
        boolean joints = TeachingSignals.of(phase).contains("joint.angle");
        return joints ? Postures.added(phase.effector(), training) : training;
    }

    private Lessons cortex(TunedCortex cortex) throws IOException {
        Calibration calibration =
                scenario.calibration().fit(cortex, scenario.effector(), scenario.dt(), scenario.seed());
        var layer = cortex.layer(calibration.readout(), scenario.seed());
        var rollout = new Rollout(scenario.periphery(cortex.feedback()));
        var draws = new Draws(scenario.seed(), Draws.TAUGHT, 0);
        List<Recording> training = training((phase, given) ->
                rollout.keep(TeachingSignals.of(phase), layer, given.apply(Samplers.training(phase)), draws, workers));
        Lessons.Acting acting = trials -> rollout.run(layer, trials, new Draws(judgedSeed, Draws.SHOWN, 0));
        return new Lessons(
                training,
                Optional.empty(),
                acting.in(Samplers.heldOut(scenario, judgedSeed)),
                Optional.of(layer),
                Optional.of(acting),
                Map.of("readout_r2", calibration.fit()),
                List.of(),
                calibration.warning().stream().toList());
    }

    private Lessons recorded(Recorded recorded) throws IOException {
        RecordedReaches reaches = RecordedReaches.read(
                recorded.file(), scenario.dt(), scenario.effector().home(), recorded.layout());
        RecordedReaches.Split split = reaches.split(scenario.seed());
        return new Lessons(
                training((phase, given) -> taught(phase, split.training())),
                Optional.of(split.training()),
                split.heldOut(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                reaches.notes(),
                List.of());
    }
}
