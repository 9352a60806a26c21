// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Workers;
import java.util.List;

/** Looks at trials that were set aside. */
final class Validation {
    private final Shard.Lesson lesson;
    private final List<Shard> shards;

    Validation(Shard.Lesson lesson, List<Shard> shards) {
        this.lesson = lesson;
        this.shards = shards;
    }

    /** Returns the loss of some weights, without their norm: it is the error that counts. */
    double loss(double[] weights, Workers workers) {
        workers.each(shards.size(), part -> shards.get(part).look(lesson, weights));
        LossTerms terms = LossTerms.NONE;
        for (Shard shard : shards) {
            terms = terms.plus(shard.loss);
        }
        return terms.total();
    }
}
