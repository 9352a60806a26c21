// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.math.Products;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Layers one on top of another: each hears the activity of the one below in the same step, and the last is read.
 *
 * @param layers the first hears the inputs; of read-outs only the last layer's counts
 * @param weights where the initial weights of all layers come from, see {@link Cell#weights}
 */
@About(
        value = "Layers one on top of another; the first hears the inputs, and the last is read.",
        equation = "x of layer k + 1 = h' of layer k")
public record Stack(
        @About("The layers, the first first; of their read-outs only the last one counts.")
        List<Layer> layers,

        @About("Initial weights: drawn, or those of a .safetensors file with PyTorch's names, or of a finished run.")
        String weights)
        implements Cell {
    /** Most layers of a stack. */
    private static final int MOST_LAYERS = 16;

    /** Leaky units between layers without memory. */
    public static final Stack DEFAULT =
            new Stack(List.of(FeedForward.DEFAULT.withUnits(64), Leaky.DEFAULT, FeedForward.DEFAULT.withUnits(64)));

    public Stack {
        layers = List.copyOf(layers);
        Require.items("layers", layers.size(), "layer", 1, MOST_LAYERS);
        for (int i = 0; i < layers.size(); i++) {
            Structure structure = layers.get(i).structure();
            boolean isPlain = structure.signs() instanceof Signs.Mixed
                    && !(structure.connectivity() instanceof Connectivity.Areas);
            Require.that(
                    isPlain || layers.size() == 1,
                    "layers." + i + ".structure",
                    "areas or Dale's law in one of several layers",
                    "one network of areas in place of the stack, since a layer above would hear all units of it");
            String own = layers.get(i).weights();
            String name = "layers." + i + ".weights";
            Require.that(own.equals(DRAWN), name, "'" + own + "'", "weights of the stack as a whole");
        }
    }

    /** Takes layers whose initial weights are drawn. */
    public Stack(List<Layer> layers) {
        this(layers, DRAWN);
    }

    private Layer last() {
        return layers.get(layers.size() - 1);
    }

    @Override
    public int units() {
        return layers.stream().mapToInt(Cell::units).sum();
    }

    @Override
    public Stack withUnits(int other) {
        return new Stack(layers.stream().map(layer -> layer.withUnits(other)).toList(), weights);
    }

    @Override
    public Readout readout() {
        return last().readout();
    }

    @Override
    public double readoutBias() {
        return last().readoutBias();
    }

    @Override
    public List<String> areas() {
        List<String> areas = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            areas.addAll(Collections.nCopies(layers.get(i).units(), "Layer " + (i + 1)));
        }
        return areas;
    }

    @Override
    public int history(int inputs, int outputs) {
        return Level.of(this, inputs, outputs).stream()
                .mapToInt(level -> level.layer().history(level.inputs(), level.outputs()))
                .sum();
    }

    /** Returns the layouts of the layers one after another, each block but the read-out's named after its layer, from 0. */
    @Override
    public WeightLayout layout(int inputs, int outputs) {
        WeightLayout layout = WeightLayout.empty();
        for (Level level : Level.of(this, inputs, outputs)) {
            for (WeightLayout.Block block : level.layout().blocks()) {
                boolean isReadout = Part.of(block) == Part.READOUT;
                String name = isReadout ? block.name() : "layers." + level.place() + "." + block.name();
                layout = block.size() == 0 && isReadout ? layout : layout.and(name, block.rows(), block.columns());
            }
        }
        return layout;
    }

    @Override
    public double[] initial(int inputs, int outputs, long seed) {
        double[] weights = new double[layout(inputs, outputs).size()];
        for (Level level : Level.of(this, inputs, outputs)) {
            double[] own = level.layer().initial(level.inputs(), level.outputs(), seed(this, seed, level.place()));
            System.arraycopy(own, 0, weights, level.offset(), own.length);
        }
        return weights;
    }

    /** Returns the seed of a layer of a cell; that of the cell where it is but one layer. */
    static long seed(Cell cell, long seed, int layer) {
        return cell instanceof Stack ? RandomStream.of(seed, "layer", layer).nextLong() : seed;
    }

    @Override
    public NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt) {
        List<Level> levels = Level.of(this, inputs, outputs);
        List<NetworkKernel> kernels = levels.stream()
                .map(level -> level.layer().kernel(products, level.inputs(), level.outputs(), batch, steps, dt))
                .toList();
        return new StackKernel(levels, kernels, areas(), batch);
    }

    @Override
    public NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        List<Level> levels = Level.of(this, inputs, outputs);
        List<NetworkKernel> kernels = levels.stream()
                .map(level -> level.layer().definition(level.inputs(), level.outputs(), batch, steps, dt))
                .toList();
        return new StackKernel(levels, kernels, areas(), batch);
    }
}
