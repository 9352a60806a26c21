// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.BadSetting;
import betz.common.Require;
import betz.io.DamagedData;
import betz.io.StateDict;
import betz.network.WeightLayout;
import betz.network.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where a network gets its initial weights from if not from the seed: a file, or the network of a finished run.
 *
 * <p>A run keeps its last weights twice: rounded to single precision in its file, and as they are in its last checkpoint. The
 * network adds two biases before it rounds their sum, so a run is gone on from by the checkpoint: then it acts as it did there,
 * bit for bit.
 *
 * @param file of type safetensors
 * @param exact the checkpoint that holds the same before they were rounded, if there is one
 */
record WeightSource(Path file, Optional<Path> exact) {
    private static final String NAME = "weights";
    private static final String ENDING = ".safetensors";
    private static final String EITHER =
            "a " + ENDING + " file, or a finished run by its folder or the beginning of its id";

    /**
     * Finds the source of a name.
     *
     * @param runs folder of all runs
     * @throws BadSetting if it names neither a file nor one finished run
     */
    static WeightSource find(String name, Path runs) throws IOException {
        Path file = path(name);
        if (name.endsWith(ENDING)) {
            Require.that(Files.isRegularFile(file), NAME, "'" + name + "', which is not a file", EITHER);
            return new WeightSource(file, Optional.empty());
        }
        List<Path> meant = Results.matching(runs, name);
        Require.that(!meant.isEmpty(), NAME, "'" + name + "', which names no run", EITHER);
        String all = meant.stream().map(Path::toString).collect(Collectors.joining(" and "));
        Require.that(meant.size() == 1, NAME, "'" + name + "', which begins the ids of " + all, "more of one of them");
        return of(meant.get(0));
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException impossible) {
            var bad = new BadSetting(NAME, "'" + name + "'", EITHER);
            bad.initCause(impossible);
            throw bad;
        }
    }

    private static WeightSource of(Path run) throws IOException {
        Path file = run.resolve(TrainedFiles.weights(""));
        Require.that(
                Files.isRegularFile(file), NAME, "the run " + run + ", which has no " + file.getFileName(), EITHER);
        return new WeightSource(file, Checkpoints.last(run.resolve(Experiment.CHECKPOINTS)));
    }

    /** Returns the digest of all that is read. */
    String digest() throws IOException {
        return exact.isEmpty() ? Digest.of(file) : Digest.of(Digest.of(file) + Digest.of(exact.get()));
    }

    /**
     * Reads the weights.
     *
     * @return parameters of the wiring, in the order of the layout
     * @throws BadSetting if the wiring has no such weights
     * @throws betz.io.BadWeights with all problems, if they are not those of the layout
     * @throws DamagedData if a file is not what it should be
     */
    double[] read(WeightLayout layout, Wiring wiring) throws IOException {
        double[] rounded = StateDict.read(file, layout);
        double[] parameters = wiring.parameters(rounded);
        double[] kept = wiring.weights(parameters);
        for (WeightLayout.Block block : layout.blocks()) {
            requireKept(block, rounded, kept);
        }
        return exact.isEmpty() ? parameters : exact(exact.get(), rounded, wiring);
    }

    /** Weights of connections that are not there, or of a sign that is not theirs, would be lost. */
    private void requireKept(WeightLayout.Block block, double[] given, double[] kept) {
        long lost = IntStream.range(block.offset(), block.offset() + block.size())
                .filter(i -> given[i] != 0 && kept[i] == 0)
                .count();
        Require.that(
                lost == 0,
                NAME,
                "'" + file + "' with weights in " + block.name() + " that the structure does not have: " + lost,
                "weights of its connections and signs alone, which follow from structure and seed");
    }

    private double[] exact(Path checkpoint, double[] rounded, Wiring wiring) throws IOException {
        double[] parameters = CheckpointFile.read(checkpoint).state().result();
        boolean same = parameters.length == rounded.length;
        double[] weights = same ? wiring.weights(parameters) : rounded;
        for (int i = 0; same && i < weights.length; i++) {
            same = (float) weights[i] == (float) rounded[i];
        }
        if (!same) {
            String expected =
                    "those of " + file + " before they were rounded, by the structure and seed of this scenario;"
                            + " to take the file alone, name the file";
            throw new DamagedData(checkpoint.toString(), "other weights", expected);
        }
        return parameters;
    }
}
