// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.Arrays;
import java.util.List;

/**
 * What learns, and what it makes of the weights: {@code w = s·θ}, or {@code w = s·|θ|} where Dale's law fixes the sign.
 *
 * <p>The scale s is a unit's gain, with its sign under Dale's law, or 0 where there is no connection. Kernels know of weights w
 * alone, so structure costs them nothing.
 */
public final class Wiring {
    private final double[] scale; // s, [weight]
    private final boolean[] signed; // whether the sign of w is fixed, [weight]
    private final boolean[] frozen; // [weight]
    private final List<Part> still; // parts of all layers that do not learn
    private final boolean plain; // w = θ, and all of it learns

    /**
     * Lays out the wiring of a network.
     *
     * @param senses what each input tells, [input]
     * @param seed that connections are drawn from
     */
    public static Wiring of(Cell cell, List<Sense> senses, int outputs, long seed) {
        return of(cell, senses, outputs, seed, List.of());
    }

    /** Lays out the wiring of a network of which some parts do not learn, beside those that its structure names. */
    public static Wiring of(Cell cell, List<Sense> senses, int outputs, long seed, List<Part> frozen) {
        var wiring = new Wiring(cell, cell.layout(senses.size(), outputs).size(), frozen);
        for (Level level : Level.of(cell, senses.size(), outputs)) {
            wiring.add(level, level.place() == 0 ? senses : List.of(), Stack.seed(cell, seed, level.place()));
        }
        return wiring;
    }

    private Wiring(Cell cell, int size, List<Part> still) {
        this.still = still;
        scale = new double[size];
        signed = new boolean[size];
        frozen = new boolean[size];
        plain = still.isEmpty()
                && cell.layers().stream().allMatch(layer -> layer.structure().equals(Structure.DEFAULT));
        Arrays.fill(scale, 1);
    }

    /** Adds a layer; without senses it hears the layer below. */
    private void add(Level level, List<Sense> senses, long seed) {
        if (plain) {
            return;
        }
        Layer layer = level.layer();
        var connections = new Connections(layer.structure(), layer.units(), seed);
        for (WeightLayout.Block block : level.layout().blocks()) {
            int first = level.offset() + block.offset();
            Part part = Part.of(block);
            boolean stays = still.contains(part) || layer.structure().frozen().contains(part);
            Arrays.fill(frozen, first, first + block.size(), stays);
            connect(block, first, layer.units(), connections, senses);
            amplify(block, first, layer);
        }
    }

    private void connect(WeightLayout.Block block, int first, int units, Connections connections, List<Sense> senses) {
        for (int row = 0; row < block.rows(); row++) {
            int unit = row % units;
            for (int column = 0; column < block.columns(); column++) {
                int i = first + row * block.columns() + column;
                boolean there = switch (block.name()) {
                    case "weight_ih" -> senses.isEmpty() || connections.senses(unit, senses.get(column));
                    case "weight_hh" -> connections.there(unit, column);
                    case "readout.weight" -> connections.isRead(column);
                    default -> true;
                };
                boolean law = block.name().equals("weight_hh") && connections.sign(column) != 0;
                signed[i] = law;
                scale[i] = !there ? 0 : law ? connections.sign(column) : 1;
            }
        }
    }

    /** Multiplies the drives of units by their gains. */
    private void amplify(WeightLayout.Block block, int first, Layer layer) {
        Part part = Part.of(block);
        boolean ofDrive = part == Part.INPUT || part == Part.RECURRENT || part == Part.BIAS;
        if (!ofDrive || block.name().equals(WeightLayout.SUMS)) {
            return;
        }
        for (int i = 0; i < block.size(); i++) {
            int unit = i / block.columns() % layer.units();
            scale[first + i] *= Structure.gain(layer.structure().gain(), unit);
        }
    }

    /** Returns the weights w of parameters θ; these themselves where nothing is fixed. */
    public double[] weights(double[] parameters) {
        Require.length("parameters", parameters.length, scale.length);
        if (plain) {
            return parameters;
        }
        double[] weights = new double[scale.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = scale[i] * (signed[i] ? Math.abs(parameters[i]) : parameters[i]);
        }
        return weights;
    }

    /** Returns parameters of weights: those of connections that are missing, or of a sign that is not theirs, are lost. */
    public double[] parameters(double[] weights) {
        Require.length("weights", weights.length, scale.length);
        double[] parameters = new double[scale.length];
        for (int i = 0; i < parameters.length; i++) {
            double parameter = scale[i] == 0 ? 0 : weights[i] / scale[i];
            parameters[i] = signed[i] ? Math.max(0, parameter) : parameter;
        }
        return parameters;
    }

    /**
     * Turns the gradient of weights into that of parameters.
     *
     * @param gradient Modified.
     */
    public void toParameters(double[] gradient, double[] parameters) {
        for (int i = 0; i < gradient.length && !plain; i++) {
            double slope = signed[i] && parameters[i] < 0 ? -scale[i] : scale[i];
            gradient[i] = frozen[i] ? 0 : slope * gradient[i];
        }
    }

    /**
     * Sets parameters that count for nothing to zero.
     *
     * @param parameters Modified.
     * @return the same array
     */
    public double[] tidy(double[] parameters) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = scale[i] == 0 ? 0 : parameters[i];
        }
        return parameters;
    }

    /** Tells whether a parameter learns. */
    public boolean learns(int parameter) {
        return !frozen[parameter] && scale[parameter] != 0;
    }
}
