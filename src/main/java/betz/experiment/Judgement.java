// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Bootstrap;
import betz.analysis.Comparison;
import betz.analysis.FalseStarts;
import betz.analysis.Finding;
import betz.analysis.HandleForce;
import betz.analysis.LoadResponse;
import betz.analysis.Tracing;
import betz.data.Recording;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of the training, and how it compares.
 *
 * @param lessons what the reference did
 * @param network what the scenario is about
 * @param baselines other networks that learnt the same
 * @param perturbed the held-out trials again, under each perturbation that the scenario asks for
 */
record Judgement(Lessons lessons, Trained network, List<Trained> baselines, List<Perturbed> perturbed) {
    Judgement {
        baselines = List.copyOf(baselines);
        perturbed = List.copyOf(perturbed);
    }

    /** Judges networks: the scenario's own, then its baselines; all noise in the trials comes from a seed. */
    static Judgement of(Scenario scenario, Lessons lessons, List<Trained> trained, long seed) {
        Trained network = trained.get(0);
        return new Judgement(
                lessons, network, trained.subList(1, trained.size()), Perturbed.of(scenario, lessons, network, seed));
    }

    /** Returns how reference and network stay where the go cue does not come; nothing where it always comes. */
    Optional<Finding> falseStarts(long seed) {
        return lessons.heldOut()
                .staying()
                .flatMap(target -> network.predicted()
                        .staying()
                        .map(predicted -> FalseStarts.of(target, predicted, Bootstrap.DEFAULT, seed)));
    }

    /** Tells whether the hand is to follow moving targets in the held-out trials. */
    boolean follows() {
        return lessons.heldOut().trials().follows();
    }

    /** Tells whether the hand is to stay where it is against loads in the held-out trials. */
    boolean stays() {
        return lessons.heldOut().trials().stays();
    }

    /** Tells whether the hand is to reach for targets in the held-out trials. */
    boolean reaches() {
        return !follows() && !stays();
    }

    /** Returns how a network's hand meets loads where it is to stay. */
    Optional<LoadResponse> loadResponse(Trained trained, long seed) {
        return stays() ? Optional.of(LoadResponse.of(trained.predicted(), Bootstrap.DEFAULT, seed)) : Optional.empty();
    }

    /** Tells whether the hand holds a handle in the held-out trials. */
    boolean holds() {
        return lessons.heldOut().trials().holds();
    }

    /** Returns how a network pushes the handle beside the reference; nothing where the hand is free. */
    Optional<Finding> force(Trained trained, long seed) {
        return holds()
                ? Optional.of(HandleForce.compare(target(), trained.predicted().going(), Bootstrap.DEFAULT, seed))
                : Optional.empty();
    }

    /** Returns how a network follows moving targets beside the reference; nothing where targets are reached for. */
    Optional<Finding> tracing(Scenario scenario, Trained trained) {
        return follows()
                ? Optional.of(Tracing.of(
                        target(),
                        trained.predicted().going(),
                        scenario.evaluation().onset(),
                        Bootstrap.DEFAULT,
                        scenario.seed()))
                : Optional.empty();
    }

    /** Returns the trained network's state. */
    Checkpoint state() {
        return network.state();
    }

    /** Returns what is to be told of how trainings ended, the network's first; baselines are named. */
    List<String> endings() {
        List<String> endings = new ArrayList<>(network.ending().stream().toList());
        for (Trained baseline : baselines) {
            baseline.ending().ifPresent(ending -> endings.add("The " + baseline.name() + " network. " + ending));
        }
        return endings;
    }

    /** Returns everything recorded of the reference in the held-out trials with a go cue. */
    Recording target() {
        return lessons.heldOut().going();
    }

    /** Returns everything recorded of the network in the held-out trials with a go cue. */
    Recording predicted() {
        return network.predicted().going();
    }

    /** Returns the comparison of the network with the reference. */
    Comparison comparison() {
        return network.comparison();
    }
}
