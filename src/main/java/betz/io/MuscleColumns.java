// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.effector.Effector;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which column holds which muscle: by name where the names are the body's, in any order; otherwise in the body's order.
 *
 * <p>Names that are partly the body's, and in other places, are refused: either reading of them could be wrong.
 */
final class MuscleColumns {
    private final List<String> columns;
    private final List<String> muscles;
    private final String word;

    /**
     * Compares names, of which letters and digits count alone, without a unit in brackets.
     *
     * @param columns of a table that are of muscles, in its order
     * @param effector whose muscles they are, in its order
     */
    MuscleColumns(List<String> columns, Effector effector) {
        this.columns = columns.stream().map(MuscleColumns::plain).toList();
        this.muscles = effector.muscleNames().stream().map(MuscleColumns::plain).toList();
        this.word = effector.actuator().many();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\[.*", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Returns what is wrong with the columns, if anything is. */
    Optional<String> problem() {
        if (columns.size() != muscles.size()) {
            return Optional.of(
                    "the columns of " + word + " are " + columns.size() + ", expected " + muscles.size() + ": ");
        }
        return isNamed() || isOrdered()
                ? Optional.empty()
                : Optional.of("the columns have some of the " + word + "' names, but not in the body's order, expected"
                        + " other names, or each of these once: ");
    }

    /** Tells whether every muscle has a column of its name. */
    private boolean isNamed() {
        return columns.size() == muscles.size() && new HashSet<>(columns).equals(new HashSet<>(muscles));
    }

    /** Tells whether no column has the name of a muscle that stands elsewhere. */
    private boolean isOrdered() {
        for (int i = 0; i < columns.size(); i++) {
            if (muscles.contains(columns.get(i)) && !columns.get(i).equals(muscles.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the place among the columns of the muscle at a place in the body. */
    int of(int muscle) {
        return isNamed() ? columns.indexOf(muscles.get(muscle)) : muscle;
    }
}
