// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.ArrayList;
import java.util.List;

/** A path that runs straight from point to point of an arm. */
public final class ViaPointPath implements MusclePath {
    private final ViaPointMuscle muscle;
    private final double still; // the pieces that lie on one body, m
    private final PathSegment[] segments; // those that do not

    /** Prepares for an arm whose upper arm has a length, m. */
    ViaPointPath(ViaPointMuscle muscle, double upperArm) {
        this.muscle = muscle;
        List<PathSegment> moving = new ArrayList<>();
        double sum = 0;
        for (int i = 1; i < muscle.points().size(); i++) {
            ViaPoint from = muscle.points().get(i - 1);
            ViaPoint to = muscle.points().get(i);
            if (from.on() == to.on()) {
                sum += StrictMath.hypot(to.x() - from.x(), to.y() - from.y());
            } else {
                moving.add(PathSegment.between(from, to, upperArm));
            }
        }
        still = sum;
        segments = moving.toArray(PathSegment[]::new);
    }

    @Override
    public String name() {
        return muscle.name();
    }

    @Override
    public double maximumForce() {
        return muscle.maximumForce();
    }

    @Override
    public double tendon() {
        return muscle.tendon();
    }

    @Override
    public double fibre() {
        return muscle.fibre();
    }

    @Override
    public double length(double q0, double q1) {
        return shape(q0, q1).length;
    }

    @Override
    public double shoulder(double q0, double q1) {
        return shape(q0, q1).shoulder;
    }

    @Override
    public double elbow(double q0, double q1) {
        return shape(q0, q1).elbow;
    }

    private PathShape shape(double q0, double q1) {
        var turns = new ArmTurns(1);
        turns.take(0, q0, q1);
        var shape = new PathShape();
        measure(turns, 0, shape);
        return shape;
    }

    /** Writes the shape of the path in the posture of one trial. */
    void measure(ArmTurns turns, int trial, PathShape shape) {
        shape.begin(still);
        for (PathSegment segment : segments) {
            segment.add(turns, trial, shape);
        }
    }
}
