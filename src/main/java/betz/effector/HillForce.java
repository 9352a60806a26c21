// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Kistemaker.AR;
import static betz.effector.Kistemaker.ECCENTRIC;
import static betz.effector.Kistemaker.PASSIVE;
import static betz.effector.Kistemaker.SLACK;
import static betz.effector.Kistemaker.SLOPE;
import static betz.effector.MusclePath.FASTEST;

/**
 * The force of {@link RigidTendonHill}: {@code F = Fmax (active + passive)}.
 *
 * <p>With l the fibre length over the optimal one, v the velocity over 10 optimal lengths per second, L(l) the
 * force-length parabola and f = L a:
 *
 * <ul>
 *   <li>passive = ((l - 1.4)+ / 0.26)²
 *   <li>shortening: active = (v a ar + f br) / (br - v), Hill's hyperbola, with ar = 0.41 (times L beyond the optimal
 *       length) and br = 5.2, less at low activation
 *   <li>lengthening: a hyperbola through the same isometric point, towards 1.5 f, of slope 0.001 at high speed
 * </ul>
 */
final class HillForce extends Force {
    private final double strength;
    private final double tendon;
    private final double fibre;

    // the curves at the last activations and lengths, [trial]; x1 is dx/d(activation), x2 is dx/dl
    private final double[] l;
    private final double[] v;
    private final double[] passive;
    private final double[] passive2;
    private final double[] curve; // L
    private final double[] curve2;
    private final double[] ar;
    private final double[] ar2;
    private final double[] br;
    private final double[] br1;
    private final double[] active;
    private final double[] active1;
    private final double[] active2;
    private final double[] activeV;

    HillForce(MusclePath path, int batch) {
        super(batch);
        strength = path.maximumForce();
        tendon = path.tendon();
        fibre = path.fibre();
        l = new double[batch];
        v = new double[batch];
        passive = new double[batch];
        passive2 = new double[batch];
        curve = new double[batch];
        curve2 = new double[batch];
        ar = new double[batch];
        ar2 = new double[batch];
        br = new double[batch];
        br1 = new double[batch];
        active = new double[batch];
        active1 = new double[batch];
        active2 = new double[batch];
        activeV = new double[batch];
    }

    @Override
    public void differentiate(double[] activation, double[] length, double[] velocity) {
        for (int i = 0; i < l.length; i++) {
            l[i] = Math.max(length[i] - tendon, 0) / fibre;
            v[i] = velocity[i] / (FASTEST * fibre);
        }
        passive();
        forceLength();
        hyperbola(activation);
        for (int i = 0; i < l.length; i++) {
            if (v[i] < 0) {
                shorten(i, activation[i]);
            } else {
                lengthen(i, activation[i]);
            }
        }
        for (int i = 0; i < l.length; i++) {
            boolean pulls = active[i] >= 0;
            force[i] = strength * ((pulls ? active[i] : 0) + passive[i]);
            byActivation[i] = pulls ? strength * active1[i] : 0;
            byLength[i] = length[i] >= tendon ? strength * ((pulls ? active2[i] : 0) + passive2[i]) / fibre : 0;
            byVelocity[i] = pulls ? strength * activeV[i] / (FASTEST * fibre) : 0;
        }
    }

    private void passive() {
        for (int i = 0; i < l.length; i++) {
            double stretch = Math.max(l[i] - SLACK, 0);
            passive[i] = PASSIVE * stretch * stretch;
            passive2[i] = 2 * PASSIVE * stretch;
        }
    }

    private void forceLength() {
        for (int i = 0; i < l.length; i++) {
            curve[i] = Kistemaker.curve(l[i]);
            curve2[i] = Kistemaker.curveSlope(l[i]);
        }
    }

    private void hyperbola(double[] a) {
        for (int i = 0; i < l.length; i++) {
            ar[i] = l[i] > 1 ? AR * curve[i] : AR;
            ar2[i] = l[i] > 1 ? AR * curve2[i] : 0;
            br[i] = Kistemaker.br(a[i]);
            br1[i] = Kistemaker.brSlope(a[i]);
        }
    }

    private void shorten(int i, double a) {
        double force = curve[i] * a;
        double below = br[i] - v[i];
        double value = (v[i] * a * ar[i] + force * br[i]) / below;
        active[i] = value;
        active1[i] = (v[i] * ar[i] + curve[i] * br[i] + force * br1[i] - value * br1[i]) / below;
        active2[i] = (v[i] * a * ar2[i] + curve2[i] * a * br[i]) / below;
        activeV[i] = (a * ar[i] + value) / below;
    }

    /** active = (-p1 p3 + p1 s v + p2 - p3 v + s v²) / (p1 + v), p1 = -f/(2 w), p2 = f²/(4 w), p3 = -1.5 f, w = s - 2 d0. */
    private void lengthen(int i, double a) {
        double v = this.v[i];
        double f = curve[i] * a;
        double f2 = curve2[i] * a;
        double d0 = a * (curve[i] + ar[i]) / br[i];

        // w is -0.001 or below in the muscle's working range; held there beyond it, where it would pass through zero
        double raw = SLOPE - 2 * d0;
        boolean held = raw > -SLOPE;
        double w = held ? -SLOPE : raw;
        double w1 = held ? 0 : -2 * ((curve[i] + ar[i]) / br[i] - d0 * br1[i] / br[i]);
        double w2 = held ? 0 : -2 * a * (curve2[i] + ar2[i]) / br[i];

        double p1 = -0.5 * f / w;
        double p2 = 0.25 * f * f / w;
        double p3 = -ECCENTRIC * f;
        double below = p1 + v;
        double active = (-p1 * p3 + p1 * SLOPE * v + p2 - p3 * v + SLOPE * v * v) / below;

        // along any x: d(above) - active d(below), over below
        double byP1 = (-p3 + SLOPE * v - active) / below;
        double byP2 = 1 / below;
        double p1ByF = -0.5 / w;
        double p2ByF = 0.5 * f / w;
        double byF = byP1 * p1ByF + byP2 * p2ByF + ECCENTRIC;
        double byW = -(byP1 * p1 + byP2 * p2) / w;
        this.active[i] = active;
        active1[i] = byF * curve[i] + byW * w1;
        active2[i] = byF * f2 + byW * w2;
        activeV[i] = (p1 * SLOPE - p3 + 2 * SLOPE * v - active) / below;
    }
}
