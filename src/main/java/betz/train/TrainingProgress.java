// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** Hears of every update, and keeps checkpoints. */
public interface TrainingProgress {

    /** Tells that an update was made. */
    void updated(int iteration, Checkpoint.Update update);

    /** Hands over a state worth keeping. */
    void checkpoint(Checkpoint state);
}
