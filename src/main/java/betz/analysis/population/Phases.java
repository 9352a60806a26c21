// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Angles;
import java.util.ArrayList;
import java.util.List;

/**
 * Angles between states in a plane and the steps that led to them: π/2 all over where they purely rotate, 0 where they expand.
 *
 * <p>The first state of a condition has none before it and takes the step after it.
 */
final class Phases {
    private final double[] angles;
    private final double[] radii;

    private Phases(double[] angles, double[] radii) {
        this.angles = angles;
        this.radii = radii;
    }

    /** Takes the angles of all conditions in the first two dimensions. */
    static Phases of(Activity plane) {
        List<double[]> found = new ArrayList<>();
        for (double[][] course : plane.values()) {
            for (int t = 0; t < course.length; t++) {
                int step = Math.max(t, 1);
                double dx = course[step][0] - course[step - 1][0];
                double dy = course[step][1] - course[step - 1][1];
                double angle = StrictMath.atan2(dy, dx) - StrictMath.atan2(course[t][1], course[t][0]);
                found.add(new double[] {Angles.wrapped(angle), Math.hypot(course[t][0], course[t][1])});
            }
        }
        return new Phases(
                found.stream().mapToDouble(one -> one[0]).toArray(),
                found.stream().mapToDouble(one -> one[1]).toArray());
    }

    /** Returns the angles, condition after condition, rad, [sample]; not a copy. */
    double[] angles() {
        return angles;
    }

    /** Returns the circular mean, each angle weighted by its state's distance from the origin, rad. */
    double mean() {
        double x = 0;
        double y = 0;
        for (int i = 0; i < angles.length; i++) {
            x += radii[i] * StrictMath.cos(angles[i]);
            y += radii[i] * StrictMath.sin(angles[i]);
        }
        return StrictMath.atan2(y, x);
    }

    /** Returns the mean of cos(angle − π/2), unweighted: 1 for pure rotation, 0 for expansion or chance. */
    double dot() {
        double sum = 0;
        for (double angle : angles) {
            sum += StrictMath.sin(angle);
        }
        return sum / angles.length;
    }

    /** Returns how many angles lie in each of some sectors of equal width from −π to π. */
    double[] counts(int sectors) {
        double[] counts = new double[sectors];
        for (double angle : angles) {
            int sector = (int) ((angle + Math.PI) / (2 * Math.PI) * sectors);
            counts[Math.min(sector, sectors - 1)]++;
        }
        return counts;
    }
}
