// SPDX-License-Identifier: Apache-2.0
package betz.cli;

/** The rigid-tendon Hill muscles of Kistemaker, Wong and Gribble (2010), doi:10.1152/jn.00483.2010. */
final class Kistemaker implements PlainBody.Law {
    private static final double[] TENDON = {.039, .066, .172, .187, .204, .217};
    private static final double[] FIBRE = {.134, .140, .092, .093, .137, .127};
    private static final double S = .001;

    private final double[] strength;

    Kistemaker(double... strength) {
        this.strength = strength;
    }

    @Override
    public double least() {
        return .001;
    }

    @Override
    public double length(int muscle, double whole) {
        return whole - TENDON[muscle];
    }

    @Override
    public double force(int muscle, double a, double length, double velocity) {
        double l0 = FIBRE[muscle];
        double l = Math.max(length, 0);
        double ln = l / l0;
        double vn = velocity / (10 * l0);
        double over = Math.max((l - 1.4 * l0) / l0, 0);
        double passive = over * over / ((1.66 - 1.4) * (1.66 - 1.4));
        double curve = Math.max(1 - (ln - 1) * (ln - 1) / (.66 * .66), .01);
        double ar = ln > 1 ? .41 * curve : .41;
        double share = 1 - .9 * ((a - .3) / (.005 - .3));
        double br = a < .3 ? 5.2 * share * share : 5.2;
        double d0 = a * (curve + ar) / br;
        double f = curve * a;
        double p1 = -.5 * f / (S - 2 * d0);
        double p2 = .25 * f * f / (S - 2 * d0);
        double p3 = -1.5 * f;
        double active = vn < 0
                ? (vn * a * ar + f * br) / (br - vn)
                : (-p1 * p3 + p1 * S * vn + p2 - p3 * vn + S * vn * vn) / (p1 + vn);
        return (Math.max(active, 0) + passive) * strength[muscle];
    }
}
