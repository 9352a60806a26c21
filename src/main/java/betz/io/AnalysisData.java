// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.analysis.OnsetAlignment;
import betz.analysis.Subject;
import betz.analysis.dynamics.TanhNetwork;
import betz.data.Point;
import betz.data.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads data for analyses, whatever form they come in.
 *
 * <p>A CSV is told by its header: recorded reaches ({@link RecordedReaches}), spikes ({@code trial, time_s, unit}), weights
 * ({@code w0, w1, ...}) or activity ({@code condition, trial, time_s} and a column per unit). An NPZ holds a recording of a run
 * ({@link Npz#arrays}) or an array {@code rates}; a safetensors file the weights of a network ({@link NetworkWeights}); a
 * folder the samples and events that {@link ReachImporter} reads.
 */
public final class AnalysisData {
    /** Where recorded reaches begin, which does not matter without an arm. */
    private static final Point ORIGIN = new Point(0, 0);

    private static final String EVENTS = "events.csv";

    private static final Set<String> REACHES =
            Set.of("time", "x", "y", "trial", "condition", "target_x", "target_y", "go");

    private AnalysisData() {}

    /**
     * Reads a file or a folder for analyses.
     *
     * @param seed of what analyses draw
     * @throws BadTable with all problems, if the data are not what an analysis can use
     * @throws DamagedData if the file is not sound
     */
    public static Subject read(Path data, DataLayout layout, long seed) throws IOException {
        return subject(content(data, layout), null, layout, seed);
    }

    /**
     * Makes a subject of what was read.
     *
     * @param second what the data are compared with; where they are a network, its states
     * @throws BadTable if the second is no recording
     */
    public static Subject subject(DataContent data, @Nullable DataContent second, DataLayout layout, long seed) {
        Recording own = going(data, layout);
        Recording other = second == null ? null : going(second, layout);
        if (second != null && other == null) {
            throw new BadTable(List.of("the data to compare with are not a recording, expected one"));
        }
        NetworkWeights weights = data.network();
        if (weights == null) {
            return new Subject(own, other, data.spikes(), null, seed);
        }
        var network = TanhNetwork.of(weights.w(), weights.u(), weights.input(), weights.b(), layout.networkDt());
        return new Subject(other, null, null, network, seed);
    }

    /** Returns the trials whose go cue came, with time 0 where the layout wants it; null where there is no recording. */
    private static @Nullable Recording going(DataContent data, DataLayout layout) {
        Recording recording = data.recording();
        if (recording == null) {
            return null;
        }
        Recording going = recording.going();
        return layout.fromOnset() ? OnsetAlignment.of(going, layout.reaches().onset()) : going;
    }

    /**
     * Reads a file or a folder.
     *
     * @throws BadTable with all problems, if the data are not what an analysis can use
     * @throws DamagedData if the file is not sound
     */
    public static DataContent content(Path data, DataLayout layout) throws IOException {
        if (Files.isDirectory(data)) {
            return folder(data, layout);
        }
        return switch (FileKind.of(data)) {
            case NPZ -> arrays(data, layout);
            case SAFETENSORS -> DataContent.of(NetworkWeights.read(data));
            default -> table(data, layout);
        };
    }

    /**
     * Returns the recordings in the folder of a run, such as {@code target} and {@code predicted}, by name; none where it is not
     * such a folder.
     */
    public static SortedMap<String, Path> recordings(Path run) throws IOException {
        Path data = run.resolve("data");
        if (!Files.isDirectory(data)) {
            return Collections.emptySortedMap();
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> name(file).matches("(target|predicted).*\\.npz") && Files.isRegularFile(file))
                    .collect(Collectors.toMap(
                            file -> name(file).substring(0, name(file).length() - ".npz".length()),
                            file -> file,
                            (one, other) -> one,
                            TreeMap::new));
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static DataContent folder(Path folder, DataLayout layout) throws IOException {
        List<String> found = recordings(folder).keySet().stream()
                .map(recording -> "data/" + recording + ".npz")
                .toList();
        if (!found.isEmpty()) {
            throw new BadTable(
                    List.of(folder + " is a run, expected one of its recordings: " + String.join(", ", found)));
        }
        if (!Files.exists(folder.resolve(EVENTS))) {
            throw new BadTable(List.of(folder + " is a folder, expected a file, or a folder of recorded reaches with"
                    + " continuous.csv, events.csv and targets.csv"));
        }
        return reaches(ReachImporter.table(folder), layout);
    }

    private static DataContent reaches(Table table, DataLayout layout) {
        RecordedReaches reaches = RecordedReaches.asRecorded(table, layout.reachesDt(), ORIGIN, layout.reaches());
        return DataContent.of(reaches.recording(), reaches.notes());
    }

    private static DataContent table(Path file, DataLayout layout) throws IOException {
        Table table = Table.read(file);
        if (areReaches(table.header())) {
            return reaches(table, layout);
        }
        if (WeightTable.is(table.header())) {
            return DataContent.of(new WeightTable(table).weights());
        }
        if (SpikeTable.is(table.header())) {
            return DataContent.of(new SpikeTable(table, layout).trains());
        }
        return DataContent.of(new ActivityTable(table, layout).recording(), List.of());
    }

    /** Tells whether a table is one of reaches alone, with all that it takes to lay them out. */
    private static boolean areReaches(List<String> header) {
        List<String> names = header.stream()
                .filter(name -> name.indexOf('[') > 0 || !name.contains("_"))
                .map(name -> Heading.of(name).name())
                .toList();
        return names.size() == header.size()
                && REACHES.containsAll(names)
                && names.containsAll(List.of("time", "x", "y", "trial", "condition"));
    }

    private static DataContent arrays(Path file, DataLayout layout) throws IOException {
        List<String> others = new ArrayList<>();
        var arrays = new NpzArrays(name(file), NpzReader.read(file, others));
        if (RunArrays.are(arrays)) {
            // what a cortex did is in spikes/s; a network's rates have no dimension
            String unit = name(file).startsWith("target") ? "spikes/s" : "1";
            return DataContent.of(new RunArrays(arrays, unit).recording(), List.of());
        }
        List<String> notes = new ArrayList<>();
        if (!others.isEmpty()) {
            notes.add("Arrays that hold no numbers were not read: " + String.join(", ", others) + ".");
        }
        return DataContent.of(new RateArrays(arrays, layout, notes).recording(), notes);
    }
}
