// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.List;

/** The muscles of an arm in one posture: lengths, velocities and moment arms, structure of arrays; one thread at a time. */
final class ArmMuscles {
    final List<MusclePath> paths;
    final Force[] force;
    final double[] length; // m
    final double[] velocity; // m/s
    final double[] shoulder; // moment arms, m
    final double[] elbow;
    final double[] slope; // d(elbow moment arm)/d(elbow), m/rad

    ArmMuscles(List<MusclePath> paths, Muscle muscle) {
        this.paths = paths;
        force = paths.stream().map(muscle::force).toArray(Force[]::new);
        length = new double[paths.size()];
        velocity = new double[paths.size()];
        elbow = new double[paths.size()];
        shoulder = paths.stream().mapToDouble(MusclePath::shoulder).toArray();
        slope = paths.stream().mapToDouble(path -> 2 * path.elbowSlope()).toArray();
    }

    int size() {
        return force.length;
    }

    /** Sets lengths and velocities. */
    void stretch(double q0, double q1, double qd0, double qd1) {
        for (int m = 0; m < force.length; m++) {
            MusclePath path = paths.get(m);
            length[m] = path.length(q0, q1);
            velocity[m] = path.velocity(q1, qd0, qd1);
        }
    }

    /** Sets the moment arms. */
    void lever(double q1) {
        for (int m = 0; m < force.length; m++) {
            elbow[m] = paths.get(m).elbow(q1);
        }
    }
}
