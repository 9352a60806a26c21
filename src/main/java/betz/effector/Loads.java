// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.List;

/** Constant loads of a body: two numbers, one for each joint or axis. */
final class Loads {
    /** Nothing pulls. */
    static final List<Double> NONE = List.of(0.0, 0.0);

    private static final int SIZE = 2;

    private Loads() {}

    /** Returns a copy of a load that has two finite numbers. */
    static List<Double> checked(String name, List<Double> load, String unit) {
        Require.items(name, load.size(), "number", SIZE, SIZE);
        for (int i = 0; i < SIZE; i++) {
            Require.finite(name + "[" + i + "]", load.get(i), unit);
        }
        return List.copyOf(load);
    }
}
