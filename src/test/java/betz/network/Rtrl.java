// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/**
 * Exact real-time recurrent learning of one trial without noise, for tests: beside every state stands its sensitivity to every
 * weight, and both go forward together.
 *
 * <p>The cost is that of every weight for every unit in every step; nothing goes back.
 *
 * @see <a href="https://doi.org/10.1162/neco.1989.1.2.270">Williams &amp; Zipser (1989)</a>, whose p is {@link Sensed#slope}
 */
final class Rtrl {
    private final Cell cell;
    private final double[] weights;
    private final WeightLayout layout;
    private final double alpha; // of leaky units
    private final Sensed[] state; // rates, or potentials

    /**
     * A number and how it changes with every weight.
     *
     * @param slope [weight]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sensed(double value, double[] slope) {
        static Sensed constant(double value, int weights) {
            return new Sensed(value, new double[weights]);
        }

        /** Returns {@code a*this + b*other}, where b and a are numbers. */
        Sensed sum(double a, Sensed other, double b) {
            double[] sum = new double[slope.length];
            Arrays.setAll(sum, p -> a * slope[p] + b * other.slope[p]);
            return new Sensed(a * value + b * other.value, sum);
        }

        Sensed plus(Sensed other) {
            return sum(1, other, 1);
        }

        Sensed times(Sensed other) {
            double[] sum = new double[slope.length];
            Arrays.setAll(sum, p -> other.value * slope[p] + value * other.slope[p]);
            return new Sensed(value * other.value, sum);
        }

        Sensed tanh() {
            double y = Math.tanh(value);
            return chain(y, 1 - y * y);
        }

        Sensed sigmoid() {
            double y = 1 / (1 + Math.exp(-value));
            return chain(y, y * (1 - y));
        }

        private Sensed chain(double y, double derivative) {
            return new Sensed(y, Arrays.stream(slope).map(s -> derivative * s).toArray());
        }
    }

    /** Begins in the state of a condition, where states are learned; units squash by tanh. */
    Rtrl(Cell cell, double[] weights, int inputs, int outputs, double dt, int condition) {
        this.cell = cell;
        this.weights = weights;
        layout = cell.layout(inputs, outputs);
        alpha = cell instanceof Leaky leaky ? dt / leaky.tau().low() : 1;
        state = new Sensed[cell.units()];
        Arrays.setAll(state, i -> Sensed.constant(0, weights.length));
        layout.find("initial_state").ifPresent(block -> {
            int at = block.offset() + Math.min(condition, block.rows() - 1) * block.columns();
            Arrays.setAll(state, i -> weight(at + i));
        });
    }

    /** Takes the state as given, whatever made it. */
    void forget() {
        Arrays.setAll(state, i -> Sensed.constant(state[i].value, weights.length));
    }

    /** Returns the rates. */
    Sensed[] rates() {
        Sensed[] rates = state.clone();
        if (cell instanceof Leaky leaky && leaky.form() == Leaky.Form.POTENTIAL) {
            Arrays.setAll(rates, i -> state[i].tanh());
        }
        return rates;
    }

    /** Returns the outputs. */
    Sensed[] outputs() {
        Sensed[] outputs = affine("readout.weight", "readout.bias", rates());
        if (cell.readout() == Readout.SIGMOID) {
            Arrays.setAll(outputs, o -> outputs[o].sigmoid());
        }
        return outputs;
    }

    /** Takes a step. */
    void step(double[] x) {
        Sensed[] given = new Sensed[x.length];
        Arrays.setAll(given, k -> Sensed.constant(x[k], weights.length));
        Sensed[] fromInput = affine("weight_ih", "bias_ih", given);
        Sensed[] fromState = affine("weight_hh", "bias_hh", rates());
        for (int i = 0; i < state.length; i++) {
            state[i] = next(state[i], fromInput, fromState, i);
        }
    }

    private Sensed next(Sensed before, Sensed[] fromInput, Sensed[] fromState, int i) {
        if (cell instanceof Gru) {
            return gate(before, fromInput, fromState, i);
        }
        Sensed drive = fromInput[i].plus(fromState[i]);
        boolean leaksInside = cell instanceof Leaky leaky && leaky.form() == Leaky.Form.POTENTIAL;
        return before.sum(1 - alpha, leaksInside ? drive : drive.tanh(), alpha);
    }

    /** Rows of the gates: all r, then all z, then all n. */
    private Sensed gate(Sensed h, Sensed[] fromInput, Sensed[] fromState, int i) {
        int units = state.length;
        Sensed r = fromInput[i].plus(fromState[i]).sigmoid();
        Sensed z = fromInput[units + i].plus(fromState[units + i]).sigmoid();
        Sensed n =
                fromInput[2 * units + i].plus(r.times(fromState[2 * units + i])).tanh();
        return n.plus(z.times(h.sum(1, n, -1)));
    }

    private Sensed[] affine(String matrix, String vector, Sensed[] x) {
        WeightLayout.Block w = layout.block(matrix);
        Sensed[] sums = new Sensed[w.rows()];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = weight(layout.block(vector).offset() + row);
            for (int column = 0; column < x.length; column++) {
                sums[row] = sums[row].plus(
                        weight(w.offset() + row * w.columns() + column).times(x[column]));
            }
        }
        return sums;
    }

    private Sensed weight(int place) {
        Sensed weight = Sensed.constant(weights[place], weights.length);
        weight.slope[place] = 1;
        return weight;
    }
}
