// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The mechanics of {@link Arm26}: {@code M q'' = -sum_m F_m r_m + joint load - damping q' + J' load - C}, r the moment arms;
 * the load at the hand is the constant one and that of the step.
 *
 * <p>Lengths and velocities are those of the joints that begin at row {@code stretched}: the present ones (0), or the
 * remembered ones.
 */
final class ArmMechanics implements Mechanics {
    /** Velocities are sensed relative to this many optimal fibre lengths per second. */
    private static final double FASTEST = 10;

    private final double damping;
    private final double[] jointLoad; // [2], N·m
    private final double[] endpointLoad; // [2], N
    private final Activation activation;
    private final ArmDynamics dynamics;
    private final ArmMuscles muscles;
    private final ArmPose pose;
    private final int stretched;
    private final double[] slack; // of the tendons that lengths are told without, [muscle], m
    private final double[][] pull; // at the hand, [2][trial], N
    private final double[][] torque; // [2][trial]
    private final double[][] reached; // acceleration, [2][trial]
    private final double[] clamped; // activation, [trial]

    ArmMechanics(Arm26 arm, Activation activation, int batch) {
        damping = arm.jointDamping();
        jointLoad = arm.jointLoad().stream().mapToDouble(torque -> torque).toArray();
        endpointLoad = arm.endpointLoad().stream().mapToDouble(force -> force).toArray();
        this.activation = activation;
        dynamics = new ArmDynamics(arm.skeleton());
        muscles = arm.armMuscles(batch);
        pose = new ArmPose(arm.skeleton(), batch);
        stretched = arm.convention().remembers() ? ACTIVATION + muscles.size() : 0;
        slack = arm.paths().stream().mapToDouble(arm.muscle()::tendon).toArray();
        pull = new double[2][batch];
        torque = new double[2][batch];
        reached = new double[2][batch];
        clamped = new double[batch];
    }

    @Override
    public int muscles() {
        return muscles.size();
    }

    @Override
    public void accelerate(double[][] s, double[][] load, double[][] acceleration) {
        pose.take(s);
        stretch(s);
        muscles.lever(s[1]);
        double[] t0 = torque[0];
        double[] t1 = torque[1];
        for (int i = 0; i < t0.length; i++) {
            double fx = endpointLoad[0] + load[0][i];
            double fy = endpointLoad[1] + load[1][i];
            pull[0][i] = fx;
            pull[1][i] = fy;
            t0[i] = jointLoad[0] + pose.x[i] * fy - pose.y[i] * fx - damping * s[2][i];
            t1[i] = jointLoad[1] + pose.ex[i] * fy - pose.ey[i] * fx - damping * s[3][i];
        }
        for (int m = 0; m < muscles.size(); m++) {
            pull(m, s[ACTIVATION + m]);
            double[] force = muscles.force[m].force;
            double[] elbow = muscles.elbow[m];
            for (int i = 0; i < t0.length; i++) {
                t0[i] -= force[i] * muscles.shoulder[m];
                t1[i] -= force[i] * elbow[i];
            }
        }
        dynamics.accelerate(pose, s, torque, reached);
        System.arraycopy(reached[0], 0, acceleration[0], 0, t0.length);
        System.arraycopy(reached[1], 0, acceleration[1], 0, t0.length);
    }

    /** Computes the forces of one muscle, with their derivatives. */
    private void pull(int m, double[] a) {
        activation.clamp(a, clamped);
        muscles.force[m].differentiate(clamped, muscles.length[m], muscles.velocity[m]);
    }

    @Override
    public void accelerateVjp(double[][] s, double[][] load, double[][] accelerationGradient, double[][] g) {
        double[] t0 = torque[0]; // now the torques' gradient
        double[] t1 = torque[1];
        System.arraycopy(accelerationGradient[0], 0, t0, 0, t0.length);
        System.arraycopy(accelerationGradient[1], 0, t1, 0, t1.length);
        dynamics.solve(pose.cos, torque);
        dynamics.vjp(pose, s, reached, torque, g);

        // J' load turns with the arm
        for (int i = 0; i < t0.length; i++) {
            g[2][i] -= damping * t0[i];
            g[3][i] -= damping * t1[i];
            double outer = pose.ex[i] * pull[0][i] + pose.ey[i] * pull[1][i];
            g[0][i] -= t0[i] * (pose.x[i] * pull[0][i] + pose.y[i] * pull[1][i]) + t1[i] * outer;
            g[1][i] -= (t0[i] + t1[i]) * outer;
        }
        for (int m = 0; m < muscles.size(); m++) {
            forceVjp(s, m, g);
        }
    }

    private void forceVjp(double[][] s, int m, double[][] g) {
        Force force = muscles.force[m]; // differentiated by accelerate
        double[] a = s[ACTIVATION + m];
        double[] byActivation = g[ACTIVATION + m];
        double[] elbow = muscles.elbow[m];
        MusclePath path = muscles.paths.get(m);
        for (int i = 0; i < a.length; i++) {
            g[1][i] -= torque[1][i] * force.force[i] * muscles.slope[m];
            double gradient = -(torque[0][i] * muscles.shoulder[m] + torque[1][i] * elbow[i]);
            if (activation.passes(a[i])) {
                byActivation[i] += gradient * force.byActivation[i];
            }
            stretchVjp(s, path, i, gradient * force.byLength[i], gradient * force.byVelocity[i], g);
        }
    }

    @Override
    public void forcesVjp(double[][] s, double[][] forceGradient, double[][] g) {
        stretch(s);
        for (int m = 0; m < muscles.size(); m++) {
            pull(m, s[ACTIVATION + m]);
            Force force = muscles.force[m];
            MusclePath path = muscles.paths.get(m);
            for (int i = 0; i < clamped.length; i++) {
                double gradient = forceGradient[m][i];
                if (activation.passes(s[ACTIVATION + m][i])) {
                    g[ACTIVATION + m][i] += gradient * force.byActivation[i];
                }
                stretchVjp(s, path, i, gradient * force.byLength[i], gradient * force.byVelocity[i], g);
            }
        }
    }

    private void stretchVjp(double[][] s, MusclePath path, int i, double byLength, double byVelocity, double[][] g) {
        double lever = path.elbow(s[stretched + 1][i]);
        g[stretched][i] += byLength * path.shoulder();
        g[stretched + 1][i] += byLength * lever + byVelocity * s[stretched + 3][i] * (2 * path.elbowSlope());
        g[stretched + 2][i] += byVelocity * path.shoulder();
        g[stretched + 3][i] += byVelocity * lever;
    }

    @Override
    public void sense(double[][] s, double[][] sense) {
        pose.take(s);
        stretch(s);
        for (int i = 0; i < clamped.length; i++) {
            sense[0][i] = pose.x[i];
            sense[1][i] = pose.y[i];
            sense[2][i] = -pose.y[i] * s[2][i] - pose.ey[i] * s[3][i];
            sense[3][i] = pose.x[i] * s[2][i] + pose.ex[i] * s[3][i];
        }
        for (int m = 0; m < muscles.size(); m++) {
            MusclePath path = muscles.paths.get(m);
            double[] length = sense[HAND + m];
            double[] velocity = sense[HAND + muscles.size() + m];
            for (int i = 0; i < length.length; i++) {
                length[i] = (muscles.length[m][i] - path.tendon()) / path.fibre();
                velocity[i] = muscles.velocity[m][i] / (FASTEST * path.fibre());
            }
        }
    }

    @Override
    public void senseVjp(double[][] s, double[][] senseGradient, double[][] g) {
        pose.take(s);
        for (int i = 0; i < clamped.length; i++) {
            double x = pose.x[i];
            double y = pose.y[i];
            double ex = pose.ex[i];
            double ey = pose.ey[i];
            double vx = senseGradient[2][i];
            double vy = senseGradient[3][i];
            g[0][i] += -y * senseGradient[0][i] + x * senseGradient[1][i];
            g[1][i] += -ey * senseGradient[0][i] + ex * senseGradient[1][i];
            g[0][i] -= vx * (x * s[2][i] + ex * s[3][i]) + vy * (y * s[2][i] + ey * s[3][i]);
            g[1][i] -= (vx * ex + vy * ey) * (s[2][i] + s[3][i]);
            g[2][i] += -y * vx + x * vy;
            g[3][i] += -ey * vx + ex * vy;
        }
        for (int m = 0; m < muscles.size(); m++) {
            MusclePath path = muscles.paths.get(m);
            double[] length = senseGradient[HAND + m];
            double[] velocity = senseGradient[HAND + muscles.size() + m];
            for (int i = 0; i < length.length; i++) {
                double byVelocity = velocity[i] / (FASTEST * path.fibre());
                stretchVjp(s, path, i, length[i] / path.fibre(), byVelocity, g);
            }
        }
    }

    @Override
    public void muscles(double[][] s, double[][] muscle) {
        stretch(s);
        int count = muscles.size();
        for (int m = 0; m < count; m++) {
            pull(m, s[ACTIVATION + m]);
            for (int i = 0; i < clamped.length; i++) {
                muscle[m][i] = muscles.length[m][i] - slack[m];
            }
            System.arraycopy(muscles.velocity[m], 0, muscle[count + m], 0, clamped.length);
            System.arraycopy(muscles.force[m].force, 0, muscle[2 * count + m], 0, clamped.length);
        }
    }

    private void stretch(double[][] s) {
        muscles.stretch(s[stretched], s[stretched + 1], s[stretched + 2], s[stretched + 3]);
    }
}
