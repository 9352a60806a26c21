// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.scenario.WorkedExample.Example;
import java.util.List;
import java.util.Map;

/**
 * What a worked example comes to.
 *
 * @param rows what comes of every row of inputs
 * @param error {@code E = 1/2 Σ (y - t)²} over all rows and outputs
 * @param gradient of E, by the weights' symbol, shaped as the weights in the file; that of biases in one row
 */
record Propagation(List<Row> rows, double error, Map<String, List<List<Double>>> gradient) {

    /**
     * What comes of one row of inputs.
     *
     * @param drive a, [unit]
     * @param activity h, [unit]
     * @param output y, [output]
     */
    record Row(List<Double> drive, List<Double> activity, List<Double> output) {}

    /** Returns what comes of the weights that the example gives. */
    static Propagation of(Example example) {
        var network = new PaperNetwork(example);
        return network.run(network.weights());
    }
}
