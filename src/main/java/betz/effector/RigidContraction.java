// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

/**
 * Muscles on rigid tendons: fibre length and velocity follow from the joints.
 *
 * <p>Lengths and velocities are those of the joints that begin at row {@code stretched}: the present ones (0), or the
 * remembered ones.
 */
final class RigidContraction implements Contraction {
    private final Activation activation;
    private final ArmMuscles muscles;
    private final int stretched;
    private final double[] slack; // of the tendons that lengths are told without, [muscle], m
    private final double[] fastest; // velocities that sensed ones are told over, [muscle], m/s
    private final double[] clamped; // activation, [trial]

    RigidContraction(Arm arm, ArmMuscles muscles, Activation activation, int batch) {
        this.activation = activation;
        this.muscles = muscles;
        stretched = arm.convention().lags() ? ACTIVATION + muscles.size() : 0;
        slack = arm.paths().stream().mapToDouble(arm.muscle()::tendon).toArray();
        fastest = arm.paths().stream().mapToDouble(arm.muscle()::fastest).toArray();
        clamped = new double[batch];
    }

    @Override
    public void take(double[][] s) {
        muscles.stretch(s, stretched);
    }

    @Override
    public double[] pull(int m, double[][] s) {
        activation.clamp(s[ACTIVATION + m], clamped);
        muscles.force[m].differentiate(clamped, muscles.length[m], muscles.velocity[m]);
        return muscles.force[m].force;
    }

    @Override
    public void pullVjp(int m, double[][] s, double[] forceGradient, double[][] g) {
        Force force = muscles.force[m];
        double[] a = s[ACTIVATION + m];
        double[] byActivation = g[ACTIVATION + m];
        PathKernel kernel = muscles.kernel[m];
        for (int i = 0; i < a.length; i++) {
            double gradient = forceGradient[i];
            if (activation.passes(a[i])) {
                byActivation[i] += gradient * force.byActivation[i];
            }
            kernel.stretchVjp(s, stretched, i, gradient * force.byLength[i], gradient * force.byVelocity[i], g);
        }
    }

    @Override
    public void sense(int m, double[][] s, double[] length, double[] velocity) {
        MusclePath path = muscles.paths.get(m);
        for (int i = 0; i < length.length; i++) {
            length[i] = (muscles.length[m][i] - path.tendon()) / path.fibre();
            velocity[i] = muscles.velocity[m][i] / fastest[m];
        }
    }

    @Override
    public void senseVjp(int m, double[][] s, double[] lengthGradient, double[] velocityGradient, double[][] g) {
        MusclePath path = muscles.paths.get(m);
        for (int i = 0; i < lengthGradient.length; i++) {
            double byVelocity = velocityGradient[i] / fastest[m];
            muscles.kernel[m].stretchVjp(s, stretched, i, lengthGradient[i] / path.fibre(), byVelocity, g);
        }
    }

    @Override
    public void measure(int m, double[][] s, double[] length, double[] velocity) {
        for (int i = 0; i < length.length; i++) {
            length[i] = muscles.length[m][i] - slack[m];
        }
        System.arraycopy(muscles.velocity[m], 0, velocity, 0, velocity.length);
    }
}
