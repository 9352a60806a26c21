// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The muscle on a compliant tendon, written down once more from its published equations without sharing a line with the
 * kernels, in the order of update of MotorNet (doi:10.7554/eLife.88591).
 */
public final class PlainFibre {
    private final double l0;
    private final double slack;

    /** Length, m. */
    public double length;

    double active;

    /** Force of the tendon over the greatest. */
    public double tendon;

    /** Optimal lengths per second. */
    public double velocity;

    /** Makes one of an optimal length and a slack length of the tendon, m. */
    public PlainFibre(double l0, double slack) {
        this.l0 = l0;
        this.slack = slack;
    }

    /** Starts at a length of muscle and tendon, m, with one step of the length. */
    public void reset(double musculotendon, double a, double dt) {
        double lpe = 1.4 * l0;
        if (musculotendon < slack) {
            length = 0.001 * l0;
        } else if (musculotendon <= slack + lpe) {
            length = musculotendon - slack;
        } else {
            // halving, where passive fibre and tendon balance
            double low = lpe;
            double high = musculotendon - slack;
            for (int i = 0; i < 200; i++) {
                length = 0.5 * (low + high);
                boolean taut = series(musculotendon) > passive();
                low = taut ? length : low;
                high = taut ? high : length;
            }
        }
        active = Math.max(series(musculotendon) - passive(), 0);
        step(musculotendon, a, dt);
    }

    /** Steps from a length of muscle and tendon, m, and an activation, both before the step. */
    public void step(double musculotendon, double a, double dt) {
        double v = velocity(length / l0, a, active);
        tendon = series(musculotendon);
        active = Math.max(tendon - passive(), 0);
        length = (length / l0 + dt * v) * l0;
        velocity = v;
    }

    double series(double musculotendon) {
        double kse = 1 / (0.04 * 0.04);
        double strain = Math.max((musculotendon - length - slack) / slack, 0);
        return Math.min(kse * strain * strain, 1);
    }

    double passive() {
        double kpe = 1 / ((1.66 - 1.4) * (1.66 - 1.4));
        double stretch = Math.max((length - 1.4 * l0) / l0, 0);
        return kpe * stretch * stretch;
    }

    static double velocity(double ln, double a, double active) {
        double curve = Math.max(1 - (ln - 1) * (ln - 1) / (0.66 * 0.66), 0.01);
        double ar = ln < 1 ? 0.41 * curve : 0.41;
        double share = 1 - 0.9 * ((a - 0.3) / (0.005 - 0.3));
        double br = a < 0.3 ? 5.2 * share * share : 5.2;
        double f = curve * a;
        if (active < f) {
            return br * (active - f) / (active + a * ar);
        }
        double s = 0.001;
        double d0 = a * (curve + ar) / br;
        double p1 = -0.5 * f / (s - 2 * d0);
        double p3 = -1.5 * f;
        double square = active * active
                + 2 * active * p1 * s
                + 2 * active * p3
                + p1 * p1 * s * s
                + 2 * p1 * p3 * s
                - 4 * (0.5 * f) * (0.5 * f) * s / (s - 2 * d0)
                + p3 * p3;
        return (-active + p1 * s - p3 - Math.sqrt(Math.max(square, 0))) / (-2 * s);
    }
}
