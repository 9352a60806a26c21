// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.Workers;
import betz.effector.Effector;
import betz.effector.EffectorKernel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Bodies without a network: some steps forward under constant excitation, and back, each thread with its own batch.
 *
 * @param effector whose bodies move
 * @param batch bodies of each thread
 * @param steps in one iteration
 * @param dt s
 * @param threads worker threads
 */
public record EffectorBench(Effector effector, int batch, int steps, double dt, int threads) implements Bench {
    private static final double EXCITATION = 0.1;

    @Override
    public Map<String, Object> run(double seconds) {
        Bodies[] bodies = new Bodies[threads];
        Arrays.setAll(bodies, i -> new Bodies());
        try (var workers = new Workers(threads)) {
            List<Timing> timings = Timing.each(
                    seconds,
                    List.of(
                            () -> workers.each(threads, i -> bodies[i].forward()),
                            () -> workers.each(threads, i -> {
                                bodies[i].forward();
                                bodies[i].back();
                            })));
            Timing forward = timings.get(0);
            Timing both = timings.get(1);
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("bench", "effector");
            BodySettings.tell(told, effector, dt);
            told.put("batch", batch);
            told.put("steps", steps);
            told.put("threads", threads);
            told.put("milliseconds", both.milliseconds());
            told.put("iterations", both.iterations());
            double done = 1000.0 * threads * batch * steps;
            told.put("steps_per_second", done / forward.median());
            told.put("steps_per_second_with_gradient", done / both.median());
            return told;
        }
    }

    /** A batch of bodies with their history. */
    private final class Bodies {
        private final EffectorKernel kernel = effector.kernel(batch, dt);
        private final double[][][] state = new double[steps + 1][effector.states()][batch];
        private final double[][] command = new double[effector.muscles()][batch];
        private final double[][] load = new double[2][batch];
        private final double[][] sense = new double[4 + 2 * effector.muscles()][batch];
        private final double[][] commandGradient = new double[effector.muscles()][batch];
        private double[][] later = new double[effector.states()][batch];
        private double[][] earlier = new double[effector.states()][batch];

        Bodies() {
            double[] start = effector.startJoint();
            double[][] joint = new double[2][batch];
            double[][] activation = new double[effector.muscles()][batch];
            for (int axis = 0; axis < 2; axis++) {
                Arrays.fill(joint[axis], start[axis]);
            }
            for (int muscle = 0; muscle < activation.length; muscle++) {
                Arrays.fill(activation[muscle], EXCITATION);
                Arrays.fill(command[muscle], EXCITATION);
            }
            kernel.reset(joint, activation, state[0]);
        }

        void forward() {
            for (int step = 0; step < steps; step++) {
                kernel.step(state[step], command, load, state[step + 1]);
                kernel.sense(state[step + 1], sense);
            }
        }

        void back() {
            for (double[] row : later) {
                Arrays.fill(row, 1);
            }
            for (int step = steps - 1; step >= 0; step--) {
                for (double[] row : earlier) {
                    Arrays.fill(row, 0);
                }
                kernel.stepVjp(state[step], command, load, later, earlier, commandGradient);
                kernel.senseVjp(state[step], sense, earlier);
                double[][] swap = later;
                later = earlier;
                earlier = swap;
            }
        }
    }
}
