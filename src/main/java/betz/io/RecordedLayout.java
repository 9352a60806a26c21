// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.analysis.OnsetRule;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * How recorded reaches are laid out in trials, aligned to the onset of their movements.
 *
 * @param hold from the beginning of a trial to its go cue, s
 * @param lead from the go cue, with which the target appears, to the onset of the movement, s
 * @param stay how long the hand stays where the recording left it, s
 * @param taper time in which the hand comes to rest after the last sample, s
 * @param gap longest time between samples that is bridged by a straight line, s
 * @param lowpass cutoff of the zero-phase low-pass filter of the samples, Hz
 * @param onset when a movement begins
 */
@About("How recorded reaches are laid out in trials.")
public record RecordedLayout(
        @Unit("s") @About("From the beginning of a trial to its go cue; the hand rests.")
        double hold,

        @Unit("s")
        @About(
                value = "From the go cue to the onset of the movement, whatever the recorded reaction time was.",
                source = "median 251 ms in a person's 36 reaches, github.com/aolabNeuro/analyze")
        double lead,

        @Unit("s") @About("How long the hand stays where the recording left it.")
        double stay,

        @Unit("s") @About("In which the hand comes to rest after the last sample.")
        double taper,

        @Unit("s")
        @About("Longest time between samples that is bridged by a straight line; trials with longer are dropped.")
        double gap,

        @Unit("Hz")
        @About("Cutoff of the zero-phase low-pass filter of the samples; the onset rule has one of its own.")
        double lowpass,

        @About("When a movement begins.") OnsetRule onset) {
    /** A typical reaction time, a filter that leaves reaches alone (8 Hz twice would stretch them), and half a second of rest at the end as at a target that must be held. */
    public static final RecordedLayout DEFAULT = new RecordedLayout(0.2, 0.25, 0.5, 0.1, 0.1, 20, OnsetRule.DEFAULT);

    public RecordedLayout {
        Require.within("hold", hold, 0, 10, "s");
        Require.within("lead", lead, 0, 10, "s");
        Require.within("stay", stay, 0, 10, "s");
        Require.within("taper", taper, 0, 10, "s");
        Require.positive("gap", gap, "s");
        Require.positive("lowpass", lowpass, "Hz");
    }

    /** Returns the layout in words, as printed with results. */
    public String text() {
        return text("aligned to movement onset " + ms(lead)
                + " ms after the go cue; the hand rests before the go cue, its velocity" + " fades in until the onset");
    }

    /** Returns the layout in words where go cues stay where they were recorded. */
    String textAsRecorded() {
        return text("with their go cues as recorded, or " + ms(lead)
                + " ms before the onset where there are none; the velocity of the" + " hand fades in within " + ms(lead)
                + " ms before the onset");
    }

    private String text(String alignment) {
        return "Recorded reaches: gaps up to " + ms(gap) + " ms bridged by straight lines, resampled by their time"
                + " stamps, low-passed at " + Math.round(lowpass) + " Hz, " + alignment + " and fades out within "
                + ms(taper)
                + " ms of the last sample. " + onset.text();
    }

    private static long ms(double seconds) {
        return Math.round(1000 * seconds);
    }
}
