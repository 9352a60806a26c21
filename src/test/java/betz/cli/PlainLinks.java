// SPDX-License-Identifier: Apache-2.0
package betz.cli;

/** Two rigid links that torques turn, whatever makes these. */
abstract class PlainLinks extends PlainBody {
    /**
     * Masses, centres of mass, inertias and lengths of both links, the upper limits of both joints in degrees and the lower ones, damping
     * and inertia of the joints themselves.
     */
    static final double[] ARM26 = {1.82, 1.43, .135, .165, .051, .057, .309, .333, 135, 155, 0, 0, 0, 0};

    /** The arm without muscles of its own. */
    static final double[] TWO_DOF_ARM = {
        1.864572, 1.534315, .180496, .181479, .013193, .020062, .309, .26, 140, 160, 0, 0, 0, 0
    };

    private final double[] links;
    private final double l1;
    private final double l2;

    PlainLinks(int muscles, Law law, double[] links, double[] start) {
        super(muscles, law, start);
        this.links = links;
        l1 = links[6];
        l2 = links[7];
    }

    @Override
    double[] acceleration(double[] torque) {
        double c = Math.cos(q[1]);
        double s = Math.sin(q[1]);
        double h = links[1] * l1 * links[3];
        double outer = links[1] * links[3] * links[3] + links[5];
        double m11 = outer + links[13];
        double m01 = outer + h * c;
        double m00 = links[0] * links[2] * links[2] + links[4] + links[1] * l1 * l1 + m11 + 2 * h * c;
        double t0 = torque[0] + h * s * (2 * qd[0] + qd[1]) * qd[1] - links[12] * qd[0];
        double t1 = torque[1] - h * s * qd[0] * qd[0] - links[12] * qd[1];
        double d = m00 * m11 - m01 * m01;
        return new double[] {(m11 * t0 - m01 * t1) / d, (m00 * t1 - m01 * t0) / d};
    }

    @Override
    double[] hand() {
        double both = q[0] + q[1];
        double w = qd[0] + qd[1];
        return new double[] {
            l1 * Math.cos(q[0]) + l2 * Math.cos(both),
            l1 * Math.sin(q[0]) + l2 * Math.sin(both),
            -l1 * Math.sin(q[0]) * qd[0] - l2 * Math.sin(both) * w,
            l1 * Math.cos(q[0]) * qd[0] + l2 * Math.cos(both) * w
        };
    }

    @Override
    double[] endpointLoad() {
        double ex = l2 * Math.cos(q[0] + q[1]);
        double ey = l2 * Math.sin(q[0] + q[1]);
        double outer = ex * ENDPOINT_LOAD[1] - ey * ENDPOINT_LOAD[0];
        double inner = l1 * Math.cos(q[0]) * ENDPOINT_LOAD[1] - l1 * Math.sin(q[0]) * ENDPOINT_LOAD[0];
        return new double[] {inner + outer, outer};
    }

    @Override
    double[] limit(int axis) {
        return new double[] {Math.toRadians(links[10 + axis]), Math.toRadians(links[8 + axis])};
    }
}
