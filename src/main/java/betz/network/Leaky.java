// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Products;

/**
 * Leaky units with {@code α = dt/τ}, whose state is their rate, {@code h' = (1 - α)·h + α·φ(W·h + U·x + b + n)}, or their potential, {@code
 * v' = (1 - α)·v + α·(W·h + U·x + b + n)} with {@code h = φ(v)}; n is white noise.
 *
 * @param units number of units
 * @param tau time constant τ, s; at least twice dt; a range is spread over units
 * @param form what leaks
 * @param noise standard deviation that noise alone gives to a unit, 1
 * @param activation φ
 * @param readout squashing of the outputs
 * @param readoutBias initial bias of the outputs, before squashing
 * @param structure of the weights
 * @param weights where the initial weights come from, see {@link Cell#weights}
 */
@About(
        value = "Leaky units, each with its time constant.",
        equation = "a = dt/tau, n noise; rate: h' = (1 - a) h + a phi(W h + b_hh + U x + b_ih + n);"
                + " potential: v' = (1 - a) v + a (W h + b_hh + U x + b_ih + n), h = phi(v)")
public record Leaky(
        @About("Number of units.") int units,

        @Unit("s")
        @About(
                "Time constant of the units, at least twice dt; a range is spread evenly over them on a logarithmic scale.")
        Range tau,

        @About("What leaks: the rate after the activation function, or the potential before it.")
        Form form,

        @About("Standard deviation that noise alone gives to the state of a linear unit, if dt is short beside tau.")
        double noise,

        @About("What a unit makes of its drive.") Activation activation,
        @About("How an output is squashed.") Readout readout,

        @About("Initial bias of the outputs before squashing; -3 excites a muscle by 0.05.")
        double readoutBias,

        @About("What is fixed about the weights.") Structure structure,

        @About("Initial weights: drawn, or those of a .safetensors file with PyTorch's names, or of a finished run.")
        String weights)
        implements Layer {
    /** 128 tanh units of 50 ms whose outputs begin near 0.05. */
    public static final Leaky DEFAULT = new Leaky(128, 0.050, Activation.TANH, Readout.SIGMOID, -3);

    /** What leaks. */
    public enum Form {
        /** The rate. */
        RATE,
        /** The potential. */
        POTENTIAL
    }

    public Leaky {
        Require.count("units", units, 1, MOST_UNITS);
        Require.positive("tau", tau.low(), "s");
        Require.notNegative("noise", noise, "");
        Require.finite("readoutBias", readoutBias, "");
        structure.requireRates(activation.isRate());
        structure.requireUnits(units);
    }

    /** Describes units whose initial weights are drawn. */
    public Leaky(
            int units,
            Range tau,
            Form form,
            double noise,
            Activation activation,
            Readout readout,
            double readoutBias,
            Structure structure) {
        this(units, tau, form, noise, activation, readout, readoutBias, structure, DRAWN);
    }

    /** Describes dense units without noise whose state is their rate, all with one time constant. */
    public Leaky(int units, double tau, Activation activation, Readout readout, double readoutBias) {
        this(units, new Range(tau, tau), Form.RATE, 0, activation, readout, readoutBias, Structure.DEFAULT);
    }

    @Override
    public Leaky withUnits(int other) {
        return new Leaky(other, tau, form, noise, activation, readout, readoutBias, structure, weights);
    }

    @Override
    public int gates() {
        return 1;
    }

    @Override
    public int kept() {
        return 2; // state; drive
    }

    @Override
    public NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt) {
        var shape = new Shape(inputs, units, outputs, batch, steps);
        return form == Form.RATE
                ? new LeakyKernel(this, products, shape, leaks(dt))
                : new PotentialKernel(this, products, shape, leaks(dt));
    }

    @Override
    public NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        var shape = new Shape(inputs, units, outputs, batch, steps);
        return form == Form.RATE
                ? new LeakyDefinition(this, shape, leaks(dt))
                : new PotentialDefinition(this, shape, leaks(dt));
    }

    /** Returns α of each unit. */
    private double[] leaks(double dt) {
        Require.within("dt", dt, 0, tau.low(), "s");
        double[] alpha = new double[units];
        for (int i = 0; i < units; i++) {
            alpha[i] = dt / Structure.tau(tau, i);
        }
        return alpha;
    }
}
