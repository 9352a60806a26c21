// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The force of {@link Thelen}: {@code F = Fmax (a L(l) V(v, a) + P(l))}.
 *
 * <p>With l the fibre length over the optimal one, v the velocity and w = 10 optimal lengths per second (both m/s), A =
 * 0.25:
 *
 * <ul>
 *   <li>L = exp(-(l - 1)² / 0.45)
 *   <li>P = (exp(5 (l - 1) / 0.6) - 1)+ / (e⁵ - 1)
 *   <li>shortening: V = A (w (3 a + 1) + 4 v) / (A w (3 a + 1) - 4 v), not below 0
 *   <li>lengthening: V = (c (3 a + 1) + 1.4 d v) / (c (3 a + 1) + d v), c = 0.4 A w, d = 8 (A + 1)
 * </ul>
 */
final class ThelenForce extends Force {
    private static final double SHORTEST = 0.001; // fibre, m
    private static final double LONGEST = 3; // l where P turns straight, far beyond its use, so that it stays finite
    private static final double WIDTH = 0.45; // of the force-length curve
    private static final double STEEPNESS = 5; // of the passive curve
    private static final double STRAIN = 0.6; // at which the passive force is the greatest isometric one
    private static final double SHAPE = 0.25; // A
    private static final double ECCENTRIC = 1.4; // force of fast lengthening over the isometric
    private static final double SLOPE = 8 * (SHAPE + 1); // d
    private static final double PASSIVE = 1 / (StrictMath.exp(STEEPNESS) - 1);

    private final double strength;
    private final double tendon;
    private final double fibre;
    private final double fastest; // w
    private double speed; // V
    private double speedByActivation;
    private double speedByVelocity;

    ThelenForce(MusclePath path, int batch) {
        super(batch);
        strength = path.maximumForce();
        tendon = path.tendon();
        fibre = path.fibre();
        fastest = MusclePath.FASTEST * fibre;
    }

    @Override
    public void differentiate(double[] activation, double[] length, double[] velocity) {
        for (int i = 0; i < force.length; i++) {
            double a = activation[i];
            double l = Math.max(length[i] - tendon, SHORTEST) / fibre;
            double curve = StrictMath.exp(-(l - 1) * (l - 1) / WIDTH);
            double curveSlope = -2 * (l - 1) / WIDTH * curve;
            if (velocity[i] <= 0) {
                shorten(a, velocity[i]);
            } else {
                lengthen(a, velocity[i]);
            }
            boolean stretches = l >= 1; // else P is 0 without working out an exponential
            double stretched =
                    stretches ? PASSIVE * StrictMath.exp(STEEPNESS / STRAIN * (Math.min(l, LONGEST) - 1)) : PASSIVE;
            double passiveSlope = stretches ? STEEPNESS / STRAIN * stretched : 0;
            double passive = Math.max(stretched - PASSIVE, 0) + passiveSlope * Math.max(l - LONGEST, 0);
            boolean taut = length[i] - tendon >= SHORTEST;
            force[i] = strength * (a * curve * speed + passive);
            byActivation[i] = strength * curve * (speed + a * speedByActivation);
            byLength[i] = taut ? strength * (a * curveSlope * speed + passiveSlope) / fibre : 0;
            byVelocity[i] = strength * a * curve * speedByVelocity;
        }
    }

    private void shorten(double a, double v) {
        double wide = SHAPE * fastest * (3 * a + 1);
        double below = wide - 4 * v;
        double value = (wide + 4 * SHAPE * v) / below;
        boolean pulls = value >= 0;
        speed = pulls ? value : 0;
        speedByActivation = pulls ? 3 * SHAPE * fastest * (1 - value) / below : 0;
        speedByVelocity = pulls ? 4 * (SHAPE + value) / below : 0;
    }

    private void lengthen(double a, double v) {
        double c = (ECCENTRIC - 1) * SHAPE * fastest;
        double below = c * (3 * a + 1) + SLOPE * v;
        speed = (c * (3 * a + 1) + ECCENTRIC * SLOPE * v) / below;
        speedByActivation = 3 * c * (1 - speed) / below;
        speedByVelocity = SLOPE * (ECCENTRIC - speed) / below;
    }
}
