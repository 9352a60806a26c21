// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.List;

/** Where each named weight block lies in the one array of all weights. */
public final class WeightLayout {
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
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No weights " + name + " among "
                        + blocks.stream().map(Block::name).toList()));
    }
}
