// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

/**
 * One line of the scorecard.
 *
 * @param id in snake case, such as {@code peak_to_mean_speed}
 * @param text what is measured, in a few words
 * @param unit in which people read it; empty if it has none
 * @param published what is known
 * @param convention how it is measured, and what was found in whom
 */
public record ScoreRow(String id, String text, String unit, Published published, String convention) {
    /** A line whose figures were measured again. */
    static ScoreRow measured(
            String id, String text, String unit, double low, double high, String n, String source, String convention) {
        return new ScoreRow(id, text, unit, new Published(low, high, n, source, Evidence.MEASURED), convention);
    }

    /** A line whose figures are told by papers alone. */
    static ScoreRow reported(
            String id, String text, String unit, double low, double high, String n, String source, String convention) {
        return new ScoreRow(id, text, unit, new Published(low, high, n, source, Evidence.REPORTED), convention);
    }
}
