// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.BadSetting;
import betz.io.BadWeights;
import betz.io.DamagedData;
import betz.scenario.Rule;
import betz.scenario.Scenario;
import betz.scenario.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Weights that networks begin with must be there and be theirs.
 *
 * @param runs folder of all runs, one of which may be meant
 */
record WeightRule(Path runs) implements Rule<Scenario> {

    @Override
    public List<Breach> check(Scenario scenario) {
        return Learner.of(scenario, runs).stream()
                .filter(Learner::isGiven)
                .flatMap(learner -> check(learner).stream())
                .toList();
    }

    private List<Breach> check(Learner learner) {
        String path = learner.setting() + ".weights";
        String name = "'" + learner.network().cell().weights() + "'";
        try {
            var unused = learner.initial();
            return List.of();
        } catch (BadSetting unknown) {
            return List.of(new Breach(path, unknown.found(), unknown.expected(), null));
        } catch (BadWeights others) {
            return others.problems().stream()
                    .map(problem -> breach(path, name, problem))
                    .toList();
        } catch (DamagedData damaged) {
            return List.of(new Breach(path, name, "a file without this problem: " + damaged.getMessage(), null));
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of(new Breach(path, name + ", which cannot be read", "a readable file", null));
        }
    }

    /** Where one tensor alone is missing of that shape, it is what was meant, whatever it is called. */
    private static Breach breach(String path, String name, BadWeights.Problem problem) {
        List<String> meant = problem.meant();
        String suggestion = meant.size() == 1 ? meant.get(0) : Words.nearest(problem.unknown(), meant);
        return new Breach(path, name + " " + problem.found(), problem.expected(), suggestion);
    }
}
