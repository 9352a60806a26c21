// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Require;
import betz.common.Workers;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.loop.ClosedLoop;
import betz.loop.Network;
import betz.loop.OpenLoop;
import betz.loop.Periphery;
import betz.loop.Starts;
import betz.network.Part;
import betz.network.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains a network to do what a reference did in a fixed set of trials. */
public final class Trainer {
    /** Parts of a batch; never dependent on the machine, so that results are not either. */
    public static final int SHARDS = 4;

    private final Recording target;
    private final Training training;
    private final Bptt rule;
    private final long seed;
    private final Starts starts;
    private final Batches batches;
    private final List<Shard> shards;
    private final Validation validation;
    private final double[] scratch; // gradient of an update
    private final Wiring wiring;
    private final Remembered whole;
    private @Nullable Probe probe;

    /**
     * Prepares a training without motor noise.
     *
     * @param network what learns
     * @param target of the training set: hand.position and hand.velocity, or what is imitated
     */
    public Trainer(
            Effector effector, Feedback feedback, Network network, Recording target, Training training, long seed) {
        this(effector, feedback, MotorNoise.DEFAULT, network, target, training, seed);
    }

    /**
     * Prepares a training.
     *
     * @param noise on the network's commands
     * @param network what learns
     * @param target hand.position and hand.velocity of the training set
     */
    public Trainer(
            Effector effector,
            Feedback feedback,
            MotorNoise noise,
            Network network,
            Recording target,
            Training training,
            long seed) {
        this(new Periphery(effector, feedback, noise), network, target, training, seed, List.of());
    }

    /**
     * Prepares a phase of a training.
     *
     * @param periphery between the network's commands and what it feels
     * @param network what learns
     * @param target hand.position and hand.velocity of the training set
     * @param frozen parts that do not learn, beside those of the network's structure
     */
    public Trainer(
            Periphery periphery, Network network, Recording target, Training training, long seed, List<Part> frozen) {
        this.target = target;
        this.training = training;
        this.rule = (Bptt) training.rule();
        this.seed = seed;
        scratch = new double[network.weights()];
        wiring = network.wiring(seed, frozen);
        TrialBatch trials = target.trials();
        Require.count(
                "trials of the training set", trials.size(), training.stop().setsAside() ? 2 : 1, Integer.MAX_VALUE);
        starts = Starts.of(periphery.effector(), trials);
        whole = new Remembered(network.weights());
        int[] aside = training.stop().setAside(trials.size(), seed);
        batches = new Batches(training, others(trials.size(), aside), seed);
        IntFunction<Practice> practices = size -> practice(periphery, network, size);
        shards = shards(batches.size(), network.weights(), practices);
        validation = new Validation(
                lesson(aside, new Draws(seed, Draws.CHECKED, 0)), shards(aside.length, network.weights(), practices));
    }

    /** Measures the hand in every update by a gradient from now on, and returns this. */
    public Trainer probing(Probe with) {
        probe = rule.optimiser() instanceof FirstOrder ? with : null;
        return this;
    }

    private static int[] others(int trials, int[] aside) {
        return IntStream.range(0, trials)
                .filter(trial -> Arrays.binarySearch(aside, trial) < 0)
                .toArray();
    }

    private List<Shard> shards(int batch, int weights, IntFunction<Practice> practices) {
        TrialBatch trials = target.trials();
        List<Piece> pieces = rule.extent().pieces(trials.steps(), trials.dt());
        List<Shard> shards = new ArrayList<>();
        int parts = Math.min(SHARDS, batch);
        for (int part = 0; part < parts; part++) {
            int first = (int) ((long) batch * part / parts);
            int size = (int) ((long) batch * (part + 1) / parts) - first;
            shards.add(new Shard(practices.apply(size), first, size, weights, pieces));
        }
        return shards;
    }

    private Practice practice(Periphery periphery, Network network, int size) {
        TrialBatch trials = target.trials();
        if (training.mode() instanceof Mode.Imitation imitation) {
            var loop = new OpenLoop(network, size, trials.steps());
            var error = new ImitationError(training.loss(), imitation.of(), target, loop, network.units());
            return new ImitationPractice(loop, error);
        }
        int rows = periphery.observation().rows();
        Require.count("inputs of the network", network.inputs(), rows, rows);
        var loop = new ClosedLoop(periphery, network.factory(), size, trials.steps(), trials.dt());
        return new ReachPractice(loop, new ReachError(training.loss(), target, loop, network.units()));
    }

    /**
     * Trains from a state to the end.
     *
     * @throws Diverged if loss or gradient are no longer finite
     */
    public Checkpoint run(Checkpoint from, Workers workers, TrainingProgress progress) {
        int done = from.stage().done(from.iteration());
        Require.count("iteration of the checkpoint", done, 0, training.iterations());
        Learning learning = begin(from);
        progress.begun(learning);
        boolean isLate = look(learning, workers); // an interruption came between an update and its look
        if (isLate) {
            keep(learning, progress);
        }
        while (!learning.isOver(training)) {
            Checkpoint.Update update = update(learning, workers);
            look(learning, workers);
            progress.updated(learning.iteration(), update);
            keep(learning, progress);
        }
        return learning.state();
    }

    private void keep(Learning learning, TrainingProgress progress) {
        if (learning.iteration() % training.checkpoint() == 0 || learning.isOver(training)) {
            progress.checkpoint(learning.state());
        }
    }

    /** Looks at the trials set aside if it is time to, and tells whether it was. */
    private boolean look(Learning learning, Workers workers) {
        boolean isDue = learning.isDue(training.stop());
        if (isDue) {
            learning.looked(validation.loss(wiring.weights(learning.weights()), workers));
        }
        return isDue;
    }

    /** Begins a training, or goes on with this phase of it, in a state, for {@link #update}. */
    public Learning begin(Checkpoint from) {
        return new Learning(from, rule.pace(training.iterations()), wiring);
    }

    /**
     * Makes one update of the weights: from the next batch, or from all trials.
     *
     * @throws Diverged if loss or gradient are no longer finite
     */
    public Checkpoint.Update update(Learning learning, Workers workers) {
        return rule.optimiser() instanceof FirstOrder optimiser
                ? step(optimiser, learning, workers)
                : search((Lbfgs) rule.optimiser(), learning, workers);
    }

    private Checkpoint.Update step(FirstOrder optimiser, Learning learning, Workers workers) {
        LossTerms terms = gradient(learning.iteration(), learning.weights(), workers, scratch);
        double norm = finiteNorm(terms, learning);
        var update = new Checkpoint.Update(terms, norm, clip(scratch, norm), deviation());
        learning.update(optimiser, scratch, update);
        return update;
    }

    private Checkpoint.Update search(Lbfgs optimiser, Learning learning, Workers workers) {
        LossTerms terms = ofAll(learning.weights(), workers, scratch);
        var update = new Checkpoint.Update(terms, finiteNorm(terms, learning), false);
        Objective objective =
                (weights, gradient) -> ofAll(weights, workers, gradient).total();
        learning.update(optimiser, optimiser.move(objective, learning.weights(), learning.moments()), update);
        return update;
    }

    private LossTerms ofAll(double[] weights, Workers workers, double[] gradient) {
        return whole.at(weights, gradient, () -> gradient(0, weights, workers, gradient));
    }

    private double finiteNorm(LossTerms terms, Learning learning) {
        double norm = Math.sqrt(Lbfgs.dot(scratch, scratch));
        if (!Double.isFinite(terms.total()) || !Double.isFinite(norm)) {
            throw new Diverged(learning.iteration() + 1, terms, norm, rule, learning.state());
        }
        return norm;
    }

    /** Replaces {@code gradient} by that of one batch and returns the loss. */
    LossTerms gradient(int iteration, double[] weights, Workers workers, double[] gradient) {
        Shard.Lesson lesson = lesson(batches.choose(iteration), new Draws(seed, batches.noise(iteration), 0));
        double[] acting = wiring.weights(weights);
        workers.each(shards.size(), part -> run(shards.get(part), lesson, acting));
        LossTerms terms = LossTerms.NONE;
        Arrays.fill(gradient, 0);
        for (Shard shard : shards) {
            terms = terms.plus(shard.loss);
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += shard.gradient[i];
            }
        }
        wiring.toParameters(gradient, weights);
        double decay = WeightCost.add(training.loss().weights(), weights, wiring::learns, gradient);
        return terms.with("weights", decay);
    }

    private void run(Shard shard, Shard.Lesson lesson, double[] acting) {
        shard.run(lesson, acting);
        if (probe != null) {
            shard.measure(lesson, probe);
        }
    }

    /** Returns where the hand went in the batch of the last gradient. */
    private Deviation deviation() {
        var hands = new HandSums();
        shards.forEach(shard -> hands.add(shard.hands));
        return hands.deviation();
    }

    private Shard.Lesson lesson(int[] chosen, Draws draws) {
        TrialBatch all = target.trials();
        return new Shard.Lesson(all, chosen, starts, draws);
    }

    private boolean clip(double[] gradient, double norm) {
        if (norm <= rule.clip()) {
            return false;
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= rule.clip() / norm;
        }
        return true;
    }
}
