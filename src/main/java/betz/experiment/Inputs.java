// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.Phase;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import betz.scenario.Table;
import betz.task.Task;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The digests of all that a run reads beside its scenario.
 *
 * @param trials of the recording or the tables of trials; empty if there is none
 * @param weights of initial weights that are not drawn, by the network's setting
 */
record Inputs(String trials, Map<String, String> weights) {

    static Inputs of(Request request) throws IOException {
        Map<String, String> weights = new LinkedHashMap<>();
        for (Learner learner : Learner.of(request)) {
            if (learner.isGiven()) {
                weights.put(learner.setting(), learner.source().digest());
            }
        }
        return new Inputs(trials(request.scenario()), weights);
    }

    private static String trials(Scenario scenario) throws IOException {
        if (scenario.reference() instanceof Recorded recorded) {
            return Digest.of(recorded.file()); // which brings its own trials
        }
        Set<String> digests = new LinkedHashSet<>(digests(scenario.task()));
        for (Phase phase : scenario.curriculum()) {
            digests.addAll(digests(phase.task()));
        }
        return String.join(" ", digests);
    }

    private static List<String> digests(Task task) throws IOException {
        return task instanceof Table table ? List.of(Digest.of(table.file())) : List.of();
    }

    /** Returns all of them in one text. */
    String text() {
        var text = new StringBuilder(trials);
        weights.forEach((network, digest) -> text.append(text.isEmpty() ? "" : " ")
                .append(network)
                .append(".weights ")
                .append(digest));
        return text.toString();
    }
}
