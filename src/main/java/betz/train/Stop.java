// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What ends a training before its last iteration.
 *
 * <p>With trials set aside, the weights of the best look at them are what the training leaves.
 *
 * @param lossBelow ends it when the loss of a batch is below this; 0 never does
 * @param validation share of the training trials that are set aside: no batch has them
 * @param every iterations between two looks at them
 * @param patience looks without a lower loss that end it; 0 never does
 * @see <a href="https://doi.org/10.1007/978-3-642-35289-8_5">Prechelt (2012)</a>, early stopping
 */
public record Stop(
        @About("Loss of a batch below which training ends; 0 never ends it.")
        double lossBelow,

        @About(
                value =
                        "Share of the training trials that no batch has; the weights that do best on them are kept. 0 is none.",
                source = "doi:10.1007/978-3-642-35289-8_5")
        double validation,

        @About("Iterations between two looks at the trials set aside.")
        int every,

        @About(
                value = "Looks without a lower loss on the trials set aside that end training; 0 never ends it.",
                source = "doi:10.1007/978-3-642-35289-8_5")
        int patience) {
    /** The last iteration alone ends a training. */
    public static final Stop DEFAULT = new Stop(0, 0, 10, 0);

    public Stop {
        Require.notNegative("lossBelow", lossBelow, "");
        Require.within("validation", validation, 0, 0.9, "");
        Require.count("every", every, 1, Schedule.MOST_UPDATES);
        Require.count("patience", patience, 0, Schedule.MOST_UPDATES);
        Require.that(
                patience == 0 || validation > 0,
                "validation",
                "0",
                "above 0, since patience looks at trials set aside");
    }

    /** Tells whether trials are set aside. */
    public boolean setsAside() {
        return validation > 0;
    }

    /** Returns the number of trials to set aside: at least one, and at least one is left. */
    public int setAside(int trials) {
        return setsAside() ? (int) Math.max(1, Math.min(trials - 1, Math.round(validation * trials))) : 0;
    }

    /** Returns the places of the trials that are set aside, in order; which they are depends on the seed alone. */
    int[] setAside(int trials, long seed) {
        return IntStream.range(0, trials)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        trial -> RandomStream.of(seed, "set aside", trial).nextDouble()))
                .limit(setAside(trials))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Tells whether a look is due after so many updates, of which so many looks were taken. */
    boolean isDue(int updates, int looks) {
        return setsAside() && updates / every > looks;
    }

    /** Returns why a training has ended, or nothing if it goes on. */
    Optional<String> reason(List<Checkpoint.Update> history, Checks checks) {
        if (!history.isEmpty() && history.get(history.size() - 1).loss().total() < lossBelow) {
            return Optional.of("the loss is below " + lossBelow);
        }
        if (patience > 0 && checks.countSinceBest() >= patience) {
            return Optional.of("no better for " + (long) patience * every + " iterations on the trials set aside");
        }
        return Optional.empty();
    }
}
