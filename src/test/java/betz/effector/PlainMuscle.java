// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Map;
import java.util.Objects;

/**
 * The muscles on rigid tendons, written down once more from their published equations without sharing a line with the kernels:
 * force over the greatest, of the optimal fibre length l0 (m), the activation, the fibre's length (m) and its velocity (m/s).
 */
public enum PlainMuscle {
    RECTIFIED(0.015, 0.05, 0) {
        @Override
        public double force(double l0, double a, double length, double velocity) {
            return a;
        }
    },
    MUJOCO(0.01, 0.04, 0) {
        @Override
        public double force(double l0, double a, double length, double velocity) {
            double l = Math.max(length, 0.001) / l0;
            double v = velocity / 1.5;
            double b = 0.5 * (1 + 1.6);
            double p2 = 0.25 * 1.3;
            double passive = 0;
            if (l > b) {
                passive = p2 * (1 + 3 * (l - b) / (b - 1));
            } else if (l > 1) {
                passive = p2 * Math.pow((l - 1) / (b - 1), 3);
            }
            double curve = bump(l, 0.5, 1, 1.6) + 0.15 * bump(l, 0.5, 0.5 * (0.5 + 0.95), 0.95);
            double speed;
            double c = 1.2 - 1;
            if (v <= -1) {
                speed = 0;
            } else if (v <= 0) {
                speed = (v + 1) * (v + 1);
            } else if (v <= c) {
                speed = 1.2 - (c - v) * (c - v) / c;
            } else {
                speed = 1.2;
            }
            return a * curve * speed + passive;
        }

        private double bump(double l, double a, double m, double b) {
            double left = 0.5 * (a + m);
            double right = 0.5 * (m + b);
            if (l <= a || l >= b) {
                return 0;
            } else if (l < left) {
                double x = (l - a) / (left - a);
                return 0.5 * x * x;
            } else if (l < m) {
                double x = (m - l) / (m - left);
                return 1 - 0.5 * x * x;
            } else if (l < right) {
                double x = (l - m) / (right - m);
                return 1 - 0.5 * x * x;
            }
            double x = (b - l) / (b - right);
            return 0.5 * x * x;
        }
    },
    RIGID(0.015, 0.05, 0.001) {
        @Override
        public double force(double l0, double a, double length, double velocity) {
            double l = Math.max(length, 0);
            double ln = l / l0;
            double vn = velocity / (10 * l0);
            double kpe = 1 / ((1.66 - 1.4) * (1.66 - 1.4));
            double stretch = Math.max((l - 1.4 * l0) / l0, 0);
            double passive = kpe * stretch * stretch;
            double curve = Math.max(1 - (ln - 1) * (ln - 1) / (0.66 * 0.66), 0.01);
            double ar = ln > 1 ? 0.41 * curve : 0.41;
            double share = 1 - 0.9 * ((a - 0.3) / (0.005 - 0.3));
            double br = a < 0.3 ? 5.2 * share * share : 5.2;
            double s = 0.001;
            double f = curve * a;
            double d0 = a * (curve + ar) / br;
            double p1 = -0.5 * f / (s - 2 * d0);
            double p2 = 0.25 * f * f / (s - 2 * d0);
            double p3 = -1.5 * f;
            double active = vn < 0
                    ? (vn * a * ar + f * br) / (br - vn)
                    : (-p1 * p3 + p1 * s * vn + p2 - p3 * vn + s * vn * vn) / (p1 + vn);
            return Math.max(active, 0) + passive;
        }
    },
    THELEN(0.015, 0.05, 0.001) {
        @Override
        public double force(double l0, double a, double length, double velocity) {
            double l = Math.max(length, 0.001);
            double vmax = 10 * l0;
            double ce2 = 3 * 0.25 * vmax * (1.4 - 1);
            double ce3 = 8 * 1.4 * (0.25 + 1);
            double ce4 = 0.25 * vmax * (1.4 - 1);
            double ce5 = 8 * (0.25 + 1);
            double v = velocity;
            double speed = v <= 0
                    ? 0.25 * (3 * a * vmax + 4 * v + vmax) / (3 * a * 0.25 * vmax + 0.25 * vmax - 4 * v)
                    : (ce2 * a + ce3 * v + ce4) / (3 * a * ce4 + ce5 * v + ce4);
            double passive = Math.max((Math.exp(5 / 0.6 * (l - l0) / l0) - 1) / (Math.exp(5) - 1), 0);
            double curve = Math.exp(-(l / l0 - 1) * (l / l0 - 1) / 0.45);
            return a * curve * Math.max(speed, 0) + passive;
        }
    };

    /** The muscles of which these are the equations. */
    static final Map<Muscle, PlainMuscle> OF = Map.of(
            Relu.DEFAULT,
            RECTIFIED,
            MujocoHill.DEFAULT,
            MUJOCO,
            RigidTendonHill.DEFAULT,
            RIGID,
            Thelen.DEFAULT,
            THELEN);

    /** Time constants of activation, s. */
    public final double rise;

    public final double fall;

    /** Smallest activation. */
    public final double least;

    PlainMuscle(double rise, double fall, double least) {
        this.rise = rise;
        this.fall = fall;
        this.least = least;
    }

    /** Returns the equations of a muscle on a rigid tendon. */
    static PlainMuscle of(Muscle muscle) {
        return Objects.requireNonNull(OF.get(muscle));
    }

    /** Returns the force over the greatest. */
    public abstract double force(double l0, double a, double length, double velocity);

    /** Returns the activation a step later. */
    double activated(double activation, double excitation, double dt) {
        return activated(activation, excitation, dt, rise, fall, least);
    }

    static double activated(double activation, double excitation, double dt, double rise, double fall, double least) {
        double a = Math.max(least, Math.min(1, activation));
        double u = Math.max(least, Math.min(1, excitation));
        double k = 0.5 + 1.5 * a;
        double tau = u > a ? rise * k : fall / k;
        return Math.max(least, Math.min(1, a + (u - a) / tau * dt));
    }
}
