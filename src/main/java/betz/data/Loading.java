// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import java.util.List;

/** A perturbation that loads the body: a linear load that is the same from its first step to its last. */
@About("Loads the body.")
public sealed interface Loading extends Perturbation permits Push, Field, Mass {

    /** Returns the load while it lasts, [row], in the order of {@link LoadRows}. */
    double[] load(Trial trial);

    /** Returns a copy of some finite numbers, as many as expected. */
    static List<Double> checked(String name, List<Double> numbers, int count, String unit) {
        Require.items(name, numbers.size(), "number", count, count);
        for (int i = 0; i < count; i++) {
            Require.finite(name + "[" + i + "]", numbers.get(i), unit);
        }
        return List.copyOf(numbers);
    }
}
