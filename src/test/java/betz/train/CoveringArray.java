// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Few rows, of one level of every factor each, in which every two levels that may meet do meet: a pairwise covering array, for tests.
 *
 * <p>Greedy and deterministic: a row begins with the first pair that has not met yet, then takes the factor with the fewest levels left,
 * and of these the level that meets most others for the first time.
 *
 * @see <a href="https://doi.org/10.1109/32.605761">Cohen, Dalal, Fredman &amp; Patton (1997)</a>
 */
final class CoveringArray {
    private static final int OPEN = -1;
    private final int[] levels; // number of levels, [factor]
    private final boolean[][] allowed; // [place of a level among all][place of another]
    private final boolean[][] met;
    private int turn; // which of equal levels comes first, so that rows differ even where all have met

    /** A level of one factor and a level of another that comes after it. */
    record Pair(int factor, int level, int otherFactor, int otherLevel) {}

    private CoveringArray(int[] levels, Predicate<Pair> allowed) {
        this.levels = levels.clone();
        int all = place(levels.length, 0);
        this.allowed = new boolean[all][all];
        met = new boolean[all][all];
        pairs(levels, allowed).forEach(pair -> mark(this.allowed, pair));
    }

    private void mark(boolean[][] table, Pair pair) {
        int one = place(pair.factor, pair.level);
        int other = place(pair.otherFactor, pair.otherLevel);
        table[one][other] = true;
        table[other][one] = true;
    }

    private int place(int factor, int level) {
        return Arrays.stream(levels, 0, factor).sum() + level;
    }

    /**
     * Returns rows, each the level of every factor, [factor].
     *
     * @param levels number of levels, [factor]. Not modified.
     * @throws IllegalStateException if two levels may meet, but the others leave no row in which they do
     */
    static List<int[]> of(int[] levels, Predicate<Pair> allowed) {
        return new CoveringArray(levels, allowed).rows(pairs(levels, allowed));
    }

    /** Returns one row in which two levels meet, although these need not be allowed to. */
    static int[] rowWith(Pair pair, int[] levels, Predicate<Pair> allowed) {
        return new CoveringArray(levels, allowed.or(pair::equals))
                .rows(List.of(pair))
                .get(0);
    }

    /** Returns all pairs of levels that may meet, in order. */
    static List<Pair> pairs(int[] levels, Predicate<Pair> allowed) {
        List<Pair> pairs = new ArrayList<>();
        for (int factor = 0; factor < levels.length; factor++) {
            for (int other = factor + 1; other < levels.length; other++) {
                for (int i = 0; i < levels[factor] * levels[other]; i++) {
                    pairs.add(new Pair(factor, i / levels[other], other, i % levels[other]));
                }
            }
        }
        return pairs.stream().filter(allowed).toList();
    }

    /** Returns the pairs that meet in a row. */
    static List<Pair> pairs(int[] row) {
        return IntStream.range(0, row.length)
                .boxed()
                .flatMap(factor -> IntStream.range(factor + 1, row.length)
                        .mapToObj(other -> new Pair(factor, row[factor], other, row[other])))
                .toList();
    }

    private List<int[]> rows(List<Pair> wanted) {
        List<int[]> rows = new ArrayList<>();
        for (Pair pair : wanted) {
            if (!met[place(pair.factor, pair.level)][place(pair.otherFactor, pair.otherLevel)]) {
                int[] row = begun(pair);
                rows.add(row);
                turn = rows.size();
                pairs(row).forEach(now -> mark(met, now));
            }
        }
        return rows;
    }

    private int[] begun(Pair pair) {
        int[] row = new int[levels.length];
        Arrays.fill(row, OPEN);
        row[pair.factor] = pair.level;
        row[pair.otherFactor] = pair.otherLevel;
        if (!isCompleted(row)) {
            throw new IllegalStateException("No row has " + pair + ", though it is allowed");
        }
        return row;
    }

    /** Fills what is open in a row, going back where nothing fits, and tells whether that could be done. */
    private boolean isCompleted(int[] row) {
        int factor = IntStream.range(0, row.length)
                .filter(i -> row[i] == OPEN)
                .boxed()
                .min(Comparator.comparingInt(i -> fitting(row, i).length))
                .orElse(OPEN);
        if (factor == OPEN) {
            return true;
        }
        List<Integer> fitting = IntStream.of(fitting(row, factor))
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(level -> -unmarked(met, row, factor, level))
                        .thenComparingInt(level -> (level + turn) % levels[factor]))
                .toList();
        for (int level : fitting) {
            row[factor] = level;
            if (isCompleted(row)) {
                return true;
            }
        }
        row[factor] = OPEN;
        return false;
    }

    /** Returns the levels of an open factor that may meet all that a row has. */
    private int[] fitting(int[] row, int factor) {
        return IntStream.range(0, levels[factor])
                .filter(level -> unmarked(allowed, row, factor, level) == 0)
                .toArray();
    }

    /** Returns with how many levels of a row a level of an open factor makes pairs that a table does not have. */
    private int unmarked(boolean[][] table, int[] row, int factor, int level) {
        boolean[] with = table[place(factor, level)];
        int count = 0;
        int first = 0;
        for (int other = 0; other < row.length; other++) {
            count += row[other] != OPEN && !with[first + row[other]] ? 1 : 0;
            first += levels[other];
        }
        return count;
    }
}
