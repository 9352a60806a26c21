// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.Arrays;
import java.util.List;

/** The least activations of a {@link PointMass} that hold it still against its constant loads: {@code min 1/2 |a|²}. */
final class PointMassRest {
    private static final double MISSED = 1e-6; // N that count as not held

    private final PointMass body;

    PointMassRest(PointMass body) {
        this.body = body;
    }

    /**
     * Returns the activations at a place, [muscle]; none without loads.
     *
     * @throws betz.common.BadSetting if the muscles cannot hold the mass there
     */
    double[] at(double x, double y) {
        double[] load = body.constantLoad();
        double[] activation = new double[body.muscles()];
        double[] most = new double[body.muscles()];
        Arrays.fill(most, 1);
        var nearest = new NearestInBox(body.muscles());
        for (int m = 0; m < most.length; m++) {
            Anchor anchor = body.anatomy().get(m);
            double dx = anchor.x() - x;
            double dy = anchor.y() - y;
            double strength = body.maximumForce() * anchor.strength() / Math.sqrt(dx * dx + dy * dy);
            nearest.row0()[m] = strength * dx;
            nearest.row1()[m] = strength * dy;
        }
        nearest.right()[0] = -load[0];
        nearest.right()[1] = -load[1];
        nearest.solve(0, new double[body.muscles()], most, activation);
        double missed =
                Math.max(missed(nearest.row0(), activation, load[0]), missed(nearest.row1(), activation, load[1]));
        Require.that(
                missed <= MISSED,
                "loads",
                List.of(load[0], load[1]) + " N",
                "loads that the muscles can hold (" + missed + " N are left)");
        return activation;
    }

    private static double missed(double[] row, double[] activation, double load) {
        double left = load;
        for (int m = 0; m < row.length; m++) {
            left += row[m] * activation[m];
        }
        return Math.abs(left);
    }
}
