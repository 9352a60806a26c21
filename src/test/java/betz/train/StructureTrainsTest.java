// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import betz.common.Workers;
import betz.data.Feedback;
import betz.effector.PointMass;
import betz.loop.Network;
import betz.network.Activation;
import betz.network.Area;
import betz.network.Connectivity;
import betz.network.Initialisation;
import betz.network.Leaky;
import betz.network.Part;
import betz.network.Projection;
import betz.network.Readout;
import betz.network.Sense;
import betz.network.Signs;
import betz.network.Start;
import betz.network.Structure;
import betz.network.WeightLayout;
import betz.network.Wiring;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Structure of the weights through the body and through every optimiser. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StructureTrainsTest {
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final int TRIALS = 6;
    private static final long SEED = 8;
    private static final Loss LOSS =
            Losses.squares("position", 1, "velocity", 0.1, "activity", 1e-3, "weights", 1e-3, "jacobian", 1);

    /** Two areas under Dale's law, with gains, a learned start and some of the parts frozen. */
    private static Leaky cell(Part... frozen) {
        var areas = new Connectivity.Areas(
                List.of(
                        new Area("upper", 6, List.of(Sense.TASK), false),
                        new Area("lower", 6, List.of(Sense.VISION, Sense.PROPRIOCEPTION), true)),
                List.of(new Projection("upper", "lower", 0.5)));
        var structure = new Structure(
                areas,
                new Signs.Dale(0.7),
                new Initialisation.LogNormal(1, 0.5),
                new Range(0.5, 2),
                Start.Learned.DEFAULT,
                List.of(frozen));
        return new Leaky(
                12,
                new Range(0.02, 0.1),
                Leaky.Form.POTENTIAL,
                0.05,
                Activation.SOFTPLUS,
                Readout.SIGMOID,
                -2,
                structure);
    }

    static Stream<Optimiser> optimisers() {
        return Stream.of(
                new Sgd(1e-3, 0.9, true),
                Rmsprop.DEFAULT,
                Adam.DEFAULT,
                new Adamw(1e-2, 0.9, 0.999, 1e-8, 1e-3),
                Lbfgs.DEFAULT);
    }

    private static Trainer trainer(Network network, Optimiser optimiser) {
        var rule = new Bptt(optimiser, 10);
        var training = new Training(Mode.ClosedLoop.DEFAULT, rule, 5, TRIALS, TRIALS, 5, LOSS, Stop.DEFAULT);
        return new Trainer(BODY, Feedback.DEFAULT, network, MinimumJerk.reaches(BODY, TRIALS, 30), training, SEED);
    }

    @Test
    void gradients_of_parameters_through_the_body_equal_central_differences() {
        Network network = Network.definition(cell(Part.BIAS), BODY.muscles(), MinimumJerk.DT);
        Wiring wiring = network.wiring(SEED);
        Trainer trainer = trainer(network, Adam.DEFAULT);
        double[] parameters = network.initial(SEED);
        double[] gradient = new double[parameters.length];
        try (var workers = new Workers(1)) {
            trainer.gradient(0, parameters, workers, gradient);

            for (int i = 0; i < parameters.length; i++) {
                double difference = difference(trainer, workers, parameters, i);
                if (wiring.learns(i)) {
                    // of a loss near 100; rounding 1e-14 over a step of 1e-5 is 1e-7
                    assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference))));
                } else {
                    assertThat(gradient[i]).isZero();
                }
            }
        }
    }

    private static double difference(Trainer trainer, Workers workers, double[] parameters, int i) {
        double[] unused = new double[parameters.length];
        double kept = parameters[i];
        double step = 1e-5;
        parameters[i] = kept + step;
        double above = trainer.gradient(0, parameters, workers, unused).total();
        parameters[i] = kept - step;
        double below = trainer.gradient(0, parameters, workers, unused).total();
        parameters[i] = kept;
        return (above - below) / (2 * step);
    }

    @ParameterizedTest
    @MethodSource("optimisers")
    void no_optimiser_touches_frozen_parts_missing_connections_or_signs(Optimiser optimiser) {
        Network network = Network.of(cell(Part.INPUT, Part.BIAS), BODY.muscles(), MinimumJerk.DT);
        Wiring wiring = network.wiring(SEED);
        Trainer trainer = trainer(network, optimiser);
        double[] first = network.initial(SEED);
        double[] before = wiring.weights(first).clone();
        int[] changed = new int[Part.values().length];
        try (var workers = new Workers(1)) {
            Learning learning = trainer.begin(Checkpoint.start(first, optimiser));

            for (int update = 0; update < 5; update++) {
                trainer.update(learning, workers);

                double[] parameters = learning.state().weights();
                double[] weights = wiring.weights(parameters);
                for (WeightLayout.Block block : network.layout().blocks()) {
                    Part part = part(block);
                    for (int i = block.offset(); i < block.offset() + block.size(); i++) {
                        if (part == Part.INPUT || part == Part.BIAS || (before[i] == 0 && part == Part.RECURRENT)) {
                            assertThat(weights[i]).isEqualTo(before[i]);
                            assertThat(parameters[i]).isEqualTo(first[i]);
                        } else if (part == Part.RECURRENT) {
                            assertThat(weights[i] * before[i]).isGreaterThanOrEqualTo(0);
                        }
                        changed[part.ordinal()] += weights[i] == before[i] ? 0 : 1;
                    }
                }
            }
        }
        assertThat(changed[Part.RECURRENT.ordinal()]).isPositive();
        assertThat(changed[Part.READOUT.ordinal()]).isPositive();
        assertThat(changed[Part.START.ordinal()]).isPositive();
    }

    private static Part part(WeightLayout.Block block) {
        return switch (block.name()) {
            case "weight_ih" -> Part.INPUT;
            case "weight_hh" -> Part.RECURRENT;
            case "bias_ih", "bias_hh" -> Part.BIAS;
            case "initial_state" -> Part.START;
            default -> Part.READOUT;
        };
    }
}
