// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.data.Touch;
import betz.data.Touched;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is heard of the units of a layer, {@code gain·h + held} where they are touched and h elsewhere, by other units, by the read-out
 * and by who records; and the way back. Only a unit's own leak, gate or memory knows h.
 *
 * <p>Without a touch what is heard of a trial is its state, one array; and so is the gradient.
 */
final class Hearing {
    /** What is heard before each step, [step][trial][unit]; one step more than are taken. */
    final double[][][] heard;

    private final Layer cell;
    private final int units;
    private final @Nullable Touched[] touched; // [trial]
    private final double[][][] own; // of touched trials, [step][trial][unit]
    private double[][] later; // gradient over what is heard after the step in hand, [trial][unit]
    private double[][] earlier;

    Hearing(Layer cell, Shape shape) {
        this.cell = cell;
        units = shape.units();
        touched = new @Nullable Touched[shape.batch()];
        heard = new double[shape.steps() + 1][shape.batch()][];
        own = new double[shape.steps() + 1][shape.batch()][];
        later = new double[shape.batch()][];
        earlier = new double[shape.batch()][];
    }

    /** Begins trials, given their states and the gradients over those after and before a step. */
    void begin(@Nullable Occasion occasion, double[][][] h, double[][] stateLater, double[][] stateEarlier) {
        Arrays.fill(touched, null);
        for (int step = 0; step < heard.length; step++) {
            System.arraycopy(h[step], 0, heard[step], 0, touched.length);
        }
        System.arraycopy(stateLater, 0, later, 0, touched.length);
        System.arraycopy(stateEarlier, 0, earlier, 0, touched.length);
        if (occasion != null) {
            occasion.touched(cell).forEach(this::separate);
        }
    }

    private void separate(Touched one) {
        int trial = one.trial();
        touched[trial] = one;
        for (int step = 0; step < heard.length; step++) {
            own[step][trial] = own[step][trial] == null ? new double[units] : own[step][trial];
            heard[step][trial] = own[step][trial];
        }
        later[trial] = new double[units];
        earlier[trial] = new double[units];
    }

    /** Returns the gradient over what is heard of a trial after the step in hand, [unit], to be added to. */
    double[] later(int trial) {
        return later[trial];
    }

    /** Returns the gradient over what is heard before the step in hand, [unit], to be added to. */
    double[] earlier(int trial) {
        return earlier[trial];
    }

    /** Goes to the step before. */
    void goBack() {
        double[][] swap = later;
        later = earlier;
        earlier = swap;
        for (double[] row : earlier) {
            Arrays.fill(row, 0);
        }
    }

    /** Tells whether a trial has a touch. */
    boolean isTouched(int trial) {
        return touched[trial] != null;
    }

    /** Returns the current that drives a unit in a step. */
    double drive(int step, int trial, int unit) {
        Touched one = touched[trial];
        return one != null && one.acts(step) && one.has(unit) ? one.touch().drive() : 0;
    }

    /** Tells whether a step leaves a unit's own state at rest. */
    boolean rests(int step, int trial, int unit) {
        Touched one = touched[trial];
        return one != null && one.acts(step) && one.touch().rests() && one.has(unit);
    }

    /** Hears the state of a trial in a row of states, that before the first step or that after a step. */
    void hear(int row, int trial, double[] state) {
        Touched one = touched[trial];
        for (int unit = 0; one != null && unit < units; unit++) {
            heard[row][trial][unit] = acts(one, row) && one.has(unit) ? one.heard(state[unit]) : state[unit];
        }
    }

    /** The way back of {@link #hear}: moves the gradient over what is heard to that over the state. */
    void back(int row, int trial, double[] ofState) {
        Touched one = touched[trial];
        for (int unit = 0; one != null && unit < units; unit++) {
            Touch touch = one.touch();
            ofState[unit] += (acts(one, row) && one.has(unit) ? touch.gain() : 1) * later[trial][unit];
            later[trial][unit] = 0;
        }
    }

    private static boolean acts(Touched one, int row) {
        return row == 0 ? one.actsAtStart() : one.acts(row - 1);
    }
}
