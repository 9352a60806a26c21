// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.data.Controller;
import betz.data.Recording;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the reference did: the trials to learn from and the trials to be judged on.
 *
 * @param training hand.position and hand.velocity, and what else is taught, of the training set of every phase
 * @param recorded the training trials of a recorded reference as they were recorded, whatever is done to the sight of the hand
 * @param heldOut everything recorded in the held-out trials
 * @param cortex the simulated cortex, if the reference is one
 * @param acting how the reference acts in other trials, if it can
 * @param numbers figures of the reference, such as the fit of its read-out
 * @param notes what the reader of the report should know
 * @param warnings what the reader should doubt
 */
record Lessons(
        List<Recording> training,
        Optional<Recording> recorded,
        Recording heldOut,
        Optional<Controller> cortex,
        Optional<Acting> acting,
        Map<String, double[]> numbers,
        List<String> notes,
        List<String> warnings) {

    /** What a reference does in trials. */
    interface Acting {
        Recording in(TrialBatch trials);
    }

    Lessons {
        training = List.copyOf(training);
    }

    /** Returns the same with one more warning. */
    Lessons doubted(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Lessons(training, recorded, heldOut, cortex, acting, numbers, notes, more);
    }
}
