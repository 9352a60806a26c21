// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Recording;
import betz.data.Reflex;
import betz.effector.Effector;
import betz.loop.Network;
import betz.network.Cell;
import betz.network.WeightLayout;
import betz.network.Wiring;
import java.util.List;

/** A {@link Row} as it trains in double precision, each of its terms with a share of one in the loss; for tests. */
final class SmallTraining {
    /** Types of what it consists of. */
    static final List<Class<?>> PARTS =
            List.of(Cell.class, Effector.class, Feedback.class, MotorNoise.class, Reflex.class, Training.class);

    private static final int GO = 6; // step
    private static final int ITERATION = 2;
    private static final long SEED = 8;
    private final Row row;
    private final Workers workers;
    private final Loss loss;
    private final Network network;
    private final Wiring wiring;
    private final double[] parameters;
    private final Trainer trainer;
    private final Trainer whole; // of the same loss, which costs it less time

    SmallTraining(Row row, Workers workers) {
        this.row = row;
        this.workers = workers;
        network = network(row);
        wiring = network.wiring(SEED);
        parameters = jittered();
        loss = evenLoss();
        trainer = trainer(loss, row.extent());
        whole = trainer(loss, Extent.Whole.DEFAULT);
    }

    private static Network network(Row row) {
        Cell cell = row.cell();
        Effector body = row.body();
        return row.mode() instanceof Mode.Imitation imitation
                ? Network.aloneDefinition(cell, imitation.of().outputs(body), MinimumJerk.DT)
                : Network.definition(cell, row.feedback(), body.muscles(), MinimumJerk.DT);
    }

    /** Initial parameters, of which none that counts is zero, where activations and magnitudes have kinks. */
    private double[] jittered() {
        double[] jittered = network.initial(SEED);
        var random = RandomStream.of(SEED, "jitter");
        for (int i = 0; i < jittered.length; i++) {
            jittered[i] += 0.1 * random.nextGaussian();
        }
        return wiring.tidy(jittered);
    }

    /** Returns the row's loss with such weights that each of its terms comes to one. */
    private Loss evenLoss() {
        LossTerms values =
                trainer(loss(LossTerms.NONE), Extent.Whole.DEFAULT).gradient(ITERATION, parameters, workers, zeros());
        return loss(values);
    }

    private Loss loss(LossTerms values) {
        Loss loss = Losses.NONE;
        for (String name : row.terms()) {
            double value = values.get(name);
            loss = Losses.with(loss, name, row.term(value == 0 ? 1 : 1 / value));
        }
        return loss;
    }

    private Trainer trainer(Loss loss, Extent extent) {
        Recording reference = WaitingReaches.of(row.body(), Row.TRIALS, Row.STEPS, GO);
        var target = new Recording(reference.trials().with(row.perturbation()), List.copyOf(reference.signals()));
        return new Trainer(row.periphery(), network, target, training(loss, extent), SEED, List.of());
    }

    private Training training(Loss loss, Extent extent) {
        var rule = new Bptt(Adam.DEFAULT, 1, Schedule.Constant.DEFAULT, 0, extent);
        return new Training(row.mode(), rule, 1, Row.TRIALS, Row.TRIALS, 1, loss);
    }

    /** Returns what it consists of, as {@link #PARTS}. */
    List<Object> parts() {
        var periphery = row.periphery();
        return List.of(
                row.cell(),
                periphery.effector(),
                periphery.feedback(),
                periphery.noise(),
                periphery.reflex(),
                training(loss, row.extent()));
    }

    double tolerance() {
        return row.tolerance();
    }

    /** Returns the parameters at which gradients are looked at; a copy. */
    double[] parameters() {
        return parameters.clone();
    }

    List<WeightLayout.Block> blocks() {
        return network.layout().blocks();
    }

    boolean learns(int parameter) {
        return wiring.learns(parameter);
    }

    LossTerms terms() {
        return trainer.gradient(ITERATION, parameters, workers, zeros());
    }

    double[] gradient() {
        double[] gradient = zeros();
        trainer.gradient(ITERATION, parameters, workers, gradient);
        return gradient;
    }

    double loss(double[] at) {
        return whole.gradient(ITERATION, at, workers, zeros()).total();
    }

    private double[] zeros() {
        return new double[parameters.length];
    }
}
