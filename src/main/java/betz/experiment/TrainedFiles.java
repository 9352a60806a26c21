// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.HandleForce;
import betz.analysis.movement.Kinematics;
import betz.data.Recording;
import betz.io.Npz;
import betz.io.Safetensors;
import betz.io.SignalCsv;
import betz.io.StateDict;
import betz.scenario.Export;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import betz.train.Deviation;
import betz.train.LossTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes what belongs to one trained network: updates, weights, held-out trials, comparison. */
final class TrainedFiles {
    private final Scenario scenario;
    private final String id;
    private final Path folder;

    TrainedFiles(Scenario scenario, String id, Path folder) {
        this.scenario = scenario;
        this.id = id;
        this.folder = folder;
    }

    /** Returns the name of the file of a network's weights; that of a baseline has a suffix. */
    static String weights(String suffix) {
        return "weights" + suffix + ".safetensors";
    }

    /** Writes all; {@code suffix} tells the files of a baseline from those of the network, whose suffix is empty. */
    void write(Trained trained, String suffix) throws IOException {
        Files.writeString(folder.resolve("metrics" + suffix + ".csv"), updates(trained.state(), trained.phases()));
        weights(trained).write(folder.resolve(weights(suffix)));
        write("predicted" + suffix, trained.predicted());
        if (scenario.asks(Kinematics.class)) {
            Path analysis = Files.createDirectories(folder.resolve("analysis"));
            Files.writeString(analysis.resolve("comparison" + suffix + ".json"), Json.page(trained.comparison()));
        }
    }

    /** Writes the held-out trials of a controller in the forms that the scenario asks for. */
    void write(String name, Recording recording) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        if (scenario.export().contains(Export.NPZ)) {
            boolean holds = recording.trials().holds();
            Npz.write(data.resolve(name + ".npz"), holds ? recording.with(HandleForce.of(recording)) : recording);
        }
        if (scenario.export().contains(Export.CSV)) {
            SignalCsv.write(data.resolve(name + "-hand-position.csv"), recording, "hand.position");
        }
    }

    private static String updates(Checkpoint state, PhaseList phases) {
        var csv = new StringBuilder(phases.isEmpty() ? "iteration,loss," : "iteration,phase,loss,");
        boolean hands =
                state.history().stream().anyMatch(update -> update.hand().isMeasured());
        csv.append(String.join(",", LossTerms.names())).append(",gradient_norm,clipped");
        csv.append(hands ? ",deviation_m,direction_deg,channel_index\n" : "\n");
        int iteration = 0;
        for (Checkpoint.Update update : state.history()) {
            LossTerms loss = update.loss();
            csv.append(++iteration).append(',');
            if (!phases.isEmpty()) {
                csv.append(phases.number(iteration)).append(',');
            }
            csv.append(loss.total()).append(',');
            for (double term : loss.values()) {
                csv.append(term).append(',');
            }
            csv.append(update.gradientNorm());
            csv.append(',').append(update.clipped() ? 1 : 0);
            csv.append(hands ? hand(update.hand()) : "").append('\n');
        }
        return csv.toString();
    }

    /** Returns what was measured of the hand; absent is what was not. */
    private static String hand(Deviation hand) {
        var cells = new StringBuilder();
        for (double value : new double[] {hand.lateral(), Math.toDegrees(hand.direction()), hand.channelIndex()}) {
            cells.append(',').append(Double.isNaN(value) ? "" : Double.toString(value));
        }
        return cells.toString();
    }

    private Safetensors weights(Trained trained) {
        var layout = trained.learner().network().layout();
        var about = Map.of("scenario", scenario.name(), "run", id);
        return new Safetensors(StateDict.tensors(layout, trained.learner().weights(trained.state())), about);
    }
}
