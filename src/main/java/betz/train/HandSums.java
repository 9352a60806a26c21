// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Field;
import betz.data.LoadRows;
import betz.data.Trial;
import java.util.function.IntFunction;

/** Sums over trials of what {@link Deviation} tells of them. */
final class HandSums {
    private int trials;
    private double lateral;
    private int moving;
    private double cos;
    private double sin;
    private double product; // force on walls times that which would make up for the field, N²
    private double square; // of the latter, N²

    /**
     * Adds a trial.
     *
     * @param hands x, y (m), vx, vy (m/s) of every step, [4 and more][trial]. Not modified.
     * @param place of the trial in them
     */
    void add(Probe probe, IntFunction<double[][]> hands, Trial trial, int place) {
        if (!trial.goes() || trial.stays() || trial.trajectory() != null) {
            return; // there is no way to stray from
        }
        var way = new Way(hands, trial, place);
        if (trial.perturbation().equals(probe.usual())) {
            trials++;
            lateral += lateral(way);
            addDirection(way);
        }
        Field field = probe.field();
        if (trial.perturbation() instanceof Field.Channel channel && field != null) {
            addChannel(way, channel, way.across(field.load(trial)));
        }
    }

    private static double lateral(Way way) {
        double greatest = 0;
        for (int step = way.first(); step < way.end() && way.along(step) < way.length(); step++) {
            double here = way.lateral(step);
            greatest = Math.abs(here) > Math.abs(greatest) ? here : greatest;
        }
        return greatest;
    }

    private void addDirection(Way way) {
        double fastest = 0;
        double x = 0;
        double y = 0;
        for (int step = way.first(); step < way.end(); step++) {
            double speed = StrictMath.hypot(way.forward(step), way.sideward(step));
            if (speed > fastest) {
                fastest = speed;
                x = way.forward(step) / speed;
                y = way.sideward(step) / speed;
            }
        }
        moving += fastest > 0 ? 1 : 0;
        cos += x;
        sin += y;
    }

    /** Walls feel {@code stiffness d + damping d'} to the left; {@code across} is the field's force to the left over forward speed. */
    private void addChannel(Way way, Field.Channel channel, double across) {
        for (int step = way.first(); step < way.end(); step++) {
            double felt = channel.stiffness() * way.lateral(step) + channel.damping() * way.sideward(step);
            double wanted = -across * way.forward(step);
            product += felt * wanted;
            square += wanted * wanted;
        }
    }

    /** Adds the sums of other trials. */
    void add(HandSums other) {
        trials += other.trials;
        lateral += other.lateral;
        moving += other.moving;
        cos += other.cos;
        sin += other.sin;
        product += other.product;
        square += other.square;
    }

    /** Returns what they tell. */
    Deviation deviation() {
        return new Deviation(
                trials == 0 ? Double.NaN : lateral / trials,
                moving == 0 ? Double.NaN : StrictMath.atan2(sin, cos),
                square == 0 ? Double.NaN : product / square);
    }

    /** A hand as seen along the straight way from start to target, from the go cue on. */
    private static final class Way {
        private final IntFunction<double[][]> hands;
        private final Trial trial;
        private final int place;
        private final double x; // of the unit vector along the way
        private final double y;

        Way(IntFunction<double[][]> hands, Trial trial, int place) {
            this.hands = hands;
            this.trial = trial;
            this.place = place;
            x = StrictMath.cos(trial.direction());
            y = StrictMath.sin(trial.direction());
        }

        int first() {
            return trial.goCue();
        }

        int end() {
            return trial.end();
        }

        double length() {
            return trial.start().distance(trial.target());
        }

        double along(int step) {
            return x * (hand(step, 0) - trial.start().x())
                    + y * (hand(step, 1) - trial.start().y());
        }

        double lateral(int step) {
            return x * (hand(step, 1) - trial.start().y())
                    - y * (hand(step, 0) - trial.start().x());
        }

        double forward(int step) {
            return x * hand(step, 2) + y * hand(step, 3);
        }

        double sideward(int step) {
            return x * hand(step, 3) - y * hand(step, 2);
        }

        /** Returns the force to the left of a field over forward speed, N·s/m. */
        double across(double[] load) {
            int b = LoadRows.VISCOSITY;
            return x * (load[b + 2] * x + load[b + 3] * y) - y * (load[b] * x + load[b + 1] * y);
        }

        private double hand(int step, int row) {
            return hands.apply(step)[row][place];
        }
    }
}
