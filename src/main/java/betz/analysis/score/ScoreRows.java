// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import java.util.List;
import java.util.stream.Stream;

/** Every line of the scorecard, in the order in which it is told. */
public final class ScoreRows {
    private static final List<ScoreRow> ALL = Stream.of(TuningRows.all(), PopulationRows.all(), ReachRows.all())
            .flatMap(List::stream)
            .toList();

    private ScoreRows() {}

    /** Returns all lines. */
    public static List<ScoreRow> all() {
        return ALL;
    }

    /** Returns a line that must be there. */
    static ScoreRow row(String id) {
        return ALL.stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No row " + id + " among "
                        + ALL.stream().map(ScoreRow::id).toList()));
    }
}
