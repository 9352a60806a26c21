// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/**
 * The force of {@link CompliantTendonHill}, that of its tendon: at rest, or at the end of a step from fibres that were kept. The
 * velocity of muscle and tendon does not matter.
 */
final class CompliantForce extends Force {
    private final double strength;
    private final FibreSolver solver;
    private final double[] kept; // l before the step, [trial]
    private final double[] found; // l of the last call, [trial]
    private double dt = Double.POSITIVE_INFINITY;

    CompliantForce(MusclePath path, int batch) {
        super(batch);
        strength = path.maximumForce();
        solver = new FibreSolver(new CompliantFibre(path));
        kept = new double[batch];
        found = new double[batch];
        Arrays.fill(kept, 1);
    }

    @Override
    public void differentiate(double[] activation, double[] length, double[] velocity) {
        CompliantFibre fibre = solver.fibre;
        for (int i = 0; i < force.length; i++) {
            if (dt == Double.POSITIVE_INFINITY) {
                solver.rest(activation[i], length[i]);
            } else {
                solver.step(kept[i], activation[i], length[i], dt);
            }
            found[i] = solver.l;
            double slope = strength * fibre.tendonByLength;
            force[i] = strength * fibre.tendon;
            byActivation[i] = -slope * fibre.optimal * solver.byActivation;
            byLength[i] = slope * (1 - fibre.optimal * solver.byLength);
        }
    }

    @Override
    void over(double step) {
        dt = step;
    }

    @Override
    void keep() {
        System.arraycopy(found, 0, kept, 0, kept.length);
    }
}
