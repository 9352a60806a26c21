// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;
import betz.data.Cursor;
import betz.data.Field;
import betz.data.Trial;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which trials of an experiment have its perturbation, and which come before, between and after those. */
final class Phases {
    private final List<Trial> trials;
    private final int[] perturbed;

    /** Sorts trials, of which at least one is perturbed. */
    Phases(List<Trial> trials) {
        this.trials = List.copyOf(trials);
        perturbed = IntStream.range(0, trials.size())
                .filter(i -> isPerturbed(trials.get(i)))
                .toArray();
        Require.that(perturbed.length > 0, "trials", "without a perturbation", "some with a field or a turned cursor");
    }

    private static boolean isPerturbed(Trial trial) {
        return !trial.perturbation().isNone() && !isProbe(trial);
    }

    /** Tells whether a trial only probes what was learnt: in a channel, or with a cursor that shows no error. */
    private static boolean isProbe(Trial trial) {
        boolean clamp = trial.perturbation() instanceof Cursor cursor && cursor.clamped() && cursor.rotation() == 0;
        return clamp || trial.perturbation() instanceof Field.Channel;
    }

    /** Returns the first perturbed trial. */
    int begin() {
        return perturbed[0];
    }

    /** Returns the perturbed trials; a copy. */
    int[] perturbed() {
        return perturbed.clone();
    }

    /** Returns the unperturbed trials before the first perturbed one. */
    int[] before() {
        return plain(i -> i < begin());
    }

    /** Returns the unperturbed trials between perturbed ones. */
    int[] between() {
        return plain(i -> i > begin() && i < perturbed[perturbed.length - 1]);
    }

    /** Returns the unperturbed trials after the last perturbed one. */
    int[] after() {
        return plain(i -> i > perturbed[perturbed.length - 1]);
    }

    /** Returns 1 for each perturbed trial and 0 for the others, [trial]. */
    double[] flags() {
        return trials.stream().mapToDouble(trial -> isPerturbed(trial) ? 1 : 0).toArray();
    }

    private int[] plain(IntPredicate where) {
        return IntStream.range(0, trials.size())
                .filter(where)
                .filter(i -> trials.get(i).perturbation().isNone())
                .toArray();
    }
}
