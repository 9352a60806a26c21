// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Require;
import java.util.Arrays;
import java.util.List;

/** What the terms of a loss came to, each with its weight, or a sum of such terms; immutable. */
public final class LossTerms {
    /** No cost at all. */
    public static final LossTerms NONE = new LossTerms(new double[0]);

    private static final List<String> NAMES = Loss.names();

    private final double[] values; // as the names; what is behind the end is 0

    private LossTerms(double[] values) {
        this.values = values;
    }

    /** Returns the names of all terms, in the order of their values. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Returns terms of given values.
     *
     * @param values in the order of {@link #names}. Not modified.
     */
    public static LossTerms of(double... values) {
        Require.length("terms", values.length, NAMES.size());
        return new LossTerms(values.clone());
    }

    /** Returns these terms but for one. */
    public LossTerms with(String name, double value) {
        double[] changed = values();
        changed[place(name)] = value;
        return new LossTerms(changed);
    }

    /** Returns the place of a term among the values. */
    static int place(String name) {
        int place = NAMES.indexOf(name);
        Require.that(place >= 0, "term", name, "one of " + String.join(", ", NAMES));
        return place;
    }

    /** Returns one term. */
    public double get(String name) {
        return values()[place(name)];
    }

    /** Returns all values in the order of {@link #names}; a copy. */
    public double[] values() {
        return Arrays.copyOf(values, NAMES.size());
    }

    /** Returns the loss: the sum of all terms in their order. */
    public double total() {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    LossTerms plus(LossTerms other) {
        double[] sum = values();
        for (int i = 0; i < other.values.length; i++) {
            sum[i] += other.values[i];
        }
        return new LossTerms(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LossTerms terms && Arrays.equals(values(), terms.values());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values());
    }

    @Override
    public String toString() {
        double[] all = values();
        var text = new StringBuilder("LossTerms[");
        for (int i = 0; i < all.length; i++) {
            text.append(i == 0 ? "" : ", ").append(NAMES.get(i)).append('=').append(all[i]);
        }
        return text.append(']').toString();
    }
}
