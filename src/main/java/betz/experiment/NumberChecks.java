// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.loop.ClosedLoop;
import betz.loop.Network;
import betz.loop.Observation;
import betz.loop.Starts;
import betz.math.Products;
import betz.network.Cell;
import betz.network.Leaky;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether this machine computes what it should, held to a tiny network that moves the arm. */
final class NumberChecks {
    private static final String REMEDY = "Try another JDK. If it stays, report it with all lines of betz doctor.";

    /** First numbers of the stream of seed 1 for this purpose; SplitMix64 has them on every machine. */
    private static final List<Long> FIRST = List.of(7371032242575188458L, 7379903590671866433L, -2846046215805860416L);

    private static final String PURPOSE = "checkup";
    private static final Arm26 ARM = Arm26.DEFAULT;
    private static final Cell CELL = new Leaky(5, 0.05, Leaky.DEFAULT.activation(), Leaky.DEFAULT.readout(), -1);
    private static final double DT = 0.01;
    private static final int STEPS = 14;
    private static final int TRIALS = 3;

    /** Step of the differences; rounding of theirs is then about 1e-9 of the gradient. */
    private static final double STEP = 1e-5;

    private static final double GRADIENT_TOLERANCE = 1e-6;

    /** The kernel is in single precision, 6e-8 per operation; the arm adds a few of its errors up, m. */
    private static final double KERNEL_TOLERANCE = 1e-6;

    private NumberChecks() {}

    static List<Check> all() {
        Network definition = Network.definition(CELL, ARM.muscles(), DT);
        return List.of(
                random(FIRST),
                gradient(definition),
                kernel(Network.of(CELL, ARM.muscles(), DT), definition),
                products(Products.best().name(), Products.notice()));
    }

    /** Tells which products are used, and warns if they are not the fastest that processors have. */
    static Check products(String name, Optional<String> notice) {
        return notice.map(why -> new Check("Matrix products", Check.State.WARNING, name, why))
                .orElse(Check.ok("Matrix products", name));
    }

    static Check random(List<Long> expected) {
        var stream = RandomStream.of(1, PURPOSE);
        List<Long> numbers = new ArrayList<>();
        expected.forEach(number -> numbers.add(stream.nextLong()));
        return numbers.equals(expected)
                ? Check.ok("Random numbers", "as on every machine")
                : new Check("Random numbers", Check.State.OWN_PROBLEM, numbers + ", expected " + expected, REMEDY);
    }

    /** Compares the exact gradient of the whole loop with central differences. */
    static Check gradient(Network network) {
        double[] weights = weights();
        double[] exact = new double[weights.length];
        var loop = new Loop(network);
        loop.loss(weights);
        loop.loop.backward(exact);
        double greatest = Arrays.stream(exact).map(Math::abs).max().orElse(0);
        double worst = 0;
        for (int i = 0; i < weights.length; i++) {
            double kept = weights[i];
            weights[i] = kept + STEP;
            double above = loop.loss(weights);
            weights[i] = kept - STEP;
            double below = loop.loss(weights);
            weights[i] = kept;
            worst = Math.max(worst, Math.abs(exact[i] - (above - below) / (2 * STEP)));
        }
        return agree("Gradient", "of central differences, relative", worst / greatest, GRADIENT_TOLERANCE);
    }

    /** Compares the hand that one network moves with that which another moves. */
    static Check kernel(Network fast, Network definition) {
        var one = new Loop(fast);
        var other = new Loop(definition);
        one.loss(weights());
        other.loss(weights());
        double worst = 0;
        for (int step = 0; step < STEPS; step++) {
            for (int row = 0; row < 2; row++) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    double hand = one.loop.hand(step)[row][trial];
                    worst = Math.max(worst, Math.abs(hand - other.loop.hand(step)[row][trial]));
                }
            }
        }
        return agree("Fast kernel", "of its definition, m of the hand", worst, KERNEL_TOLERANCE);
    }

    /** A difference that is no number does not agree. */
    private static Check agree(String name, String what, double difference, double tolerance) {
        String found = String.format(Locale.ROOT, "within %.1g %s", difference, what);
        return difference <= tolerance
                ? Check.ok(name, found)
                : new Check(
                        name,
                        Check.State.OWN_PROBLEM,
                        found + String.format(Locale.ROOT, ", expected %.1g", tolerance),
                        REMEDY);
    }

    private static double[] weights() {
        return CELL.initial(Observation.rows(ARM.muscles()), ARM.muscles(), 1);
    }

    /** Three short reaches, and a random weighting of where the hand is as their loss. */
    private static final class Loop {
        private final TrialBatch trials;
        private final ClosedLoop loop;

        Loop(Network network) {
            double[] joint = ARM.startJoint();
            Point start = ARM.hand(joint[0], joint[1]);
            List<Trial> reaches = new ArrayList<>();
            for (int i = 0; i < TRIALS; i++) {
                var condition = new Condition(i, "reach " + i, i);
                Point target = start.plus(0.05 * StrictMath.cos(i), 0.05 * StrictMath.sin(i));
                reaches.add(new Trial(condition, start, target, 1, 3, STEPS));
            }
            trials = new TrialBatch(DT, STEPS, reaches);
            loop = new ClosedLoop(ARM, Feedback.DEFAULT, network.factory(), TRIALS, STEPS, DT);
        }

        double loss(double[] weights) {
            loop.forward(weights, trials, Starts.of(ARM, trials), Draws.judged(1));
            loop.clearGradients();
            var random = RandomStream.of(2, PURPOSE);
            double sum = 0;
            for (int step = 0; step < STEPS; step++) {
                for (int row = 0; row < 4; row++) {
                    for (int trial = 0; trial < TRIALS; trial++) {
                        double weight = random.nextGaussian();
                        sum += weight * loop.hand(step)[row][trial];
                        loop.handGradient(step)[row][trial] = weight;
                    }
                }
            }
            return sum;
        }
    }
}
