// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.Inherits;
import betz.common.Require;
import betz.data.Perturbation;
import betz.network.Part;
import betz.task.DelayedReach;
import betz.task.Task;
import betz.train.Training;
import java.util.List;

/**
 * One phase of a curriculum: in what it differs from the scenario.
 *
 * @param name for the reader; empty for none
 * @param task what the hand is asked to do meanwhile
 * @param training how the network learns meanwhile
 * @param frozen parts of every layer that do not learn meanwhile, beside those that the network's structure names
 * @param perturbation in its trials
 * @param catches trials that have another one
 */
@About("One phase of a curriculum: what it does not name is as in the scenario.")
public record Phase(
        @About("Names it in the report.") String name,

        @Inherits
        @About("What the hand is asked to do meanwhile; keys that are absent are those of the scenario's task.")
        Task task,

        @Inherits
        @About(
                "How the network learns meanwhile; keys that are absent are those of the scenario's training. The mode and"
                        + " the iterations between checkpoints are the same in all phases.")
        Training training,

        @About("Parts of every layer that do not learn meanwhile, beside those that the network's structure names.")
        List<Part> frozen,

        @About("What is done to body, brain, sight of the hand or target in the trials of its training set.")
        Perturbation perturbation,

        @About("Trials that have another perturbation instead.")
        Catches catches) {
    /** As the scenario, and all parts learn. */
    public static final Phase DEFAULT = new Phase("", DelayedReach.DEFAULT, Training.DEFAULT, List.of());

    /** Describes a phase without perturbations. */
    public Phase(String name, Task task, Training training, List<Part> frozen) {
        this(name, task, training, frozen, Perturbation.None.DEFAULT, Catches.DEFAULT);
    }

    public Phase {
        frozen = List.copyOf(frozen);
        Require.that(
                !frozen.containsAll(List.of(Part.values())),
                "frozen",
                "all parts",
                "a part less, so that something learns");
    }

    /** Tells whether anything is done in any of its trials. */
    public boolean isPerturbed() {
        return !perturbation.isNone()
                || (catches.share() > 0 && !catches.perturbation().isNone());
    }

    /** Returns how a person calls it: by its place, from 1, and its name. */
    public String called(int place) {
        return (place + 1) + (name.isEmpty() ? "" : ", " + name);
    }
}
