// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.scenario.WorkedExample.Example;
import java.util.ArrayList;
import java.util.List;

/** What the numbers of a worked example must hold together: every matrix has the shape that the others ask for. */
final class ExampleRules {
    /** More than this nobody works out by hand, and no page shows. */
    private static final int MOST = 12;

    static final List<Rule<WorkedExample>> ALL = List.of(file -> new ExampleRules(file.example()).breaches);

    private final List<Rule.Breach> breaches = new ArrayList<>();

    private ExampleRules(Example example) {
        var hidden = example.hidden();
        var output = example.output();
        size("inputs", example.inputs());
        size("targets", example.targets());
        size("hidden.weights", hidden.weights());
        if (breaches.isEmpty()) {
            int units = hidden.weights().size();
            int outputs = example.targets().get(0).size();
            rows("targets", example.targets(), example.inputs().size(), "row of inputs");
            columns("hidden.weights", hidden.weights(), example.inputs().get(0).size(), "input");
            numbers("hidden.biases", hidden.biases(), units, "row of hidden.weights");
            if (example.isRecurrent()) {
                rows("hidden.recurrent", hidden.recurrent(), units, "row of hidden.weights");
                columns("hidden.recurrent", hidden.recurrent(), units, "row of hidden.weights");
            }
            rows("output.weights", output.weights(), outputs, "column of targets");
            columns("output.weights", output.weights(), units, "row of hidden.weights");
            numbers("output.biases", output.biases(), outputs, "column of targets");
        }
    }

    private void size(String key, List<List<Double>> matrix) {
        if (matrix.isEmpty() || matrix.size() > MOST) {
            breach(key, counted(matrix.size(), "row"), "1 to " + MOST + " rows");
        } else if (matrix.get(0).isEmpty() || matrix.get(0).size() > MOST) {
            breach(key + ".0", counted(matrix.get(0).size(), "number"), "1 to " + MOST + " numbers");
        }
    }

    private void rows(String key, List<List<Double>> matrix, int expected, String each) {
        if (matrix.size() != expected) {
            breach(key, counted(matrix.size(), "row"), expected + ", one for each " + each);
        }
    }

    /** Rows of one matrix have one length already, so the first stands for all. */
    private void columns(String key, List<List<Double>> matrix, int expected, String each) {
        if (!matrix.isEmpty()) {
            numbers(key + ".0", matrix.get(0), expected, each);
        }
    }

    private void numbers(String key, List<Double> vector, int expected, String each) {
        if (vector.size() != expected) {
            breach(key, counted(vector.size(), "number"), expected + ", one for each " + each);
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private void breach(String key, String found, String expected) {
        breaches.add(new Rule.Breach("example." + key, found, expected, null));
    }
}
