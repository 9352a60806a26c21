// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/**
 * The mechanics of an {@link Arm}: {@code M q'' = -sum_m F_m r_m + joint load - damping q' + J' load - C}, r the moment arms;
 * the loads are the constant ones and those of the step, see {@link HandLoad}; M and C are those of arm and mass in the hand. {@link
 * Contraction} has the forces.
 */
final class ArmMechanics implements Mechanics {
    private final double damping;
    private final double[] jointLoad; // [2], N·m
    private final double[] endpointLoad; // [2], N
    private final ArmDynamics dynamics;
    private final ArmMuscles muscles;
    private final Contraction contraction;
    private final ArmPose pose;
    private final int carried;
    private final double[][] hand; // force at the hand, [2][trial], N
    private final HandLoad linear;
    private final double[] empty; // masses in empty hands, [trial]
    private final double[][] torque; // [2][trial]
    private final double[][] reached; // acceleration, [2][trial]
    private final double[][] forces; // the contraction's, [muscle][trial], N
    private final double[] pulled; // gradient of one muscle's forces, [trial]

    ArmMechanics(Arm arm, Activation activation, int batch, double dt) {
        damping = arm.jointDamping();
        jointLoad = arm.jointLoad().stream().mapToDouble(torque -> torque).toArray();
        endpointLoad = arm.endpointLoad().stream().mapToDouble(force -> force).toArray();
        dynamics = new ArmDynamics(arm.skeleton());
        muscles = new ArmMuscles(arm, batch);
        pose = new ArmPose(arm.skeleton(), batch);
        contraction = Contraction.of(arm, muscles, activation, batch, dt);
        carried = Contraction.rows(arm);
        hand = new double[2][batch];
        linear = new HandLoad(batch);
        empty = new double[batch];
        torque = new double[2][batch];
        reached = new double[2][batch];
        forces = new double[muscles.size()][];
        pulled = new double[batch];
    }

    @Override
    public int muscles() {
        return muscles.size();
    }

    @Override
    public void accelerate(double[][] s, double[][] load, double[][] acceleration) {
        pose.take(s);
        contraction.take(s);
        muscles.lever(s);
        load(s, load);
        double[] t0 = torque[0];
        double[] t1 = torque[1];
        for (int m = 0; m < muscles.size(); m++) {
            double[] force = contraction.pull(m, s);
            forces[m] = force;
            double[] shoulder = muscles.shoulder[m];
            double[] elbow = muscles.elbow[m];
            for (int i = 0; i < t0.length; i++) {
                t0[i] -= force[i] * shoulder[i];
                t1[i] -= force[i] * elbow[i];
            }
        }
        dynamics.accelerate(pose, HandLoad.mass(load, empty), s, torque, reached);
        System.arraycopy(reached[0], 0, acceleration[0], 0, t0.length);
        System.arraycopy(reached[1], 0, acceleration[1], 0, t0.length);
    }

    /** Sets the torques of all that is no muscle. */
    private void load(double[][] s, double[][] load) {
        for (int axis = 0; axis < 2; axis++) {
            for (int i = 0; i < hand[axis].length; i++) {
                hand[axis][i] = endpointLoad[axis] + load[axis][i];
            }
        }
        boolean isLinear = HandLoad.isLinear(load);
        if (isLinear) {
            senseHand(s, linear.hand);
            HandLoad.addForce(load, linear.hand, hand);
        }
        for (int i = 0; i < pulled.length; i++) {
            double fx = hand[0][i];
            double fy = hand[1][i];
            torque[0][i] = jointLoad[0] + pose.x[i] * fy - pose.y[i] * fx - damping * s[2][i];
            torque[1][i] = jointLoad[1] + pose.ex[i] * fy - pose.ey[i] * fx - damping * s[3][i];
        }
        if (isLinear) {
            HandLoad.addTorque(load, torque);
        }
    }

    @Override
    public void accelerateVjp(double[][] s, double[][] load, double[][] accelerationGradient, double[][] g) {
        double[] t0 = torque[0]; // now the torques' gradient
        double[] t1 = torque[1];
        System.arraycopy(accelerationGradient[0], 0, t0, 0, t0.length);
        System.arraycopy(accelerationGradient[1], 0, t1, 0, t1.length);
        double[] mass = HandLoad.mass(load, empty);
        dynamics.solve(pose.cos, mass, torque);
        dynamics.vjp(pose, mass, s, reached, torque, g);

        // J' load turns with the arm
        for (int i = 0; i < t0.length; i++) {
            g[2][i] -= damping * t0[i];
            g[3][i] -= damping * t1[i];
            double outer = pose.ex[i] * hand[0][i] + pose.ey[i] * hand[1][i];
            g[0][i] -= t0[i] * (pose.x[i] * hand[0][i] + pose.y[i] * hand[1][i]) + t1[i] * outer;
            g[1][i] -= (t0[i] + t1[i]) * outer;
        }
        if (HandLoad.isLinear(load)) {
            loadVjp(s, load, g);
        }
        for (int m = 0; m < muscles.size(); m++) {
            forceVjp(s, m, g);
        }
    }

    /** Carries the torques' gradient back through what the load makes of the hand's place and velocity. */
    private void loadVjp(double[][] s, double[][] load, double[][] g) {
        double[] t0 = torque[0];
        double[] t1 = torque[1];
        for (double[] row : linear.hand) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < t0.length; i++) {
            double gx = -pose.y[i] * t0[i] - pose.ey[i] * t1[i];
            double gy = pose.x[i] * t0[i] + pose.ex[i] * t1[i];
            HandLoad.vjp(load, i, gx, gy, linear.hand);
        }
        senseHandVjp(s, linear.hand, g);
    }

    private void forceVjp(double[][] s, int m, double[][] g) {
        muscles.kernel[m].leverVjp(s, torque, forces[m], g); // forces of accelerate
        double[] shoulder = muscles.shoulder[m];
        double[] elbow = muscles.elbow[m];
        for (int i = 0; i < pulled.length; i++) {
            pulled[i] = -(torque[0][i] * shoulder[i] + torque[1][i] * elbow[i]);
        }
        contraction.pullVjp(m, s, pulled, g);
    }

    @Override
    public void forcesVjp(double[][] s, double[][] forceGradient, double[][] g) {
        contraction.take(s);
        for (int m = 0; m < muscles.size(); m++) {
            contraction.pull(m, s);
            contraction.pullVjp(m, s, forceGradient[m], g);
        }
    }

    @Override
    public void sense(double[][] s, double[][] sense) {
        pose.take(s);
        contraction.take(s);
        senseHand(s, sense);
        for (int m = 0; m < muscles.size(); m++) {
            contraction.sense(m, s, sense[HAND + m], sense[HAND + muscles.size() + m]);
        }
    }

    /** Writes place and velocity of the hand in the pose taken, [4 and more][trial]. */
    private void senseHand(double[][] s, double[][] sense) {
        for (int i = 0; i < pulled.length; i++) {
            sense[0][i] = pose.x[i];
            sense[1][i] = pose.y[i];
            sense[2][i] = -pose.y[i] * s[2][i] - pose.ey[i] * s[3][i];
            sense[3][i] = pose.x[i] * s[2][i] + pose.ex[i] * s[3][i];
        }
    }

    @Override
    public void senseVjp(double[][] s, double[][] senseGradient, double[][] g) {
        pose.take(s);
        senseHandVjp(s, senseGradient, g);
        for (int m = 0; m < muscles.size(); m++) {
            contraction.senseVjp(m, s, senseGradient[HAND + m], senseGradient[HAND + muscles.size() + m], g);
        }
    }

    /** Carries the gradient over place and velocity of the hand, [4 and more][trial], back in the pose taken. */
    private void senseHandVjp(double[][] s, double[][] senseGradient, double[][] g) {
        for (int i = 0; i < pulled.length; i++) {
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
    }

    @Override
    public void muscles(double[][] s, double[][] muscle) {
        contraction.take(s);
        int count = muscles.size();
        for (int m = 0; m < count; m++) {
            System.arraycopy(contraction.pull(m, s), 0, muscle[2 * count + m], 0, pulled.length);
            contraction.measure(m, s, muscle[m], muscle[count + m]);
        }
    }

    @Override
    public int carried() {
        return carried;
    }

    @Override
    public void rest(double[][] s) {
        contraction.rest(s);
    }

    @Override
    public void carry(int part, double[][] s, double[][] next) {
        contraction.carry(part, s, next);
    }

    @Override
    public void carryVjp(int part, double[][] s, double[][] next, double[][] nextGradient, double[][] g) {
        contraction.carryVjp(part, s, next, nextGradient, g);
    }
}
