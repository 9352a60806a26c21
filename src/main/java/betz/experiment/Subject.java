// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Phase;
import betz.scenario.Scenario;
import betz.task.Task;
import java.util.List;

/**
 * All that tells the training set of one phase from that of another.
 *
 * @param task that the trials are of
 * @param trials number of trials
 * @param signals that the network is taught with
 * @param jumping the phase whose targets jump, since its reference follows them; -1 where they stay
 */
record Subject(Task task, int trials, List<String> signals, int jumping) {
    private static final int STAYING = -1;

    /** Returns what a scenario is about during the phase at a place. */
    static Subject of(Scenario scenario, int place) {
        Phase phase = scenario.phases().get(place);
        Scenario during = scenario.during(phase);
        boolean jumps = !phase.perturbation().taskPart().isNone()
                || !phase.catches().perturbation().taskPart().isNone();
        return new Subject(
                during.task(), during.training().trials(), TeachingSignals.of(during), jumps ? place : STAYING);
    }
}
