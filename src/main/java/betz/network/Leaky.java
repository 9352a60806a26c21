// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Products;

/**
 * Leaky units, rate form: {@code h' = (1 - α)·h + α·φ(W·h + U·x + b)} with {@code α = dt/τ}.
 *
 * @param units number of units
 * @param tau time constant τ, s; at least twice dt
 * @param activation φ
 * @param readout squashing of the outputs
 * @param readoutBias initial bias of the outputs, before squashing
 */
@About("Leaky rate units with one time constant.")
public record Leaky(
        @About("Number of units.") int units,

        @Unit("s") @About("Time constant of the units; at least twice dt.")
        double tau,

        @About("What a unit makes of its drive.") Activation activation,
        @About("How an output is squashed.") Readout readout,

        @About("Initial bias of the outputs before squashing; -3 excites a muscle by 0.05.")
        double readoutBias)
        implements Cell {
    /** 128 tanh units of 50 ms whose outputs begin near 0.05. */
    public static final Leaky DEFAULT = new Leaky(128, 0.050, Activation.TANH, Readout.SIGMOID, -3);

    public Leaky {
        Require.count("units", units, 1, MOST_UNITS);
        Require.positive("tau", tau, "s");
        Require.finite("readoutBias", readoutBias, "");
    }

    @Override
    public Leaky withUnits(int other) {
        return new Leaky(other, tau, activation, readout, readoutBias);
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
        return new LeakyKernel(this, products, new Shape(inputs, units, outputs, batch, steps), leak(dt));
    }

    @Override
    public NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        return new LeakyDefinition(this, new Shape(inputs, units, outputs, batch, steps), leak(dt));
    }

    private double leak(double dt) {
        Require.within("dt", dt, 0, tau, "s");
        return dt / tau;
    }
}
