// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the weights of a network of rate units among the tensors of a file. */
final class WeightTensors {
    private final String file;
    private final List<Tensor> tensors;
    private final List<String> problems = new ArrayList<>();

    private WeightTensors(String file, List<Tensor> tensors) {
        this.file = file;
        this.tensors = tensors;
    }

    static NetworkWeights read(Path file) throws IOException {
        Safetensors content = Safetensors.read(file);
        String name = String.valueOf(file.getFileName());
        if (content.metadata().containsKey("run")) {
            throw new BadTable(List.of(name + ": the weights of a run, whose units may be leaky or have gates, expected"
                    + " those of h' = tanh(W h + U u + b) by the names W, U and b"));
        }
        return new WeightTensors(name, content.tensors()).weights();
    }

    private NetworkWeights weights() {
        Tensor recurrent = find("W", "weight_hh_l0").orElse(null);
        if (recurrent == null) {
            throw new BadTable(List.of(file + ": the tensors are "
                    + tensors.stream().map(one -> Excerpt.of(one.name())).toList() + ", expected W, and U and b"));
        }
        List<Integer> shape = recurrent.shape();
        if (shape.size() != 2 || !shape.get(0).equals(shape.get(1)) || shape.get(0) == 0) {
            throw new BadTable(List.of(
                    file + ": " + recurrent.name() + " is of " + shape + ", expected as many rows as columns, [n, n]"));
        }
        int units = shape.get(0);
        Tensor given = find("U", "weight_ih_l0").orElseGet(() -> Tensor.f64("U", new double[0], units, 0));
        int inputs = given.shape().size() == 2 ? given.shape().get(1) : 0;
        double[] w = values(recurrent, units, units);
        double[] u = values(given, units, inputs);
        double[] b = bias(units);
        double[] held = find("u").map(one -> values(one, inputs)).orElseGet(() -> new double[inputs]);
        if (!problems.isEmpty()) {
            throw new BadTable(problems);
        }
        return new NetworkWeights(rows(w, units, units), rows(u, units, inputs), b, held);
    }

    private double[] bias(int units) {
        double[] sum = new double[units];
        for (String name : List.of("b", "bias_ih_l0", "bias_hh_l0")) {
            double[] one = find(name).map(found -> values(found, units)).orElseGet(() -> new double[units]);
            Arrays.setAll(sum, i -> sum[i] + one[i]);
        }
        return sum;
    }

    private Optional<Tensor> find(String... names) {
        return tensors.stream()
                .filter(one -> List.of(names).contains(one.name()))
                .findFirst();
    }

    /** Returns the numbers of a tensor of that shape; zeros after telling that it has another, or that one is not finite. */
    private double[] values(Tensor tensor, Integer... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        if (!tensor.shape().equals(List.of(shape))) {
            problems.add(file + ": " + tensor.name() + " is of " + tensor.shape() + ", expected " + List.of(shape));
            return new double[size];
        }
        if (!Arrays.stream(tensor.values()).allMatch(Double::isFinite)) {
            problems.add(file + ": " + tensor.name() + " has a number that is not finite, expected finite numbers");
        }
        return tensor.values();
    }

    private static double[][] rows(double[] values, int rows, int columns) {
        double[][] split = new double[rows][];
        Arrays.setAll(split, row -> Arrays.copyOfRange(values, row * columns, (row + 1) * columns));
        return split;
    }
}
