// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Foretells every held-out trial by the mean of the training trials of its condition.
 *
 * <p>A model that has seen only the training trials cannot be expected to do better; where the reference varies from trial to
 * trial, this is the mark that its R² is held to.
 */
final class ConditionMeans {
    private final Recording training;

    ConditionMeans(Recording training) {
        this.training = training;
    }

    /** Returns hand.position and hand.velocity for the given trials. */
    Recording predict(TrialBatch trials) {
        return new Recording(trials, List.of(mean("hand.position", trials), mean("hand.velocity", trials)));
    }

    private Signal mean(String name, TrialBatch trials) {
        Signal seen = training.signal(name);
        Signal mean = Signal.zeros(name, seen.unit(), trials.size(), trials.steps(), seen.channels());
        for (int trial = 0; trial < trials.size(); trial++) {
            int condition = trials.get(trial).condition().index();
            int[] alike = IntStream.range(0, training.trials().size())
                    .filter(i -> training.trials().get(i).condition().index() == condition)
                    .toArray();
            for (int step = 0; step < trials.steps(); step++) {
                for (int channel = 0; channel < seen.channels().size(); channel++) {
                    mean.set(trial, step, channel, mean(seen, alike, Math.min(step, seen.steps() - 1), channel));
                }
            }
        }
        return mean;
    }

    private static double mean(Signal seen, int[] trials, int step, int channel) {
        double sum = 0;
        for (int trial : trials) {
            sum += seen.get(trial, step, channel);
        }
        return sum / trials.length;
    }
}
