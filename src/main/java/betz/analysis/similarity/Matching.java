// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Subject;
import betz.analysis.population.Activity;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;

/**
 * Which activity is compared with which: the settings that all comparisons share.
 *
 * @param signal of the data
 * @param otherSignal of the second recording, or of the data where there is no second
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 */
record Matching(String signal, String otherSignal, double from, double to, Scaling scaling, boolean meanSubtract) {
    static final String SIGNAL = "Signal of the data that is compared.";
    static final String OTHER_SIGNAL =
            "Signal of the second recording; where there is none, another signal of the data.";
    static final String FROM =
            "Samples from here on, after the go cue; where less is recorded, from the first in common.";
    static final String TO = "Samples up to here, after the go cue; where less is recorded, to the last in common.";
    static final String SCALING = "How the activity of each unit is scaled.";
    static final String MEAN = "Whether the mean over conditions is taken from each.";

    /** Longer than any trial, s: all that both recorded. */
    static final double ALWAYS = 1e6;

    Matching {
        check(signal, otherSignal, from, to);
    }

    /** Throws unless signals are named and the window has a length. */
    static void check(String signal, String otherSignal, double from, double to) {
        Require.that(!signal.isBlank(), "signal", "empty", "the name of a signal, such as unit.rate");
        Require.that(!otherSignal.isBlank(), "otherSignal", "empty", "the name of a signal, such as unit.rate");
        Require.finite("from", from, "s");
        Require.finite("to", to, "s");
        Require.that(from < to, "to", to + " s", "a time after from, " + from + " s");
    }

    /**
     * Returns both activities with the same conditions and times.
     *
     * @throws betz.common.BadSetting if a signal is missing, or conditions, steps or times do not match
     */
    Pair pair(Subject subject) {
        Pair both = Pair.matched(side(subject.recording(), signal), otherSide(subject));
        return prepared(both.cut(from, to));
    }

    /**
     * Returns both activities with the conditions and times that each has.
     *
     * @throws betz.common.BadSetting if a signal is missing
     */
    Pair unmatched(Subject subject) {
        Activity data = side(subject.recording(), signal);
        Activity other = otherSide(subject);
        return prepared(new Pair(Pair.cut(data, from, to), Pair.cut(other, from, to), "not matched"));
    }

    /** Returns the settings in words. */
    String text() {
        return "Compared: " + signal + " with " + otherSignal + ". " + scaling.text()
                + (meanSubtract
                        ? " The mean over conditions is taken from each condition."
                        : " The mean over conditions is kept.");
    }

    private Pair prepared(Pair pair) {
        return new Pair(prepared(pair.data()), prepared(pair.other()), pair.by());
    }

    private Activity prepared(Activity activity) {
        Activity scaled = scaling.scaled(activity);
        return meanSubtract ? scaled.needConditions(2).lessAcrossConditions() : scaled;
    }

    private Activity otherSide(Subject subject) {
        Recording second = subject.second();
        if (second != null) {
            return side(second, otherSignal);
        }
        Require.that(
                !signal.equals(otherSignal),
                "otherSignal",
                otherSignal + " of the same recording, which would be compared with itself",
                "a second recording, or another signal than " + signal);
        return side(subject.recording(), otherSignal);
    }

    private static Activity side(Recording recording, String name) {
        Require.that(
                recording.find(name).isPresent(),
                "signal",
                name,
                "one of "
                        + String.join(
                                ", ",
                                recording.signals().stream().map(Signal::name).toList()));
        return Activity.of(recording, name);
    }
}
