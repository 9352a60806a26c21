// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Trials that are run together, all with the same step and padded to the same number of steps.
 *
 * <p>Channels of the task input at a step: 0 and 1 the target's position relative to the start (m, 0 while the
 * target is not shown; where it moves, at its position now), 2 the go cue (0 before, 1 from the go cue on; always 0 where the hand is
 * to stay), 3 whether the target is shown (0 or 1).
 *
 * @param dt step, s
 * @param steps length of the longest trial, steps
 * @param trials the trials in order
 */
public record TrialBatch(double dt, int steps, List<Trial> trials) {
    /** Number of channels of the task input. */
    public static final int INPUTS = 4;

    public TrialBatch {
        Require.positive("dt", dt, "s");
        trials = List.copyOf(trials);
        Require.count("trials", trials.size(), 1, Integer.MAX_VALUE);
        for (Trial trial : trials) {
            Require.count("end", trial.end(), 1, steps);
        }
    }

    /** Returns the number of trials. */
    public int size() {
        return trials.size();
    }

    /** Returns one trial. */
    public Trial get(int trial) {
        return trials.get(trial);
    }

    /**
     * Writes the task input of one step.
     *
     * @param step from 0
     * @param input [channel][trial], {@value #INPUTS} rows. Modified.
     */
    public void input(int step, double[][] input) {
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            boolean shown = trial.shows(step);
            Point target = trial.target(step, dt);
            input[0][i] = shown ? target.x() - trial.start().x() : 0;
            input[1][i] = shown ? target.y() - trial.start().y() : 0;
            input[2][i] = trial.goes() && !trial.stays() && step >= trial.goCue() ? 1 : 0;
            input[3][i] = shown ? 1 : 0;
        }
    }

    /** Returns these trials with another perturbation. */
    public TrialBatch with(Perturbation other) {
        return with(trial -> other);
    }

    /** Returns these trials, each with another perturbation, that of its place from 0. */
    public TrialBatch with(IntFunction<Perturbation> others) {
        return new TrialBatch(
                dt,
                steps,
                IntStream.range(0, trials.size())
                        .mapToObj(i -> trials.get(i).with(others.apply(i)))
                        .toList());
    }

    /** Returns the chosen trials, in the order given, padded to the same number of steps as this batch. */
    public TrialBatch select(int... chosen) {
        return new TrialBatch(
                dt, steps, java.util.Arrays.stream(chosen).mapToObj(trials::get).toList());
    }

    /** Tells whether the hand is to follow moving targets. */
    public boolean follows() {
        return trials.stream().anyMatch(trial -> trial.trajectory() != null);
    }

    /** Tells whether the hand is to stay where it is in all trials. */
    public boolean stays() {
        return trials.stream().allMatch(Trial::stays);
    }

    /** Returns what people call the moment of {@link Trial#goCue}: the load comes where the hand is to stay. */
    public String cue() {
        return stays() ? "load" : "go cue";
    }

    /** Tells whether the hand holds a handle in any trial. */
    public boolean holds() {
        return trials.stream().anyMatch(trial -> trial.handle() != null);
    }

    /** Tells whether all trials of a condition ask for the same movement, from the same start to the same target. */
    public boolean conditionsRepeat() {
        Map<Condition, List<Object>> asked = new HashMap<>();
        return trials.stream().allMatch(trial -> {
            List<Object> reach = List.of(trial.start(), trial.target(), Optional.ofNullable(trial.trajectory()));
            return asked.computeIfAbsent(trial.condition(), first -> reach).equals(reach);
        });
    }

    /** Returns the distinct conditions in order of their index. */
    public List<Condition> conditions() {
        return trials.stream()
                .map(Trial::condition)
                .distinct()
                .sorted(java.util.Comparator.comparingInt(Condition::index))
                .toList();
    }
}
