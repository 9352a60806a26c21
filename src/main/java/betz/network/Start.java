// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;

/** The state of a network before its first step. */
@About("The state before the first step.")
public sealed interface Start permits Start.Zero, Start.Learned, Start.PerCondition {
    /** Returns the number of states that are learned. */
    default int states() {
        return 0;
    }

    /** All zero. */
    @About("Zero.")
    record Zero() implements Start {
        /** Has no settings. */
        public static final Zero DEFAULT = new Zero();
    }

    /** One state for all trials, which is learned. */
    @About("One state for all trials, learned with the weights.")
    record Learned() implements Start {
        /** Has no settings. */
        public static final Learned DEFAULT = new Learned();

        @Override
        public int states() {
            return 1;
        }
    }

    /**
     * A state for each condition, which is learned.
     *
     * @param conditions number of conditions of the task
     */
    @About("A state for each condition of the task, learned with the weights.")
    record PerCondition(
            @About("Number of conditions of the task.") int conditions) implements Start {
        /** Eight targets. */
        public static final PerCondition DEFAULT = new PerCondition(8);

        public PerCondition {
            Require.count("conditions", conditions, 1, 10_000);
        }

        @Override
        public int states() {
            return conditions;
        }
    }
}
