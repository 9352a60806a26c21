// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Kistemaker.AR;
import static betz.effector.Kistemaker.BR;
import static betz.effector.Kistemaker.ECCENTRIC;
import static betz.effector.Kistemaker.PASSIVE;
import static betz.effector.Kistemaker.SLACK;
import static betz.effector.Kistemaker.SLOPE;

/**
 * The laws of one muscle of {@link CompliantTendonHill}, worked out for one state at a time. Forces are over the greatest, l is
 * the fibre length over the optimal one, v its rate, 1/s.
 *
 * <ul>
 *   <li>tendon = min((strain+ / 0.04)², 1), passive = ((l - 1.4)+ / 0.26)², pull of the active fibre = (tendon - passive)+
 *   <li>f = a L(l), L the parabola max(1 - (l - 1)² / 0.66², 0.01)
 *   <li>pull &lt; f: v = br (pull - f) / (pull + a ar), Hill's hyperbola solved for the velocity, with ar = 0.41 (times L below
 *       the optimal length) and br = 5.2, less at low activation
 *   <li>else: the root of {@code s v² + v (p1 s + 1.5 f - pull) + p1 (f - pull) = 0} that is 0 at pull = f, p1 = -f/(2 (s - 2
 *       a (L + ar)/br)), s = 0.001
 * </ul>
 */
final class CompliantFibre {
    /** No shortening is faster, 1/s: br over ar. */
    static final double FASTEST_SHORTENING = BR / AR;

    /** No lengthening is faster, 1/s: that of a slack fibre under the tendon's greatest force, 1/SLOPE, and a tenth more. */
    static final double FASTEST_LENGTHENING = 1.1 / SLOPE;

    /** Strain of the tendon at the greatest force. */
    static final double STRAIN = 0.04;

    private static final double STIFFNESS = 1 / (STRAIN * STRAIN); // of the tendon

    /** Optimal length of the fibre, m. */
    final double optimal;

    /** Slack length of the tendon, m. */
    final double slack;

    /** Force of the tendon, and its derivative by the length of muscle and tendon, 1/m. */
    double tendon;

    double tendonByLength;

    /** What the active fibre must pull, and its derivatives by l and by the length of muscle and tendon, 1/m. */
    double pull;

    double pullByFibre;
    double pullByLength;

    /** Passive force less the tendon's and what a held fibre pulls: 0 at rest; with its derivative by l. */
    double excess;

    double excessByFibre;

    /** Force-length curve. */
    double curve;

    /** Velocity, and its derivatives by l, activation and pull. */
    double velocity;

    double velocityByFibre;
    double velocityByActivation;
    double velocityByPull;

    private double curveSlope;

    CompliantFibre(MusclePath path) {
        optimal = path.fibre();
        slack = path.tendon();
    }

    /** Works out the forces at l and a length of muscle and tendon, m. */
    void stretch(double l, double a, double length) {
        double strain = Math.max((length - l * optimal - slack) / slack, 0);
        double raw = STIFFNESS * strain * strain;
        tendon = Math.min(raw, 1);
        tendonByLength = raw <= 1 ? 2 * STIFFNESS * strain / slack : 0;
        double beyond = Math.max(l - SLACK, 0);
        double passive = PASSIVE * beyond * beyond;
        double passiveSlope = 2 * PASSIVE * beyond;
        boolean pulls = tendon >= passive;
        pull = pulls ? tendon - passive : 0;
        pullByFibre = pulls ? -tendonByLength * optimal - passiveSlope : 0;
        pullByLength = pulls ? tendonByLength : 0;
        curve(l);
        excess = passive + a * curve - tendon;
        excessByFibre = passiveSlope + a * curveSlope + tendonByLength * optimal;
    }

    private void curve(double l) {
        curve = Kistemaker.curve(l);
        curveSlope = Kistemaker.curveSlope(l);
    }

    /** Works out the velocity at l under a pull, which need not be that of {@link #stretch}. */
    void move(double l, double a, double pull) {
        curve(l);
        boolean below = l < 1;
        double ar = below ? AR * curve : AR;
        double arSlope = below ? AR * curveSlope : 0;
        double br = Kistemaker.br(a);
        double brSlope = Kistemaker.brSlope(a);
        if (pull < a * curve) {
            shorten(a, pull, ar, arSlope, br, brSlope);
        } else {
            lengthen(a, pull, ar, arSlope, br, brSlope);
        }
    }

    private void shorten(double a, double pull, double ar, double arSlope, double br, double brSlope) {
        double below = pull + a * ar;
        double v = br * (pull - a * curve) / below;
        velocity = v;
        velocityByPull = (br - v) / below;
        velocityByFibre = -a * (br * curveSlope + v * arSlope) / below;
        velocityByActivation = v * brSlope / br - (br * curve + v * ar) / below;
    }

    private void lengthen(double a, double pull, double ar, double arSlope, double br, double brSlope) {
        double f = a * curve;
        double d = a * (curve + ar) / br;
        double w = SLOPE - 2 * d; // below zero for every activation and length
        double p1 = -0.5 * f / w;
        double minus = pull - p1 * SLOPE - ECCENTRIC * f;
        double sum = pull + p1 * SLOPE - ECCENTRIC * f;
        double root = Math.sqrt(sum * sum + 2 * SLOPE * f * p1);
        double v =
                minus > 0 ? (minus + root) / (2 * SLOPE) : 2 * p1 * (pull - f) / (root - minus); // without cancelling

        // the derivatives of the quadratic equation, whose own by v is the root
        double byF = -(ECCENTRIC * v + p1) / root;
        double byP1 = -(SLOPE * v + f - pull) / root;
        double wByFibre = -2 * a * (curveSlope + arSlope) / br;
        double wByActivation = -2 * ((curve + ar) / br - d * brSlope / br);
        velocity = v;
        velocityByPull = (v + p1) / root;
        velocityByFibre = byF * a * curveSlope - byP1 * (0.5 * a * curveSlope + p1 * wByFibre) / w;
        velocityByActivation = byF * curve - byP1 * (0.5 * curve + p1 * wByActivation) / w;
    }

    /** Returns the length, over the optimal one, at which tendon and passive fibre balance; as MotorNet starts. */
    double passiveLength(double length) {
        double sum = slack + SLACK * optimal;
        if (length <= sum) {
            return length < slack ? FibreSolver.SHORTEST : (length - slack) / optimal;
        }
        double hard = Math.sqrt(STIFFNESS) / slack;
        double soft = Math.sqrt(PASSIVE) / optimal;
        return (hard * (length - slack) + soft * SLACK * optimal) / ((hard + soft) * optimal);
    }
}
