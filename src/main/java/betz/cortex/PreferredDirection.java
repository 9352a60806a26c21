// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import java.util.random.RandomGenerator;

/** Preferred directions with density {@code 1 + c cos 2(theta - axis)}, drawn by rejection. */
final class PreferredDirection {
    private PreferredDirection() {}

    static double draw(Tuning tuning, RandomGenerator random) {
        while (true) {
            double theta = 2 * Math.PI * random.nextDouble();
            double density = 1 + tuning.bimodality() * StrictMath.cos(2 * (theta - tuning.axis()));
            if (random.nextDouble() * (1 + tuning.bimodality()) < density) {
                return theta;
            }
        }
    }
}
