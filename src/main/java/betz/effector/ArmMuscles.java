// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.List;

/** The muscles of a batch of arms: lengths, velocities and moment arms, structure of arrays; one thread at a time. */
final class ArmMuscles {
    final List<? extends MusclePath> paths;
    final PathKernel[] kernel; // [muscle]
    final Force[] force; // [muscle]
    final double[][] length; // [muscle][trial], m
    final double[][] velocity; // [muscle][trial], m/s
    final double[][] shoulder; // moment arms, [muscle][trial], m
    final double[][] elbow; // [muscle][trial], m

    ArmMuscles(Arm arm, int batch) {
        paths = arm.paths();
        force = paths.stream().map(path -> arm.muscle().force(path, batch)).toArray(Force[]::new);
        boolean lags = arm.convention().lags();
        ArmTurns[] turns = {new ArmTurns(batch), new ArmTurns(batch)};
        kernel = paths.stream().map(path -> PathKernel.of(path, turns, lags)).toArray(PathKernel[]::new);
        length = new double[paths.size()][batch];
        velocity = new double[paths.size()][batch];
        shoulder = new double[paths.size()][batch];
        elbow = new double[paths.size()][batch];
    }

    int size() {
        return force.length;
    }

    /** Sets lengths and velocities from the joints that begin at a row: angles, then velocities, [4][trial]. */
    void stretch(double[][] s, int row) {
        for (int m = 0; m < force.length; m++) {
            kernel[m].stretch(s, row, length[m], velocity[m]);
        }
    }

    /** Sets the moment arms from the angles of the first two rows. */
    void lever(double[][] s) {
        for (int m = 0; m < force.length; m++) {
            kernel[m].lever(s, shoulder[m], elbow[m]);
        }
    }
}
