// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.KindKey;
import betz.network.Activation;
import java.util.List;

/** The units of a worked example: what they make of their inputs, and whether they remember. */
@KindKey("cell")
@About("The units: what they make of their inputs, and whether they remember.")
public sealed interface HiddenLayer permits HiddenLayer.FeedForward, HiddenLayer.Vanilla {
    /** Returns what a unit makes of its drive. */
    Activation activation();

    /** Returns the input weights W, [unit][input]. */
    List<List<Double>> weights();

    /** Returns the biases b, [unit]. */
    List<Double> biases();

    /** Returns the recurrent weights R, [unit][unit]; none for units without memory. */
    default List<List<Double>> recurrent() {
        return List.of();
    }

    /** {@code h = φ(W·x + b)}. */
    @About("Units without memory: each row of inputs is a sample of its own.")
    record FeedForward(
            @About("What a unit makes of its drive.") Activation activation,

            @About("Input weights, a row for each unit, a number for each input.")
            List<List<Double>> weights,

            @About("Biases, one for each unit.") List<Double> biases)
            implements HiddenLayer {
        public FeedForward {
            weights = List.copyOf(weights);
            biases = List.copyOf(biases);
        }
    }

    /** {@code h(t) = φ(W·x(t) + R·h(t - 1) + b)} from {@code h(0) = 0}. */
    @About("Units that also hear the activity of the step before: each row of inputs is a time step.")
    record Vanilla(
            @About("What a unit makes of its drive.") Activation activation,

            @About("Input weights, a row for each unit, a number for each input.")
            List<List<Double>> weights,

            @About("Recurrent weights, a row for each unit, a number for each unit it hears.")
            List<List<Double>> recurrent,

            @About("Biases, one for each unit.") List<Double> biases)
            implements HiddenLayer {
        public Vanilla {
            weights = List.copyOf(weights);
            recurrent = List.copyOf(recurrent);
            biases = List.copyOf(biases);
        }
    }
}
