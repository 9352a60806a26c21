// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each named weight block lies in the one array of all weights. */
public final class WeightLayout {
    /** Block that sums units up, where recurrent weights have low rank. */
    static final String SUMS = "weight_hh.sums";

    /** Block that spreads these sums over units. */
    static final String SPREAD = "weight_hh.spread";

    /** Block of the state before the first step, where it is learned. */
    static final String INITIAL_STATE = "initial_state";

    private final List<Block> blocks;

    /**
     * One matrix or vector.
     *
     * @param name as PyTorch names it, such as {@code weight_hh}
     * @param rows outputs
     * @param columns inputs; 1 for a vector
     * @param offset first place in the array
     */
    public record Block(String name, int rows, int columns, int offset) {
        /** Returns the number of weights. */
        public int size() {
            return rows * columns;
        }
    }

    /** Takes blocks that lie one after another without a gap; names must differ. */
    public WeightLayout(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
        long names = blocks.stream().map(Block::name).distinct().count();
        Require.count("distinct names of weight blocks", names, blocks.size(), blocks.size());
        int end = 0;
        for (Block block : blocks) {
            Require.count("offset of " + block.name(), block.offset(), end, end);
            end += block.size();
        }
    }

    /** Returns a layout of no weights. */
    static WeightLayout empty() {
        return new WeightLayout(List.of());
    }

    /** Returns this layout with one more block at its end. */
    WeightLayout and(String name, int rows, int columns) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block(name, rows, columns, size()));
        return new WeightLayout(more);
    }

    /** Returns the blocks in order. */
    public List<Block> blocks() {
        return blocks;
    }

    /** Returns the number of all weights. */
    public int size() {
        return blocks.stream().mapToInt(Block::size).sum();
    }

    /** Returns a block by name. */
    public Block block(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("No weights " + name + " among "
                        + blocks.stream().map(Block::name).toList()));
    }

    /** Returns a block by name, if there is one. */
    public Optional<Block> find(String name) {
        return blocks.stream().filter(block -> block.name().equals(name)).findFirst();
    }
}
