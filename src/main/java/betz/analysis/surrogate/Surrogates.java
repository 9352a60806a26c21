// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;
import betz.common.RandomStream;

/** A source of activity that shares some features with recorded activity; safe to be drawn from by several threads at once. */
public interface Surrogates {
    /** Returns new activity of the recorded one's shape, fixed by the random numbers. */
    Activity draw(RandomStream random);

    /** Returns in one sentence what surrogates keep and what of them is random. */
    String text();
}
