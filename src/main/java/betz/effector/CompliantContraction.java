// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

import java.util.List;

/**
 * Muscles on compliant tendons: each has one row of its own, the length of its fibre, m, stepped by {@link FibreSolver} to the
 * joints and activations after the step.
 */
final class CompliantContraction implements Contraction {
    private final Activation activation;
    private final double dt; // of a mini-step
    private final List<? extends MusclePath> paths;
    private final PathKernel[] kernel;
    private final FibreSolver[] solver;
    private final int first;
    private final int batch;
    private final double[][] force; // [muscle][trial], N

    // derivatives of the length after every mini-step, [mini-step][muscle][trial], so that no step is solved again on
    // the way back
    private final double[][][] byStart;
    private final double[][][] byActivation;
    private final double[][][] byLength;

    CompliantContraction(Arm arm, ArmMuscles muscles, Activation activation, int batch, double dt) {
        this.activation = activation;
        this.dt = dt / arm.miniSteps();
        paths = muscles.paths;
        kernel = muscles.kernel;
        solver = paths.stream()
                .map(path -> new FibreSolver(new CompliantFibre(path)))
                .toArray(FibreSolver[]::new);
        first = Contraction.first(solver.length);
        this.batch = batch;
        force = new double[solver.length][batch];
        byStart = new double[arm.miniSteps()][solver.length][batch];
        byActivation = new double[arm.miniSteps()][solver.length][batch];
        byLength = new double[arm.miniSteps()][solver.length][batch];
    }

    @Override
    public double[] pull(int m, double[][] s) {
        double strength = paths.get(m).maximumForce();
        for (int i = 0; i < batch; i++) {
            force[m][i] = strength * stretched(m, s, i).tendon;
        }
        return force[m];
    }

    @Override
    public void pullVjp(int m, double[][] s, double[] forceGradient, double[][] g) {
        double strength = paths.get(m).maximumForce();
        for (int i = 0; i < batch; i++) {
            double byLength = forceGradient[i] * strength * stretched(m, s, i).tendonByLength;
            kernel[m].lengthVjp(s, 0, i, byLength, g);
            g[first + m][i] -= byLength;
        }
    }

    /** Works out one fibre of a state. */
    private CompliantFibre stretched(int m, double[][] s, int i) {
        CompliantFibre fibre = solver[m].fibre;
        double a = activation.clamp(s[ACTIVATION + m][i]);
        fibre.stretch(s[first + m][i] / fibre.optimal, a, kernel[m].length(s, 0, i));
        return fibre;
    }

    private CompliantFibre moving(int m, double[][] s, int i) {
        CompliantFibre fibre = stretched(m, s, i);
        fibre.move(s[first + m][i] / fibre.optimal, activation.clamp(s[ACTIVATION + m][i]), fibre.pull);
        return fibre;
    }

    @Override
    public void sense(int m, double[][] s, double[] length, double[] velocity) {
        measure(m, s, length, velocity);
        double optimal = paths.get(m).fibre();
        for (int i = 0; i < length.length; i++) {
            length[i] /= optimal;
            velocity[i] /= MusclePath.FASTEST * optimal;
        }
    }

    @Override
    public void senseVjp(int m, double[][] s, double[] lengthGradient, double[] velocityGradient, double[][] g) {
        for (int i = 0; i < batch; i++) {
            CompliantFibre fibre = moving(m, s, i);
            double byVelocity = velocityGradient[i] / MusclePath.FASTEST;
            double byFibre = fibre.velocityByFibre + fibre.velocityByPull * fibre.pullByFibre;
            g[first + m][i] += (lengthGradient[i] + byVelocity * byFibre) / fibre.optimal;
            kernel[m].lengthVjp(s, 0, i, byVelocity * fibre.velocityByPull * fibre.pullByLength, g);
            if (activation.passes(s[ACTIVATION + m][i])) {
                g[ACTIVATION + m][i] += byVelocity * fibre.velocityByActivation;
            }
        }
    }

    @Override
    public void measure(int m, double[][] s, double[] length, double[] velocity) {
        for (int i = 0; i < length.length; i++) {
            CompliantFibre fibre = moving(m, s, i);
            length[i] = s[first + m][i];
            velocity[i] = fibre.velocity * fibre.optimal;
        }
    }

    @Override
    public void rest(double[][] s) {
        for (int m = 0; m < solver.length; m++) {
            for (int i = 0; i < batch; i++) {
                solver[m].rest(s[ACTIVATION + m][i], kernel[m].length(s, 0, i));
                s[first + m][i] = solver[m].l * solver[m].fibre.optimal;
            }
        }
    }

    @Override
    public void carry(int part, double[][] s, double[][] next) {
        for (int m = 0; m < solver.length; m++) {
            FibreSolver fibre = solver[m];
            double optimal = fibre.fibre.optimal;
            for (int i = 0; i < batch; i++) {
                double start = s[first + m][i] / optimal;
                fibre.step(start, next[ACTIVATION + m][i], kernel[m].length(next, 0, i), dt);
                next[first + m][i] = fibre.l * optimal;
                byStart[part][m][i] = fibre.byStart;
                byActivation[part][m][i] = fibre.byActivation;
                byLength[part][m][i] = fibre.byLength;
            }
        }
    }

    @Override
    public void carryVjp(int part, double[][] s, double[][] next, double[][] nextGradient, double[][] g) {
        for (int m = 0; m < solver.length; m++) {
            double optimal = solver[m].fibre.optimal;
            for (int i = 0; i < batch; i++) {
                double byFibre = nextGradient[first + m][i];
                double relative = byFibre * optimal;
                g[first + m][i] += byFibre * byStart[part][m][i];
                nextGradient[ACTIVATION + m][i] += relative * byActivation[part][m][i];
                kernel[m].lengthVjp(next, 0, i, relative * byLength[part][m][i], nextGradient);
            }
        }
    }
}
