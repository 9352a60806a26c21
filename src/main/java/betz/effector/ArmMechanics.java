// SPDX-License-Identifier: Apache-2.0
package betz.effector;

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

    // of the last posture
    private double cos;
    private double sin;
    private double x; // hand from shoulder
    private double y;
    private double ex; // hand from elbow
    private double ey;

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
    public void accelerate(double[] s, double[] load, double[] acceleration) {
        pose(s);
        stretch(s);
        muscles.lever(s[1]);
        torque[0] = x * load[1] - y * load[0] - skeleton.damping() * s[2];
        torque[1] = ex * load[1] - ey * load[0] - skeleton.damping() * s[3];
        for (int m = 0; m < muscleForce.length; m++) {
            double force = force(s, m);
            muscleForce[m] = force;
            torque[0] -= force * muscles.shoulder[m];
            torque[1] -= force * muscles.elbow[m];
        }
        dynamics.accelerate(cos, sin, s[2], s[3], torque, reached);
        acceleration[0] = reached[0];
        acceleration[1] = reached[1];
    }

    @Override
    public void accelerateVjp(double[] s, double[] load, double[] accelerationGradient, double[] g) {
        dynamics.solve(cos, accelerationGradient[0], accelerationGradient[1], torque); // now the torques' gradient
        dynamics.vjp(cos, sin, s[2], s[3], reached, torque, g);
        g[2] -= skeleton.damping() * torque[0];
        g[3] -= skeleton.damping() * torque[1];

        // J' load turns with the arm
        double outer = ex * load[0] + ey * load[1];
        g[0] -= torque[0] * (x * load[0] + y * load[1]) + torque[1] * outer;
        g[1] -= (torque[0] + torque[1]) * outer;
        for (int m = 0; m < muscleForce.length; m++) {
            g[1] -= torque[1] * muscleForce[m] * muscles.slope[m];
            double byForce = -(torque[0] * muscles.shoulder[m] + torque[1] * muscles.elbow[m]);
            forceVjp(s, m, byForce, g);
        }
    }

    private void forceVjp(double[] s, int m, double gradient, double[] g) {
        double a = s[ACTIVATION + m];
        Force force = muscles.force[m];
        force.differentiate(activation.clamp(a), muscles.length[m], muscles.velocity[m]);
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
        pose(s);
        stretch(s);
        sense[0] = x;
        sense[1] = y;
        sense[2] = -y * s[2] - ey * s[3];
        sense[3] = x * s[2] + ex * s[3];
        for (int m = 0; m < muscleForce.length; m++) {
            MusclePath path = muscles.paths.get(m);
            sense[HAND + m] = (muscles.length[m] - path.tendon()) / path.fibre();
            sense[HAND + muscleForce.length + m] = muscles.velocity[m] / (FASTEST * path.fibre());
        }
    }

    @Override
    public void senseVjp(double[] s, double[] senseGradient, double[] g) {
        pose(s);
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
            muscle[2 * count + m] = force(s, m);
        }
    }

    private void pose(double[] s) {
        double both = s[0] + s[1];
        cos = StrictMath.cos(s[1]);
        sin = StrictMath.sin(s[1]);
        ex = skeleton.forearm().length() * StrictMath.cos(both);
        ey = skeleton.forearm().length() * StrictMath.sin(both);
        x = skeleton.upperArm().length() * StrictMath.cos(s[0]) + ex;
        y = skeleton.upperArm().length() * StrictMath.sin(s[0]) + ey;
    }

    private void stretch(double[] s) {
        muscles.stretch(s[stretched], s[stretched + 1], s[stretched + 2], s[stretched + 3]);
    }

    private double force(double[] s, int m) {
        return muscles.force[m].at(activation.clamp(s[ACTIVATION + m]), muscles.length[m], muscles.velocity[m]);
    }
}
