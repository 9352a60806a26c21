// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.data.Controller;
import betz.data.Draws;
import betz.data.TrialBatch;
import betz.network.NetworkKernel;
import betz.network.Occasion;
import java.util.List;

/** A trained network as a controller of the arm. */
public final class NetworkController implements Controller {
    private final Network network;
    private final double[] weights;

    /** Describes a network with its weights. */
    public NetworkController(Network network, double[] weights) {
        Require.length("weights", weights.length, network.weights());
        this.network = network;
        this.weights = weights.clone();
    }

    @Override
    public int units() {
        return network.units();
    }

    @Override
    public String rateUnit() {
        return "1";
    }

    @Override
    public List<String> groups() {
        return network.cell().areas();
    }

    @Override
    public Run begin(TrialBatch trials, Draws draws) {
        NetworkKernel kernel = network.factory().kernel(trials.size(), trials.steps());
        kernel.begin(weights, new Occasion(trials, draws));
        return new NetworkRun(network, kernel, trials);
    }

    private static final class NetworkRun implements Run {
        private final Observation observation;
        private final NetworkKernel kernel;
        private final TrialBatch trials;
        private final double[][] observed;
        private int last;

        NetworkRun(Network network, NetworkKernel kernel, TrialBatch trials) {
            observation = network.observation();
            observed = new double[network.inputs()][trials.size()];
            this.kernel = kernel;
            this.trials = trials;
        }

        @Override
        public void step(int step, double[][] input, double[][] afferent, double[][] command) {
            if (observation.feels()) {
                observation.write(trials, input, afferent, observed);
            } else {
                Observation.writeTask(input, observed);
            }
            kernel.step(step, observed, command);
            last = step;
        }

        @Override
        public void rates(double[][] rate) {
            kernel.rates(last, rate);
        }
    }
}
