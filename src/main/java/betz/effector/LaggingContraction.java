// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

import java.util.List;

/**
 * Muscles on compliant tendons in MotorNet's order of update (doi:10.7554/eLife.88591). Each has four rows of its own: length
 * (m), pull of the active fibre over the greatest force, force (N) and velocity (m/s). An explicit step takes all of the state
 * before:
 *
 * <p>{@code v = v(l, a, pull)} from the stored pull; {@code l' = l + dt v}, dt that of a mini-step; pull and force are those of l
 * and the joints before it; the stored velocity is 10 v, as there. A start has the length at which tendon and passive fibre
 * balance, after one step more of the length, by the whole dt.
 */
final class LaggingContraction implements Contraction {
    /** Rows of each muscle: length, pull, force, velocity. */
    static final int ROWS = 4;

    private final Activation activation;
    private final double whole; // step
    private final double miniStep; // mini-step
    private final List<? extends MusclePath> paths;
    private final PathKernel[] kernel;
    private final CompliantFibre[] fibre;
    private final int length; // first row of each kind
    private final int pull;
    private final int force;
    private final int velocity;
    private final int batch;
    private final double[][] forces; // [muscle][trial], N

    LaggingContraction(Arm arm, ArmMuscles muscles, Activation activation, int batch, double dt) {
        this.activation = activation;
        whole = dt;
        miniStep = dt / arm.miniSteps();
        paths = muscles.paths;
        kernel = muscles.kernel;
        fibre = paths.stream().map(CompliantFibre::new).toArray(CompliantFibre[]::new);
        length = Contraction.first(fibre.length);
        pull = length + fibre.length;
        force = pull + fibre.length;
        velocity = force + fibre.length;
        this.batch = batch;
        forces = new double[fibre.length][batch];
    }

    @Override
    public double[] pull(int m, double[][] s) {
        for (int i = 0; i < batch; i++) {
            forces[m][i] = Math.max(s[force + m][i], 0);
        }
        return forces[m];
    }

    @Override
    public void pullVjp(int m, double[][] s, double[] forceGradient, double[][] g) {
        for (int i = 0; i < batch; i++) {
            g[force + m][i] += s[force + m][i] >= 0 ? forceGradient[i] : 0;
        }
    }

    @Override
    public void sense(int m, double[][] s, double[] lengths, double[] velocities) {
        double optimal = paths.get(m).fibre();
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = s[length + m][i] / optimal;
            velocities[i] = s[velocity + m][i] / (MusclePath.FASTEST * optimal);
        }
    }

    @Override
    public void senseVjp(int m, double[][] s, double[] lengthGradient, double[] velocityGradient, double[][] g) {
        double optimal = paths.get(m).fibre();
        for (int i = 0; i < lengthGradient.length; i++) {
            g[length + m][i] += lengthGradient[i] / optimal;
            g[velocity + m][i] += velocityGradient[i] / (MusclePath.FASTEST * optimal);
        }
    }

    @Override
    public void measure(int m, double[][] s, double[] lengths, double[] velocities) {
        System.arraycopy(s[length + m], 0, lengths, 0, lengths.length);
        System.arraycopy(s[velocity + m], 0, velocities, 0, velocities.length);
    }

    @Override
    public void rest(double[][] s) {
        for (int m = 0; m < fibre.length; m++) {
            for (int i = 0; i < batch; i++) {
                double l = fibre[m].passiveLength(kernel[m].length(s, 0, i));
                stretch(m, s, i, l);
                s[length + m][i] = l * fibre[m].optimal;
                s[pull + m][i] = fibre[m].pull;
                advance(m, s, i, s, whole);
            }
        }
    }

    @Override
    public void carry(int part, double[][] s, double[][] next) {
        for (int m = 0; m < fibre.length; m++) {
            for (int i = 0; i < batch; i++) {
                stretch(m, s, i, s[length + m][i] / fibre[m].optimal);
                advance(m, s, i, next, miniStep);
            }
        }
    }

    private void stretch(int m, double[][] s, int i, double l) {
        double a = activation.clamp(s[ACTIVATION + m][i]);
        fibre[m].stretch(l, a, kernel[m].length(s, 0, i));
    }

    private void move(int m, double[][] s, int i) {
        double l = s[length + m][i] / fibre[m].optimal;
        fibre[m].move(l, activation.clamp(s[ACTIVATION + m][i]), Math.max(0, Math.min(1, s[pull + m][i])));
    }

    /** Writes the four rows after a fibre was stretched. */
    private void advance(int m, double[][] s, int i, double[][] next, double dt) {
        CompliantFibre now = fibre[m];
        move(m, s, i);
        next[length + m][i] = (s[length + m][i] / now.optimal + dt * now.velocity) * now.optimal;
        next[pull + m][i] = now.pull;
        next[force + m][i] = now.tendon * paths.get(m).maximumForce();
        next[velocity + m][i] = now.velocity * MusclePath.FASTEST * now.optimal;
    }

    @Override
    public void carryVjp(int part, double[][] s, double[][] next, double[][] nextGradient, double[][] g) {
        for (int m = 0; m < fibre.length; m++) {
            for (int i = 0; i < batch; i++) {
                fibreVjp(m, s, i, nextGradient, g);
            }
        }
    }

    private void fibreVjp(int m, double[][] s, int i, double[][] nextGradient, double[][] g) {
        CompliantFibre now = fibre[m];
        stretch(m, s, i, s[length + m][i] / now.optimal);
        move(m, s, i);
        double byPull = nextGradient[pull + m][i];
        double byTendon = nextGradient[force + m][i] * paths.get(m).maximumForce();
        double byVelocity = now.optimal
                * (miniStep * nextGradient[length + m][i] + MusclePath.FASTEST * nextGradient[velocity + m][i]);
        double byMusculotendon = byPull * now.pullByLength + byTendon * now.tendonByLength;
        kernel[m].lengthVjp(s, 0, i, byMusculotendon, g);
        g[length + m][i] += nextGradient[length + m][i]
                + (byPull * now.pullByFibre + byVelocity * now.velocityByFibre) / now.optimal
                - byTendon * now.tendonByLength;
        if (s[pull + m][i] >= 0 && s[pull + m][i] <= 1) {
            g[pull + m][i] += byVelocity * now.velocityByPull;
        }
        if (activation.passes(s[ACTIVATION + m][i])) {
            g[ACTIVATION + m][i] += byVelocity * now.velocityByActivation;
        }
    }
}
