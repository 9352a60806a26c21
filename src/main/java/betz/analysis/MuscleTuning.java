// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Directional tuning of one muscle while a force or a load is held: its mean activation over the last 50 ms of trials.
 *
 * @param conditions in order
 * @param means of the trials of each condition, [condition]
 * @param cosine fit of all trials
 */
public record MuscleTuning(List<Condition> conditions, List<Double> means, CosineTuning cosine) {
    public MuscleTuning {
        conditions = List.copyOf(conditions);
        means = List.copyOf(means);
    }

    /**
     * Fits every muscle.
     *
     * @param recording has {@code muscle.activation}, in three directions or more
     */
    public static List<MuscleTuning> of(Recording recording) {
        Signal activation = recording.signal("muscle.activation");
        return IntStream.range(0, activation.channels().size())
                .mapToObj(muscle -> of(recording, ends(recording, activation, muscle)))
                .toList();
    }

    private static MuscleTuning of(Recording recording, double[] held) {
        var trials = recording.trials().trials();
        var conditions = recording.trials().conditions();
        double[] direction = trials.stream()
                .mapToDouble(trial -> trial.condition().direction())
                .toArray();
        List<Double> means = conditions.stream()
                .map(condition -> IntStream.range(0, held.length)
                        .filter(i -> trials.get(i).condition().equals(condition))
                        .mapToDouble(i -> held[i])
                        .average()
                        .orElse(Double.NaN))
                .toList();
        return new MuscleTuning(conditions, means, CosineTuning.fit(direction, held));
    }

    /** Returns the mean of one muscle over the end of each trial, [trial]. */
    private static double[] ends(Recording recording, Signal activation, int muscle) {
        int window =
                (int) Math.round(ReachKinematics.END_WINDOW / recording.trials().dt());
        return IntStream.range(0, activation.trials())
                .mapToDouble(trial -> {
                    int end = recording.trials().get(trial).end();
                    return IntStream.range(Math.max(0, end - window), end)
                            .mapToDouble(step -> activation.get(trial, step, muscle))
                            .average()
                            .orElse(Double.NaN);
                })
                .toArray();
    }
}
