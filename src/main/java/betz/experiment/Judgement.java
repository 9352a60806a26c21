// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.data.Recording;
import betz.train.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the training, and how it compares.
 *
 * @param lessons what the reference did
 * @param network what the scenario is about
 * @param baselines other networks that learnt the same
 */
record Judgement(Lessons lessons, Trained network, List<Trained> baselines) {
    Judgement {
        baselines = List.copyOf(baselines);
    }

    /** Judges networks: the scenario's own, then its baselines. */
    static Judgement of(Lessons lessons, List<Trained> trained) {
        return new Judgement(lessons, trained.get(0), trained.subList(1, trained.size()));
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

    /** Returns everything recorded of the network in the held-out trials. */
    Recording predicted() {
        return network.predicted();
    }

    /** Returns the comparison of the network with the reference. */
    Comparison comparison() {
        return network.comparison();
    }
}
