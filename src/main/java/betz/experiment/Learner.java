// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.common.Workers;
import betz.data.Draws;
import betz.data.Field;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.loop.Imitated;
import betz.loop.Imitation;
import betz.loop.Network;
import betz.loop.NetworkController;
import betz.loop.Rollout;
import betz.network.Cell;
import betz.network.Wiring;
import betz.scenario.Phase;
import betz.scenario.Scenario;
import betz.train.Bptt;
import betz.train.Checkpoint;
import betz.train.Mode;
import betz.train.Optimiser;
import betz.train.Probe;
import betz.train.Trainer;
import betz.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One network of a scenario, from its initial weights to what it does in held-out trials. */
final class Learner {
    private static final String NETWORK = "network";

    private final Scenario scenario;
    private final String name;
    private final String setting;
    private final Path runs;
    private final Network network;
    private final Wiring wiring;

    private Learner(Scenario scenario, Cell cell, String name, String setting, Path runs) {
        this.scenario = scenario;
        this.name = name;
        this.setting = setting;
        this.runs = runs;
        int muscles = scenario.effector().muscles();
        network = scenario.training().mode() instanceof Mode.Imitation imitation
                ? Network.alone(cell, imitation.of().outputs(scenario.effector()), scenario.dt())
                : Network.of(cell, scenario.feedback(), muscles, scenario.dt());
        wiring = network.wiring(scenario.seed());
    }

    /** Returns the network of a scenario, then its baselines; each is called by its cell, the second alike with a number. */
    static List<Learner> of(Request request) {
        return of(request.scenario(), request.runs());
    }

    /** Returns them where the runs, whose weights they may begin with, are in some folder. */
    static List<Learner> of(Scenario scenario, Path runs) {
        List<Cell> cells = new ArrayList<>(List.of(scenario.network()));
        cells.addAll(scenario.baselines());
        List<Learner> learners = new ArrayList<>();
        for (Cell cell : cells) {
            String word = betz.scenario.Words.kind(cell);
            long alike = learners.stream()
                    .filter(other -> other.name.matches(word + "(-[0-9]+)?"))
                    .count();
            String name = alike == 0 ? word : word + "-" + (alike + 1);
            String setting = learners.isEmpty() ? NETWORK : "baselines." + (learners.size() - 1);
            learners.add(new Learner(scenario, cell, name, setting, runs));
        }
        return learners;
    }

    /** Returns the cell's word, which names files of a baseline. */
    String name() {
        return name;
    }

    /** Returns the path of its setting in the scenario. */
    String setting() {
        return setting;
    }

    Network network() {
        return network;
    }

    /** Returns its checkpoints below those of the run: baselines keep theirs in folders of their own. */
    Checkpoints checkpoints(Path folder, Origin origin, Progress progress) {
        Path own = setting.equals(NETWORK) ? folder : folder.resolve(name);
        return new Checkpoints(own, origin.of(name), scenario.training().checkpoint(), progress);
    }

    /** Tells whether its initial weights are given, not drawn. */
    boolean isGiven() {
        return !network.cell().weights().equals(Cell.DRAWN);
    }

    /** Returns where its initial weights come from, if they are given. */
    WeightSource source() throws IOException {
        return WeightSource.find(network.cell().weights(), runs);
    }

    /** Returns its initial weights, as parameters of its wiring. */
    double[] initial() throws IOException {
        return isGiven() ? source().read(network.layout(), wiring) : network.initial(scenario.seed());
    }

    /** Returns the phases of its curriculum; none if it learns in one. */
    List<Phase> curriculum() {
        return scenario.curriculum();
    }

    /** Returns the updates that it is asked for, in all phases. */
    int iterations() {
        return scenario.phases().stream()
                .mapToInt(phase -> phase.training().iterations())
                .sum();
    }

    /** Tells whether a state is the end of the last phase. */
    boolean isOver(Checkpoint state) {
        return !hasNext(state) && phase(state).training().isOver(state);
    }

    /** Tells whether there is a phase after that of a state. */
    boolean hasNext(Checkpoint state) {
        return state.stage().phase() + 1 < scenario.phases().size();
    }

    /** Returns the phase that a state is in. */
    Phase phase(Checkpoint state) {
        return scenario.phases().get(state.stage().phase());
    }

    /** Returns the state before the first update. */
    Checkpoint start() throws IOException {
        return Checkpoint.start(initial(), optimiser(0));
    }

    /** Returns the state at the start of the phase after that of a state which has ended. */
    Checkpoint next(Checkpoint ended) {
        int phase = ended.stage().phase();
        return ended.next(optimiser(phase), optimiser(phase + 1));
    }

    private Optimiser optimiser(int phase) {
        return ((Bptt) scenario.phases().get(phase).training().rule()).optimiser();
    }

    /** Returns the weights of a state as kernels and files have them. */
    double[] weights(Checkpoint state) {
        return wiring.weights(state.result());
    }

    /** Trains from a state to the end of the phase that it is in. */
    Checkpoint train(Recording training, Checkpoint from, Workers workers, TrainingProgress progress) {
        Phase phase = phase(from);
        var trainer = new Trainer(
                scenario.periphery(scenario.feedback()),
                network,
                training,
                phase.training(),
                scenario.seed(),
                phase.frozen());
        boolean perturbed = scenario.curriculum().stream().anyMatch(Phase::isPerturbed);
        return (perturbed ? trainer.probing(probe(from.stage().phase())) : trainer).run(from, workers, progress);
    }

    /** Returns what is measured in a phase: the field that channels look for is the last one up to it. */
    private Probe probe(int place) {
        Field field = null;
        for (Phase phase : scenario.curriculum().subList(0, place + 1)) {
            boolean acts = phase.perturbation() instanceof Field && !(phase.perturbation() instanceof Field.Channel);
            field = acts ? (Field) phase.perturbation() : field;
        }
        return new Probe(scenario.curriculum().get(place).perturbation(), field);
    }

    /** Returns what the network does with some weights; all noise comes from the seed. */
    Recording act(double[] weights, TrialBatch trials, long seed) {
        if (scenario.training().mode() instanceof Mode.Imitation imitation && imitation.of() != Imitated.EXCITATIONS) {
            return new Imitation(imitation.of(), scenario.effector()).run(network, weights, trials, Draws.judged(seed));
        }
        return new Rollout(scenario.periphery(scenario.feedback()))
                .run(new NetworkController(network, weights), trials, seed);
    }

    /** Compares what the network does after a training with what the reference did. */
    Trained judge(Lessons lessons, Checkpoint state) {
        return judge(lessons, state, scenario.seed());
    }

    /** Compares them in trials whose noise has a seed of its own. */
    Trained judge(Lessons lessons, Checkpoint state, long seed) {
        Recording predicted = act(weights(state), lessons.heldOut().trials(), seed);
        var onset = scenario.evaluation().onset();
        var comparison = Comparison.of(lessons.heldOut().going(), predicted.going(), onset, scenario.seed());
        return new Trained(this, state, predicted, comparison);
    }
}
