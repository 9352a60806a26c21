// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.List;

/** The muscles of a batch of arms: lengths, velocities and moment arms, structure of arrays; one thread at a time. */
final class ArmMuscles {
    final List<MusclePath> paths;
    final Force[] force; // [muscle]
    final double[][] length; // [muscle][trial], m
    final double[][] velocity; // [muscle][trial], m/s
    final double[] shoulder; // moment arms, [muscle], m
    final double[][] elbow; // [muscle][trial], m
    final double[] slope; // d(elbow moment arm)/d(elbow), [muscle], m/rad

    ArmMuscles(List<MusclePath> paths, Muscle muscle, int batch) {
        this.paths = paths;
        force = paths.stream().map(path -> muscle.force(path, batch)).toArray(Force[]::new);
        length = new double[paths.size()][batch];
        velocity = new double[paths.size()][batch];
        elbow = new double[paths.size()][batch];
        shoulder = paths.stream().mapToDouble(MusclePath::shoulder).toArray();
        slope = paths.stream().mapToDouble(path -> 2 * path.elbowSlope()).toArray();
    }

    int size() {
        return force.length;
    }

    /** Sets lengths and velocities from rows of joint angles and velocities. */
    void stretch(double[] q0, double[] q1, double[] qd0, double[] qd1) {
        for (int m = 0; m < force.length; m++) {
            MusclePath path = paths.get(m);
            double[] lengths = length[m];
            double[] velocities = velocity[m];
            for (int trial = 0; trial < lengths.length; trial++) {
                lengths[trial] = path.length(q0[trial], q1[trial]);
                velocities[trial] = path.velocity(q1[trial], qd0[trial], qd1[trial]);
            }
        }
    }

    /** Sets the moment arms from the elbows' angles. */
    void lever(double[] q1) {
        for (int m = 0; m < force.length; m++) {
            MusclePath path = paths.get(m);
            double[] arms = elbow[m];
            for (int trial = 0; trial < arms.length; trial++) {
                arms[trial] = path.elbow(q1[trial]);
            }
        }
    }
}
