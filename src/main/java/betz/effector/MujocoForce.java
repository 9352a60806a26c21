// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The force of {@link MujocoHill}: {@code F = Fmax (a L(l) V(v) + P(l))}.
 *
 * <p>l is the fibre length over the optimal one, v the velocity over 1.5 m/s, b = (1 + 1.6)/2 = 1.3:
 *
 * <ul>
 *   <li>L = bump(l; 0.5, 1, 1.6) + 0.15 bump(l; 0.5, 0.725, 0.95), see {@link Bump}
 *   <li>V = 0 up to v = -1, (v + 1)² up to 0, 1.2 - (0.2 - v)²/0.2 up to 0.2, then 1.2
 *   <li>P = 0 up to l = 1, 0.325 ((l - 1)/(b - 1))³ up to b, then on along the tangent
 * </ul>
 */
final class MujocoForce extends Force {
    /** No fibre shortens faster, m/s. */
    static final double FASTEST = 1.5;

    private static final double SHORTEST = 0.001; // fibre, m
    private static final double LOW = 0.5; // lengths without active force
    private static final double HIGH = 1.6;
    private static final double KNEE = 0.95; // where the second bump ends
    private static final double SECOND = 0.15; // height of the second bump
    private static final double ECCENTRIC = 1.2; // force of fast lengthening over the isometric
    private static final double PASSIVE = 0.25 * 1.3; // a quarter of the greatest passive force
    private static final double STRETCH = (1 + HIGH) / 2 - 1; // from the optimal length to where P turns straight
    private static final Bump FIRST_BUMP = new Bump(LOW, 1, HIGH);
    private static final Bump SECOND_BUMP = new Bump(LOW, (LOW + KNEE) / 2, KNEE);

    private final double strength;
    private final double tendon;
    private final double fibre;

    MujocoForce(MusclePath path, int batch) {
        super(batch);
        strength = path.maximumForce();
        tendon = path.tendon();
        fibre = path.fibre();
    }

    @Override
    public void differentiate(double[] activation, double[] length, double[] velocity) {
        for (int i = 0; i < force.length; i++) {
            double l = Math.max(length[i] - tendon, SHORTEST) / fibre;
            double v = velocity[i] / FASTEST;
            double a = activation[i];
            double curve = FIRST_BUMP.at(l) + SECOND * SECOND_BUMP.at(l);
            double curveSlope = FIRST_BUMP.slope(l) + SECOND * SECOND_BUMP.slope(l);
            double speed = forceVelocity(v);
            force[i] = strength * (a * curve * speed + passive(l));
            byActivation[i] = strength * curve * speed;
            byLength[i] =
                    length[i] - tendon >= SHORTEST ? strength * (a * curveSlope * speed + passiveSlope(l)) / fibre : 0;
            byVelocity[i] = strength * a * curve * forceVelocitySlope(v) / FASTEST;
        }
    }

    private static double forceVelocity(double v) {
        double c = ECCENTRIC - 1;
        if (v <= 0) {
            return v <= -1 ? 0 : (v + 1) * (v + 1);
        }
        return v <= c ? ECCENTRIC - (c - v) * (c - v) / c : ECCENTRIC;
    }

    private static double forceVelocitySlope(double v) {
        double c = ECCENTRIC - 1;
        if (v <= 0) {
            return v <= -1 ? 0 : 2 * (v + 1);
        }
        return v <= c ? 2 * (c - v) / c : 0;
    }

    private static double passive(double l) {
        double x = Math.max(l - 1, 0) / STRETCH;
        return PASSIVE * (x <= 1 ? x * x * x : 1 + 3 * (x - 1));
    }

    private static double passiveSlope(double l) {
        double x = Math.max(l - 1, 0) / STRETCH;
        return PASSIVE * 3 * Math.min(x * x, 1) / STRETCH;
    }

    /**
     * A smooth hump of four parabolas: 0 up to {@code low}, 1 at {@code top}, 0 from {@code high} on, a half midway.
     *
     * @param low where it begins
     * @param top where it is 1
     * @param high where it ends
     */
    record Bump(double low, double top, double high) {
        /** Returns its height. */
        double at(double l) {
            double x = share(l);
            return x <= 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x);
        }

        /** Returns its derivative. */
        double slope(double l) {
            double x = share(l);
            return 4 * Math.min(x, 1 - x) / (l <= top ? top - low : top - high);
        }

        /** Returns how far l is from the nearer end to the top, from 0 to 1. */
        private double share(double l) {
            return Math.max(0, l <= top ? (l - low) / (top - low) : (high - l) / (high - top));
        }
    }
}
