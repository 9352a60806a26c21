// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import betz.common.Workers;
import betz.data.Condition;
import betz.data.Feedback;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.loop.Network;
import betz.math.Products;
import betz.network.Cell;
import betz.scenario.Words;
import betz.train.Bptt;
import betz.train.Checkpoint;
import betz.train.Learning;
import betz.train.Trainer;
import betz.train.Training;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One training step with the body in the loop: network, delayed senses, muscles and skeleton, forward and back, then Adam.
 *
 * @param cell what is trained
 * @param effector the body
 * @param batch trials
 * @param steps of a trial
 * @param dt s
 * @param threads worker threads
 */
public record ClosedLoopBench(Cell cell, Effector effector, int batch, int steps, double dt, int threads)
        implements Bench {
    private static final double REACH = 0.1; // m

    @Override
    public Map<String, Object> run(double seconds) {
        Network network = Network.of(cell, effector.muscles(), dt);
        Training usual = Training.DEFAULT;
        var training = new Training(
                usual.mode(),
                usual.rule(),
                usual.iterations(),
                batch,
                usual.trials(),
                usual.checkpoint(),
                usual.loss());
        var trainer = new Trainer(effector, Feedback.DEFAULT, network, target(), training, 1);
        Learning learning = trainer.begin(Checkpoint.start(network.initial(1), Bptt.DEFAULT.optimiser()));
        try (var workers = new Workers(threads)) {
            Timing timing = Timing.of(seconds, () -> trainer.update(learning, workers));
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("bench", "closed-loop");
            BodySettings.tell(told, effector, dt);
            told.put("cell", Words.kind(cell));
            told.put("units", cell.units());
            told.put("batch", batch);
            told.put("steps", steps);
            told.put("threads", threads);
            told.put("kernel", Products.best().name());
            told.put("milliseconds", timing.milliseconds());
            told.put("iterations", timing.iterations());
            return told;
        }
    }

    /** Returns reaches to eight targets around the hand, whose hand stays where it is: enough to have gradients. */
    private Recording target() {
        Point home = effector.home();
        List<Trial> trials = IntStream.range(0, 8)
                .mapToObj(i -> {
                    double angle = i * Math.PI / 4;
                    var place = new Point(
                            home.x() + REACH * StrictMath.cos(angle), home.y() + REACH * StrictMath.sin(angle));
                    return new Trial(new Condition(i, "target " + i, angle), home, place, 0, 0, steps);
                })
                .toList();
        var batch = new TrialBatch(dt, steps, trials);
        Signal position = Signal.zeros("hand.position", "m", trials.size(), steps, List.of("x", "y"));
        Signal velocity = Signal.zeros("hand.velocity", "m/s", trials.size(), steps, List.of("x", "y"));
        return new Recording(batch, List.of(position, velocity));
    }
}
