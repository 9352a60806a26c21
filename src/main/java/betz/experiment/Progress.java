// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

/** Hears how far a run is; the only way in which a run speaks while it works. */
public interface Progress {

    /** Says what begins or what was noticed, in one line. */
    void note(String text);

    /** Tells that an iteration of the training ended. */
    void iteration(int done, int all, double loss, double gradientNorm);
}
