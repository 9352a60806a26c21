// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Scenario;
import betz.task.Task;
import java.util.List;

/**
 * All that tells the training set of one phase from that of another.
 *
 * @param task that the trials are of
 * @param trials number of trials
 * @param signals that the network is taught with
 */
record Subject(Task task, int trials, List<String> signals) {

    /** Returns what a scenario is about as it is during a phase. */
    static Subject of(Scenario during) {
        return new Subject(during.task(), during.training().trials(), TeachingSignals.of(during));
    }
}
