// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * A straight piece of a path between points on two bodies: {@code length² = constant + sum_k (a_k cos w_k + b_k sin w_k)}, w =
 * (q0, q1, q0 + q1).
 *
 * @param constant m²
 * @param a0 of cos q0, m²
 * @param b0 of sin q0, m²
 * @param a1 of cos q1, m²
 * @param b1 of sin q1, m²
 * @param a2 of cos(q0 + q1), m²
 * @param b2 of sin(q0 + q1), m²
 */
record PathSegment(double constant, double a0, double b0, double a1, double b1, double a2, double b2) {
    /** Points nearer than this, m, count as one, about which a path may turn without a moment arm. */
    private static final double TOUCHING = 1e-6;

    /** Returns the piece between points on two different bodies of an arm whose upper arm has a length, m. */
    static PathSegment between(ViaPoint one, ViaPoint other, double upperArm) {
        boolean ordered = one.on().compareTo(other.on()) < 0;
        ViaPoint inner = ordered ? one : other;
        ViaPoint outer = ordered ? other : one;
        double squares = square(inner) + square(outer);
        double along = -2 * (inner.x() * outer.x() + inner.y() * outer.y());
        double across = -2 * (inner.y() * outer.x() - inner.x() * outer.y());
        if (outer.on() == Bone.UPPER_ARM) {
            return new PathSegment(squares, along, across, 0, 0, 0, 0);
        }
        if (inner.on() == Bone.UPPER_ARM) {
            ViaPoint fromElbow = new ViaPoint(Bone.WORLD, inner.x() - upperArm, inner.y());
            PathSegment turned = between(fromElbow, new ViaPoint(Bone.UPPER_ARM, outer.x(), outer.y()), upperArm);
            return new PathSegment(turned.constant, 0, 0, turned.a0, turned.b0, 0, 0);
        }
        return new PathSegment(
                squares + upperArm * upperArm,
                -2 * inner.x() * upperArm,
                -2 * inner.y() * upperArm,
                2 * upperArm * outer.x(),
                -2 * upperArm * outer.y(),
                along,
                across);
    }

    private static double square(ViaPoint point) {
        return point.x() * point.x() + point.y() * point.y();
    }

    /** Adds length, moment arms and their derivatives to a shape. */
    void add(ArmTurns turns, int trial, PathShape shape) {
        double c0 = turns.cos[0][trial];
        double s0 = turns.sin[0][trial];
        double c1 = turns.cos[1][trial];
        double s1 = turns.sin[1][trial];
        double both = a2 * turns.cos[2][trial] + b2 * turns.sin[2][trial];
        double turn = b2 * turns.cos[2][trial] - a2 * turns.sin[2][trial];
        double squared = constant + (a0 * c0 + b0 * s0) + (a1 * c1 + b1 * s1) + both;
        if (squared < TOUCHING * TOUCHING) {
            shape.length += Math.sqrt(Math.max(squared, 0));
            return;
        }

        // of L = sqrt(X): dL = dX/(2 L), and ddL = (ddX/2 - dL dL')/L
        double length = Math.sqrt(squared);
        double shoulder = (b0 * c0 - a0 * s0 + turn) / (2 * length);
        double elbow = (b1 * c1 - a1 * s1 + turn) / (2 * length);
        shape.length += length;
        shape.shoulder += shoulder;
        shape.elbow += elbow;
        shape.shoulderByShoulder -= (0.5 * (a0 * c0 + b0 * s0 + both) + shoulder * shoulder) / length;
        shape.shoulderByElbow -= (0.5 * both + shoulder * elbow) / length;
        shape.elbowByElbow -= (0.5 * (a1 * c1 + b1 * s1 + both) + elbow * elbow) / length;
    }
}
