// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.network.WeightLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The weights of one network in a safetensors file, as PyTorch's {@code state_dict} names and orders them.
 *
 * <p>Names are those of the layout; see {@link StateDictNames} for what may stand around them. A vector may have a second axis of
 * length 1. Biases that are not there are 0, as where PyTorch has {@code bias=False}; all else must be there, and nothing more.
 */
public final class StateDict {
    /** Begins the last part of the name of a vector that is added, such as {@code bias_hh} and {@code readout.bias}. */
    private static final String BIAS = "bias";

    private final SafetensorsFile file;
    private final WeightLayout layout;
    private final List<BadWeights.Problem> problems = new ArrayList<>();

    private StateDict(SafetensorsFile file, WeightLayout layout) {
        this.file = file;
        this.layout = layout;
    }

    /**
     * Reads all weights of a network.
     *
     * @return in the order of the layout
     * @throws BadWeights with all problems, if the file's tensors are not those of the layout
     * @throws DamagedData if it is not a sound safetensors file
     */
    public static double[] read(Path path, WeightLayout layout) throws IOException {
        try (var file = SafetensorsFile.open(path)) {
            var dict = new StateDict(file, layout);
            double[] weights = dict.weights();
            if (!dict.problems.isEmpty()) {
                throw new BadWeights(path.toString(), dict.problems);
            }
            return weights;
        }
    }

    /**
     * Returns all weights of a network as tensors of single precision, which networks are computed in.
     *
     * @param weights in the order of the layout. Not modified.
     */
    public static List<Tensor> tensors(WeightLayout layout, double[] weights) {
        List<Tensor> tensors = new ArrayList<>();
        for (WeightLayout.Block block : layout.blocks()) {
            double[] values = Arrays.copyOfRange(weights, block.offset(), block.offset() + block.size());
            tensors.add(new Tensor(block.name(), Tensor.Precision.F32, shape(block), values));
        }
        return tensors;
    }

    private double[] weights() throws IOException {
        Map<String, SafetensorsEntry> given = new LinkedHashMap<>();
        file.entries().forEach(entry -> given.put(entry.name(), entry));
        var names = new StateDictNames(layout, given.keySet());
        problems.addAll(names.problems());
        double[] weights = new double[layout.size()];
        for (WeightLayout.Block block : layout.blocks()) {
            String name = names.of(block);
            if (name != null) {
                take(Objects.requireNonNull(given.get(name)), block, weights);
            } else if (!isBias(block)) {
                tell("without " + block.name(), block.name() + " of " + shape(block));
            }
        }
        file.entries().stream()
                .filter(entry -> names.unknown().contains(entry.name()))
                .forEach(entry -> tellUnknown(entry, names));
        return weights;
    }

    private static boolean isBias(WeightLayout.Block block) {
        return block.name().substring(block.name().lastIndexOf('.') + 1).startsWith(BIAS);
    }

    private void take(SafetensorsEntry entry, WeightLayout.Block block, double[] weights) throws IOException {
        if (!fits(entry, block)) {
            tell("with " + told(entry), shape(block).toString());
        } else if (!entry.dtype().isRead()) {
            tell("with " + Excerpt.of(entry.name()) + " of dtype " + entry.dtype(), Dtype.READ);
        } else {
            double[] values = file.values(entry);
            System.arraycopy(values, 0, weights, block.offset(), values.length);
            tellEndless(entry, values);
        }
    }

    private static List<Integer> shape(WeightLayout.Block block) {
        return isBias(block) ? List.of(block.rows()) : List.of(block.rows(), block.columns());
    }

    private static boolean fits(SafetensorsEntry entry, WeightLayout.Block block) {
        List<Integer> column = List.of(block.rows(), 1);
        boolean vector = block.columns() == 1
                && (entry.shape().equals(column) || entry.shape().equals(List.of(block.rows())));
        return vector || entry.shape().equals(shape(block));
    }

    /** Weights that single precision, in which networks are computed, cannot hold are as bad as infinite ones. */
    private void tellEndless(SafetensorsEntry entry, double[] values) {
        int count = 0;
        int first = 0;
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Float.isFinite((float) values[i])) {
                count++;
                first = i;
            }
        }
        if (count > 0) {
            String where = index(first, entry.shape()) + ", " + values[first];
            String found = count == 1 ? "a value" : count + " values";
            tell(
                    "with " + found + " in " + Excerpt.of(entry.name()) + " beyond single precision, the first at "
                            + where,
                    "finite numbers");
        }
    }

    private static List<Integer> index(int flat, List<Integer> shape) {
        return shape.size() == 1 ? List.of(flat) : List.of(flat / shape.get(1), flat % shape.get(1));
    }

    private void tellUnknown(SafetensorsEntry entry, StateDictNames names) {
        List<String> known =
                layout.blocks().stream().map(WeightLayout.Block::name).toList();
        List<String> meant = layout.blocks().stream()
                .filter(block -> names.isMissing(block) && fits(entry, block))
                .map(WeightLayout.Block::name)
                .toList();
        problems.add(new BadWeights.Problem(
                "with " + told(entry), "nothing but " + String.join(", ", known), entry.name(), meant));
    }

    private static String told(SafetensorsEntry entry) {
        return Excerpt.of(entry.name()) + " of " + Excerpt.of(entry.shape());
    }

    private void tell(String found, String expected) {
        problems.add(new BadWeights.Problem(found, expected));
    }
}
