// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

/** One number of a population's activity, of which surrogates tell what chance would give. */
public interface Statistic {
    /** Returns the number's name in snake case. */
    String statistic();

    /** Returns the number for some activity, which surrogates have the shape of. */
    double value(Activity activity);
}
