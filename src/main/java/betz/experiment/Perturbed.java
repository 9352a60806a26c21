// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Bootstrap;
import betz.analysis.PerturbationResponse;
import betz.data.Perturbation;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.scenario.Scenario;
import betz.scenario.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The held-out trials under one perturbation.
 *
 * @param name the perturbation's word, with a number where others are alike
 * @param perturbation what was done
 * @param network what the trained network did
 * @param reference what the reference did, if it can meet the perturbation: a cortex meets any, a closed form what is asked of the hand
 */
record Perturbed(String name, Perturbation perturbation, Act network, Optional<Act> reference) {

    private static final Pattern COUNT = Pattern.compile("-([0-9]+)$");

    /**
     * What one of them did.
     *
     * @param recording everything recorded under the perturbation
     * @param response of the trials with a go cue, against the same trials without the perturbation
     */
    record Act(Recording recording, PerturbationResponse response) {
        /** Returns what was recorded in the trials with a go cue. */
        Recording going() {
            return recording.going();
        }
    }

    /** Returns the name as people read it, such as {@code Target jump no. 2}, since what is counted is not how strong it is. */
    String title() {
        return betz.experiment.Words.capital(
                COUNT.matcher(name).replaceFirst(" no. $1").replace('-', ' '));
    }

    /** Runs the held-out trials under each perturbation that a scenario asks for; all noise comes from a seed. */
    static List<Perturbed> of(Scenario scenario, Lessons lessons, Trained trained, long seed) {
        List<Perturbed> perturbed = new ArrayList<>();
        for (Perturbation perturbation : scenario.evaluation().perturbations()) {
            if (!perturbation.isNone()) {
                String name = name(perturbation, perturbed);
                perturbed.add(of(name, perturbation, lessons, trained, seed));
            }
        }
        return perturbed;
    }

    private static String name(Perturbation perturbation, List<Perturbed> before) {
        String word = Words.kind(perturbation);
        long alike = before.stream()
                .filter(other -> other.name.matches(word + "(-[0-9]+)?"))
                .count();
        return alike == 0 ? word : word + "-" + (alike + 1);
    }

    private static Perturbed of(String name, Perturbation perturbation, Lessons lessons, Trained trained, long seed) {
        TrialBatch trials = lessons.heldOut().trials().with(perturbation);
        Learner learner = trained.learner();
        Recording acted = learner.act(learner.weights(trained.state()), trials, seed);
        boolean met = lessons.cortex().isPresent() || !perturbation.taskPart().isNone();
        return new Perturbed(
                name,
                perturbation,
                act(trained.predicted(), acted, seed),
                lessons.acting().filter(acting -> met).map(acting -> act(lessons.heldOut(), acting.in(trials), seed)));
    }

    private static Act act(Recording without, Recording with, long seed) {
        return new Act(with, PerturbationResponse.of(without.going(), with.going(), Bootstrap.DEFAULT, seed));
    }
}
