// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.network.DrivenKernel;
import betz.network.FeedForward;
import betz.network.Readout;
import betz.network.Vanilla;
import betz.network.WeightLayout;
import betz.scenario.WorkedExample.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of a worked example, run by the product's own kernel in double precision.
 *
 * <p>Every row is a step of one trial; units without memory know nothing of the step before, so to them a step is a sample.
 */
final class PaperNetwork {
    private final Example example;
    private final DrivenKernel kernel;
    private final WeightLayout layout;

    PaperNetwork(Example example) {
        this.example = example;
        int steps = example.inputs().size();
        int inputs = example.inputs().get(0).size();
        int units = example.hidden().weights().size();
        int outputs = example.targets().get(0).size();
        var activation = example.hidden().activation();
        if (example.isRecurrent()) {
            var cell = new Vanilla(units, activation, Readout.LINEAR, 0);
            kernel = cell.definition(inputs, outputs, 1, steps, 1); // any dt: time is counted in steps
            layout = cell.layout(inputs, outputs);
        } else {
            var cell = new FeedForward(units, activation, Readout.LINEAR, 0);
            kernel = cell.definition(inputs, outputs, 1, steps, 1);
            layout = cell.layout(inputs, outputs);
        }
    }

    /** Returns the place of W, R (if there is a memory), b, V and c. Of PyTorch's two biases the first is b, the second is 0. */
    Map<String, WeightLayout.Block> blocks() {
        boolean recurrent = example.isRecurrent();
        var blocks = new LinkedHashMap<String, WeightLayout.Block>();
        blocks.put("W", layout.block(recurrent ? "weight_ih" : "hidden.weight"));
        if (recurrent) {
            blocks.put("R", layout.block("weight_hh"));
        }
        blocks.put("b", layout.block(recurrent ? "bias_ih" : "hidden.bias"));
        blocks.put("V", layout.block("readout.weight"));
        blocks.put("c", layout.block("readout.bias"));
        return blocks;
    }

    /** Returns the example's weights in the order of the kernel. */
    double[] weights() {
        var given = Map.of(
                "W", example.hidden().weights(),
                "R", example.hidden().recurrent(),
                "b", List.of(example.hidden().biases()),
                "V", example.output().weights(),
                "c", List.of(example.output().biases()));
        double[] weights = new double[layout.size()];
        blocks().forEach((symbol, block) -> {
            int at = block.offset();
            for (List<Double> row : given.getOrDefault(symbol, List.of())) {
                for (double weight : row) {
                    weights[at++] = weight;
                }
            }
        });
        return weights;
    }

    /** Returns the example's weights but for those of one symbol, which are 0. */
    double[] weightsWithout(String absent) {
        double[] weights = weights();
        blocks().forEach((symbol, block) -> {
            if (symbol.equals(absent)) {
                Arrays.fill(weights, block.offset(), block.offset() + block.size(), 0);
            }
        });
        return weights;
    }

    /** Returns what comes of such weights, which need not be the example's. */
    Propagation run(double[] weights) {
        List<Propagation.Row> rows = new ArrayList<>();
        kernel.begin(weights);
        for (List<Double> input : example.inputs()) {
            double[][] output = new double[example.targets().get(0).size()][1];
            double[][] drive = new double[example.hidden().weights().size()][1];
            double[][] activity = new double[drive.length][1];
            int step = rows.size();
            kernel.step(step, column(input), output);
            kernel.drives(step, drive);
            kernel.rates(step, activity);
            rows.add(new Propagation.Row(row(drive), row(activity), row(output)));
        }
        double error = goBack(rows);
        return new Propagation(List.copyOf(rows), error, gradient());
    }

    /** Takes the gradient of E = 1/2 sum (y - t)^2 with respect to y, y - t, back through all steps; returns E. */
    private double goBack(List<Propagation.Row> rows) {
        double error = 0;
        double[][] unused = new double[example.inputs().get(0).size()][1];
        for (int step = rows.size() - 1; step >= 0; step--) {
            double[][] miss = column(rows.get(step).output());
            for (int o = 0; o < miss.length; o++) {
                miss[o][0] -= example.targets().get(step).get(o);
                error += miss[o][0] * miss[o][0] / 2;
            }
            kernel.back(step, miss, new double[1], new double[0], new double[0][], unused);
        }
        return error;
    }

    private Map<String, List<List<Double>>> gradient() {
        double[] gradient = new double[layout.size()];
        kernel.addGradient(gradient);
        var shaped = new LinkedHashMap<String, List<List<Double>>>();
        blocks().forEach((symbol, block) -> {
            boolean isVector = symbol.equals("b") || symbol.equals("c");
            int columns = isVector ? block.size() : block.columns();
            List<List<Double>> rows = new ArrayList<>();
            for (int at = block.offset(); at < block.offset() + block.size(); at += columns) {
                rows.add(Arrays.stream(gradient, at, at + columns).boxed().toList());
            }
            shaped.put(symbol, rows);
        });
        return shaped;
    }

    private static double[][] column(List<Double> row) {
        return row.stream().map(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static List<Double> row(double[][] column) {
        return Arrays.stream(column).map(cell -> cell[0]).toList();
    }
}
