// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;

/** Turns gradients into new weights. */
@About("Turns gradients into new weights.")
public sealed interface Optimiser permits FirstOrder, Lbfgs {

    /** Returns the number of values per weight that it remembers. */
    int moments();
}
