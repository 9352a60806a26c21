// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.stream.Stream;

/**
 * The mechanics of {@link Arm26}: {@code M q'' = -sum_m F_m r_m - damping q' + J' load - C}, r the moment arms.
 *
 * <p>Lengths and velocities are those of the joints that begin at row {@code stretched}: the present ones (0), or the
 * remembered ones.
 */
final class ArmMechanics implements Mechanics {
    /** Velocities are sensed relative to this many optimal fibre lengths per second. */
    private static final double FASTEST = 10;

    private final Skeleton skeleton;
    private final Activation activation;
    private final ArmDynamics dynamics;
    private final ArmMuscles muscles;
    private final int stretched;
    private final double[] torque = new double[2];
    private final double[] reached = new double[2]; // acceleration
    private final double[] muscleForce;

    private ArmPose[] poses = {new ArmPose()}; // [trial]
    private ArmPose pose = poses[0];

    ArmMechanics(Arm26 arm, Activation activation) {
        this.skeleton = arm.skeleton();
        this.activation = activation;
        this.dynamics = new ArmDynamics(skeleton);
        this.muscles = arm.armMuscles();
        this.stretched = arm.convention() == Convention.MOTORNET ? ACTIVATION + muscles.size() : 0;
        this.muscleForce = new double[muscles.size()];
    }

    @Override
    public int muscles() {
        return muscles.size();
    }

    @Override
    public void layOut(int batch) {
        poses = Stream.generate(ArmPose::new).limit(batch).toArray(ArmPose[]::new);
    }

    @Override
    public void turnTo(int trial) {
        pose = poses[trial];
    }

    @Override
    public void accelerate(double[] s, double[] load, double[] acceleration) {
        pose.take(skeleton, s);
        stretch(s);
        muscles.lever(s[1]);
        torque[0] = pose.x * load[1] - pose.y * load[0] - skeleton.damping() * s[2];
        torque[1] = pose.ex * load[1] - pose.ey * load[0] - skeleton.damping() * s[3];
        for (int m = 0; m < muscleForce.length; m++) {
            double force = muscles.force[m].differentiate(
                    activation.clamp(s[ACTIVATION + m]), muscles.length[m], muscles.velocity[m]);
            muscleForce[m] = force;
            torque[0] -= force * muscles.shoulder[m];
            torque[1] -= force * muscles.elbow[m];
        }
        dynamics.accelerate(pose.cos, pose.sin, s[2], s[3], torque, reached);
        acceleration[0] = reached[0];
        acceleration[1] = reached[1];
    }

    @Override
    public void accelerateVjp(double[] s, double[] load, double[] accelerationGradient, double[] g) {
        dynamics.solve(pose.cos, accelerationGradient[0], accelerationGradient[1], torque); // now the torques' gradient
        dynamics.vjp(pose.cos, pose.sin, s[2], s[3], reached, torque, g);
        g[2] -= skeleton.damping() * torque[0];
        g[3] -= skeleton.damping() * torque[1];

        // J' load turns with the arm
        double outer = pose.ex * load[0] + pose.ey * load[1];
        g[0] -= torque[0] * (pose.x * load[0] + pose.y * load[1]) + torque[1] * outer;
        g[1] -= (torque[0] + torque[1]) * outer;
        for (int m = 0; m < muscleForce.length; m++) {
            g[1] -= torque[1] * muscleForce[m] * muscles.slope[m];
            double byForce = -(torque[0] * muscles.shoulder[m] + torque[1] * muscles.elbow[m]);
            forceVjp(s, m, byForce, g);
        }
    }

    private void forceVjp(double[] s, int m, double gradient, double[] g) {
        double a = s[ACTIVATION + m];
        Force force = muscles.force[m]; // differentiated by accelerate
        if (activation.passes(a)) {
            g[ACTIVATION + m] += gradient * force.byActivation();
        }
        stretchVjp(s, m, gradient * force.byLength(), gradient * force.byVelocity(), g);
    }

    private void stretchVjp(double[] s, int m, double byLength, double byVelocity, double[] g) {
        double lever = muscles.paths.get(m).elbow(s[stretched + 1]);
        g[stretched] += byLength * muscles.shoulder[m];
        g[stretched + 1] += byLength * lever + byVelocity * s[stretched + 3] * muscles.slope[m];
        g[stretched + 2] += byVelocity * muscles.shoulder[m];
        g[stretched + 3] += byVelocity * lever;
    }

    @Override
    public void sense(double[] s, double[] sense) {
        pose.take(skeleton, s);
        stretch(s);
        sense[0] = pose.x;
        sense[1] = pose.y;
        sense[2] = -pose.y * s[2] - pose.ey * s[3];
        sense[3] = pose.x * s[2] + pose.ex * s[3];
        for (int m = 0; m < muscleForce.length; m++) {
            MusclePath path = muscles.paths.get(m);
            sense[HAND + m] = (muscles.length[m] - path.tendon()) / path.fibre();
            sense[HAND + muscleForce.length + m] = muscles.velocity[m] / (FASTEST * path.fibre());
        }
    }

    @Override
    public void senseVjp(double[] s, double[] senseGradient, double[] g) {
        pose.take(skeleton, s);
        double x = pose.x;
        double y = pose.y;
        double ex = pose.ex;
        double ey = pose.ey;
        double vx = senseGradient[2];
        double vy = senseGradient[3];
        g[0] += -y * senseGradient[0] + x * senseGradient[1];
        g[1] += -ey * senseGradient[0] + ex * senseGradient[1];
        g[0] -= vx * (x * s[2] + ex * s[3]) + vy * (y * s[2] + ey * s[3]);
        g[1] -= (vx * ex + vy * ey) * (s[2] + s[3]);
        g[2] += -y * vx + x * vy;
        g[3] += -ey * vx + ex * vy;
        for (int m = 0; m < muscleForce.length; m++) {
            double fibre = muscles.paths.get(m).fibre();
            double byVelocity = senseGradient[HAND + muscleForce.length + m] / (FASTEST * fibre);
            stretchVjp(s, m, senseGradient[HAND + m] / fibre, byVelocity, g);
        }
    }

    @Override
    public void muscles(double[] s, double[] muscle) {
        stretch(s);
        int count = muscleForce.length;
        for (int m = 0; m < count; m++) {
            muscle[m] = muscles.length[m];
            muscle[count + m] = muscles.velocity[m];
            muscle[2 * count + m] =
                    muscles.force[m].at(activation.clamp(s[ACTIVATION + m]), muscles.length[m], muscles.velocity[m]);
        }
    }

    private void stretch(double[] s) {
        muscles.stretch(s[stretched], s[stretched + 1], s[stretched + 2], s[stretched + 3]);
    }
}
