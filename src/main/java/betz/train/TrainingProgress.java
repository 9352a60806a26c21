// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** Hears of every update, and keeps checkpoints. */
public interface TrainingProgress {

    /** Hands over the training itself before its first update, for who wants its state at other times. */
    default void begun(Learning learning) {}

    /** Tells that an update was made. */
    void updated(int iteration, Checkpoint.Update update);

    /** Hands over a state worth keeping. */
    void checkpoint(Checkpoint state);
}
