// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Five muscles that run from point to point, summed up point by point as MotorNet does (doi:10.7554/eLife.88591): a point on the
 * forearm moves by what q0' makes of it and by what q1 makes of it times q0' + q1'.
 */
final class PlainPaths extends PlainLinks {
    /** Strength, tendon, fibre, and then of every point its body, x and y. */
    private static final double[][] MUSCLES = {
        {700, .06, .12, 0, -.09, .04, 0, -.03, .02, 1, .09, .01},
        {900, .05, .13, 0, -.08, -.05, 0, .03, -.012, 1, .085, -.002},
        {500, .25, .11, 0, -.03, .02, 1, .21, .004, 2, .04, .01, 2, .09, .002},
        {650, .17, .14, 0, .03, -.012, 1, .2, -.003, 2, -.03, -.005},
        {400, .12, .16, 0, .05, .12, 2, .06, .02}
    };

    private static final String[] BODIES = {"world", "upper-arm", "forearm"};

    PlainPaths(Law law, double[] start) {
        super(MUSCLES.length, law, TWO_DOF_ARM, start);
        store();
    }

    static int count() {
        return MUSCLES.length;
    }

    static double[] column(int which) {
        return IntStream.range(0, MUSCLES.length)
                .mapToDouble(m -> MUSCLES[m][which])
                .toArray();
    }

    /** Returns the muscles as they are written in a scenario. */
    static String text() {
        return IntStream.range(0, MUSCLES.length)
                .mapToObj(m -> String.format(
                        Locale.ROOT,
                        "{name: m%d, maximumForce: %s N, tendon: %s m, fibre: %s m, points: [%s]}",
                        m,
                        MUSCLES[m][0],
                        MUSCLES[m][1],
                        MUSCLES[m][2],
                        points(MUSCLES[m])))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String points(double[] muscle) {
        return IntStream.range(1, muscle.length / 3)
                .mapToObj(k -> "{on: " + BODIES[(int) muscle[3 * k]] + ", x: " + muscle[3 * k + 1] + " m, y: "
                        + muscle[3 * k + 2] + " m}")
                .collect(Collectors.joining(", "));
    }

    /** Place of a point, and its derivatives by both joints, [3][2]. */
    private double[][] point(int m, int k) {
        double x = MUSCLES[m][3 * k + 1];
        double y = MUSCLES[m][3 * k + 2];
        int body = (int) MUSCLES[m][3 * k];
        if (body == 0) {
            return new double[][] {{x, y}, {0, 0}, {0, 0}};
        }
        double turn = body == 1 ? q[0] : q[0] + q[1];
        double px = x * Math.cos(turn) - y * Math.sin(turn);
        double py = x * Math.sin(turn) + y * Math.cos(turn);
        if (body == 1) {
            return new double[][] {{px, py}, {-py, px}, {0, 0}};
        }
        double ex = .309 * Math.cos(q[0]);
        double ey = .309 * Math.sin(q[0]);
        return new double[][] {{ex + px, ey + py}, {-ey - py, ex + px}, {-py, px}};
    }

    @Override
    double whole(int m) {
        double sum = 0;
        for (int k = 2; k < MUSCLES[m].length / 3; k++) {
            double[] from = point(m, k - 1)[0];
            double[] to = point(m, k)[0];
            sum += Math.hypot(to[0] - from[0], to[1] - from[1]);
        }
        return sum;
    }

    @Override
    double moment(int m, int axis) {
        double sum = 0;
        for (int k = 2; k < MUSCLES[m].length / 3; k++) {
            double[][] from = point(m, k - 1);
            double[][] to = point(m, k);
            double dx = to[0][0] - from[0][0];
            double dy = to[0][1] - from[0][1];
            double along = dx * (to[1 + axis][0] - from[1 + axis][0]) + dy * (to[1 + axis][1] - from[1 + axis][1]);
            sum += along / Math.hypot(dx, dy);
        }
        return sum;
    }

    @Override
    double turning() {
        return qd[0] + qd[1];
    }
}
