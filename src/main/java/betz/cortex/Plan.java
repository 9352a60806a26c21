// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.data.TrialBatch;

/** A planned movement of every trial of a batch, step by step, relative to the hand at the start. */
public final class Plan {
    private final TrialBatch trials;
    private final double[][][] position;
    private final double[][][] velocity;
    private final double[][][] acceleration;
    private final double[][][] difference;

    /** Something that is added to the position of a plan. */
    @FunctionalInterface
    public interface Deviation {
        /** Returns the deviation along an axis (0 x, 1 y) at a step, m; the step may be -1 or one past the last. */
        double at(int trial, int axis, int step);
    }

    private Plan(TrialBatch trials) {
        this.trials = trials;
        position = new double[trials.steps()][2][trials.size()];
        velocity = new double[trials.steps()][2][trials.size()];
        acceleration = new double[trials.steps()][2][trials.size()];
        difference = new double[trials.steps()][2][trials.size()];
    }

    static Plan still(TrialBatch trials) {
        return new Plan(trials);
    }

    void set(int step, ViteRun run) {
        for (int axis = 0; axis < 2; axis++) {
            System.arraycopy(run.position[axis], 0, position[step][axis], 0, trials.size());
            System.arraycopy(run.velocity[axis], 0, velocity[step][axis], 0, trials.size());
            System.arraycopy(run.acceleration[axis], 0, acceleration[step][axis], 0, trials.size());
            System.arraycopy(run.difference[axis], 0, difference[step][axis], 0, trials.size());
        }
    }

    /** Returns the trials that are planned. */
    public TrialBatch trials() {
        return trials;
    }

    /** Returns P at a step, m, [axis][trial]; not a copy. */
    public double[][] position(int step) {
        return position[step];
    }

    /** Returns M at a step, m/s, [axis][trial]; not a copy. */
    public double[][] velocity(int step) {
        return velocity[step];
    }

    /** Returns A at a step, m/s², [axis][trial]; not a copy. */
    public double[][] acceleration(int step) {
        return acceleration[step];
    }

    /** Returns the difference vector V at a step, m, [axis][trial]; not a copy. */
    public double[][] difference(int step) {
        return difference[step];
    }

    /**
     * Returns this plan with a deviation added to P, and its forward differences to M and A as {@link Vite} defines them; V
     * stays.
     */
    public Plan deviated(Deviation deviation) {
        var plan = new Plan(trials);
        for (int step = 0; step < trials.steps(); step++) {
            for (int axis = 0; axis < 2; axis++) {
                for (int trial = 0; trial < trials.size(); trial++) {
                    plan.add(this, deviation, step, axis, trial);
                }
            }
        }
        return plan;
    }

    private void add(Plan plan, Deviation deviation, int step, int axis, int trial) {
        double here = deviation.at(trial, axis, step);
        double flow = (deviation.at(trial, axis, step + 1) - here) / trials.dt();
        double flowBefore = (here - deviation.at(trial, axis, step - 1)) / trials.dt();
        position[step][axis][trial] = plan.position[step][axis][trial] + here;
        velocity[step][axis][trial] = plan.velocity[step][axis][trial] + flow;
        acceleration[step][axis][trial] = plan.acceleration[step][axis][trial] + (flow - flowBefore) / trials.dt();
        difference[step][axis][trial] = plan.difference[step][axis][trial];
    }
}
