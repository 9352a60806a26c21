// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.effector.PlainMuscle;

/** Muscles on tendons that do not stretch, by the published equations of one kind; those of the arm with six unless others are given. */
final class Published implements PlainBody.Law {
    static final double[] STRENGTH = {838, 1207, 1422, 1549, 414, 603};
    static final double[] FIBRE = {.134, .140, .092, .093, .137, .127};
    private static final double[] TENDON = {.039, .066, .172, .187, .204, .217};

    private final PlainMuscle muscle;
    private final double[] strength;
    private final double[] tendon;
    private final double[] fibre;

    Published(PlainMuscle muscle) {
        this(muscle, STRENGTH, TENDON, FIBRE);
    }

    Published(PlainMuscle muscle, double[] strength, double[] tendon, double[] fibre) {
        this.muscle = muscle;
        this.strength = strength;
        this.tendon = tendon;
        this.fibre = fibre;
    }

    @Override
    public double least() {
        return muscle.least;
    }

    @Override
    public double rise() {
        return muscle.rise;
    }

    @Override
    public double fall() {
        return muscle.fall;
    }

    @Override
    public double length(int m, double whole) {
        return whole - tendon[m];
    }

    @Override
    public double force(int m, double a, double length, double velocity) {
        return muscle.force(fibre[m], a, length, velocity) * strength[m];
    }
}
