// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Interval;
import betz.common.Require;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a recording stands in one line of the scorecard.
 *
 * @param row the line
 * @param ours what was measured, in the row's unit; empty where the row does not apply
 * @param why the row does not apply; empty where it does
 */
public record Score(ScoreRow row, Optional<Interval> ours, String why) {
    /** What is said of a measured figure. */
    public enum Verdict {
        /** In the published range, or its interval reaches it. */
        INSIDE,
        /** Its whole interval lies beyond. */
        OUTSIDE,
        /** The recording does not tell it. */
        NOT_APPLICABLE,
        /** Measured, but the published range could not be checked. */
        UNVERIFIED_RANGE;

        /** Returns the verdict in words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Score {
        Require.that(ours.isPresent() == why.isEmpty(), "why", why, "a reason exactly where nothing was measured");
    }

    /** Makes the score of a measured figure. */
    static Score of(ScoreRow row, Interval ours) {
        return new Score(row, Optional.of(ours), "");
    }

    /** Makes the score of a row that does not apply. */
    static Score without(ScoreRow row, String why) {
        return new Score(row, Optional.empty(), why);
    }

    /** Returns the verdict. */
    public Verdict verdict() {
        if (ours.isEmpty() || Double.isNaN(ours.get().value())) {
            return Verdict.NOT_APPLICABLE;
        }
        if (row.published().evidence() == Evidence.REPORTED) {
            return Verdict.UNVERIFIED_RANGE;
        }
        return reaches(ours.get()) ? Verdict.INSIDE : Verdict.OUTSIDE;
    }

    /** Returns how far the figure itself lies from the published range, in the row's unit; 0 inside, NaN where nothing was measured. */
    public double distance() {
        double value = ours.map(Interval::value).orElse(Double.NaN);
        double below = row.published().low() - value;
        double above = value - row.published().high();
        return Double.isNaN(value) ? value : Math.max(0, Math.max(below, above));
    }

    private boolean reaches(Interval interval) {
        boolean known = Double.isFinite(interval.low()) && Double.isFinite(interval.high());
        double low = known ? interval.low() : interval.value();
        double high = known ? interval.high() : interval.value();
        return high >= row.published().low() && low <= row.published().high();
    }
}
