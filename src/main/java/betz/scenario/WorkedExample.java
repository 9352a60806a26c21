// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import java.util.List;

/**
 * A network small enough for pencil and paper, with all its numbers; what a file with the key {@code example} is read into.
 *
 * @param betz version of the file format
 * @param name names the folder of its runs
 * @param about one sentence for the reader
 */
public record WorkedExample(
        @About("Version of the file format; 1.") int betz,

        @About("Names the folder of its runs: letters, digits, dot, dash and underscore.")
        String name,

        @About("One sentence for the reader.") String about,
        @About("The network and what it is given.") Example example) {
    public WorkedExample {
        FileHead.check(betz, name);
    }

    /**
     * What goes in, what should come out, and the two layers between.
     *
     * @param inputs x, [row][input]; a row is a sample or, where the units have a memory, a time step
     * @param targets t, [row][output]
     */
    @About("What goes in, what should come out, and the two layers between.")
    public record Example(
            @About("Inputs, a row for each sample; where units have a memory, for each time step.")
            List<List<Double>> inputs,

            @About("What the outputs should be, a row for each row of inputs.")
            List<List<Double>> targets,

            @About("The units.") HiddenLayer hidden,

            @About("What is read from the units: weights times activity plus biases.")
            OutputLayer output,

            @About("Whether the gradient of the error is told too.")
            boolean gradients) {
        public Example {
            inputs = List.copyOf(inputs);
            targets = List.copyOf(targets);
        }

        /** Returns whether a row of inputs is a time step rather than a sample. */
        public boolean isRecurrent() {
            return hidden instanceof HiddenLayer.Vanilla;
        }
    }

    /**
     * The linear read-out.
     *
     * @param weights V, [output][unit]
     * @param biases c, [output]
     */
    @About("A linear read-out of the units.")
    public record OutputLayer(
            @About("Weights, a row for each output, a number for each unit.")
            List<List<Double>> weights,

            @About("Biases, one for each output.") List<Double> biases) {
        public OutputLayer {
            weights = List.copyOf(weights);
            biases = List.copyOf(biases);
        }
    }
}
