// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Turns a folder of cursor samples and task events into the table that {@link RecordedReaches} reads; rewarded trials only.
 *
 * <p>The folder holds {@code continuous.csv} ({@code time_s, cursor_x_cm, cursor_z_cm}), {@code events.csv} ({@code time_s,
 * event, data}) and {@code targets.csv} ({@code target_index, x_cm, z_cm}). In the events of a trial {@code
 * CURSOR_ENTER_TARGET} with data 0 is the arrival in the centre, {@code TARGET_ON} names the target by its data,
 * {@code TARGET_OFF} with data 0 is the go cue, {@code REWARD} the end of a good trial. The horizontal plane's z becomes y.
 */
public final class ReachImporter {
    /** How long before the go cue a trial's samples begin, at most, s. */
    private static final double BEFORE_GO = 0.5;

    private final Map<String, String> targets = new HashMap<>();
    private final double[] times; // of the samples, s
    private final String[] samples; // time and place as they stand in the file
    private final StringBuilder out =
            new StringBuilder("time [s],x [cm],y [cm],trial,condition,target_x [cm],target_y [cm],go [s]\n");
    private int written;

    // of the trial whose events are read
    private int trial;
    private double centre = Double.NEGATIVE_INFINITY;
    private double go = Double.NaN;
    private String target = "";

    private ReachImporter(Path folder) throws IOException {
        Table places = Table.read(folder.resolve("targets.csv"));
        int index = places.need("target_index", "target_index");
        int x = places.need("x_cm", "x_cm");
        int y = places.need("z_cm", "z_cm");
        places.check();
        for (int row = 0; row < places.size(); row++) {
            String label = label(places.number(row, x), places.number(row, y));
            targets.put(places.text(row, index), label + "," + places.text(row, x) + "," + places.text(row, y));
        }
        places.check();

        Table table = Table.read(folder.resolve("continuous.csv"));
        int time = table.need("time_s", "time_s");
        int handX = table.need("cursor_x_cm", "cursor_x_cm");
        int handY = table.need("cursor_z_cm", "cursor_z_cm");
        table.check();
        times = new double[table.size()];
        samples = new String[table.size()];
        for (int row = 0; row < times.length; row++) {
            times[row] = table.number(row, time);
            table.number(row, handX);
            table.number(row, handY);
            samples[row] = table.text(row, time) + "," + table.text(row, handX) + "," + table.text(row, handY) + ",";
        }
        table.check();
    }

    private static void requireFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadTable(List.of(folder + (Files.exists(folder) ? " is a file" : " is missing")
                    + ", expected a recording: a folder with continuous.csv, events.csv and targets.csv"));
        }
        List<String> missing = Stream.of("continuous.csv", "events.csv", "targets.csv")
                .filter(name -> !Files.isRegularFile(folder.resolve(name)))
                .map(name -> folder.resolve(name) + " is missing, expected a recording: a folder with continuous.csv,"
                        + " events.csv and targets.csv")
                .toList();
        if (!missing.isEmpty()) {
            throw new BadTable(missing);
        }
    }

    /**
     * Converts a recording.
     *
     * @param folder of the recording
     * @param file the table to write
     * @return number of trials written
     * @throws BadTable if a file is missing, lacks columns or holds no numbers where they belong
     */
    public static int convert(Path folder, Path file) throws IOException {
        ReachImporter importer = of(folder);
        Files.writeString(file, importer.out);
        return importer.written;
    }

    /** Returns the table that a recording is converted to; it bears the folder's name. */
    static Table table(Path folder) throws IOException {
        ReachImporter importer = of(folder);
        String name = folder.toAbsolutePath().normalize().getFileName() + ".csv";
        return Table.parse(name, importer.out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ReachImporter of(Path folder) throws IOException {
        requireFiles(folder);
        var importer = new ReachImporter(folder);
        importer.read(Table.read(folder.resolve("events.csv")));
        return importer;
    }

    private void read(Table events) {
        int time = events.need("time_s", "time_s");
        int event = events.need("event", "event");
        int data = events.need("data", "data");
        events.check();
        for (int row = 0; row < events.size(); row++) {
            String trouble = take(events.text(row, event), events.text(row, data), events.number(row, time));
            if (!trouble.isEmpty()) {
                events.problem(events.line(row), trouble);
            }
        }
        events.check();
    }

    /** Takes in one event; returns what is wrong with it, or an empty text. */
    private String take(String event, String data, double now) {
        switch (event) {
            case "CURSOR_ENTER_TARGET" -> centre = data.equals("0") ? now : centre;
            case "TARGET_ON" -> target = data;
            case "TARGET_OFF" -> go = data.equals("0") ? now : go;
            case "REWARD" -> {
                return reward(now);
            }
            case "TRIAL_END" -> {
                trial++;
                centre = Double.NEGATIVE_INFINITY;
                go = Double.NaN;
                target = "";
            }
            default -> {
                // other events do not bound a reach
            }
        }
        return "";
    }

    private String reward(double now) {
        if (!targets.containsKey(target)) {
            return "the target is '" + target + "', expected one of targets.csv";
        }
        if (Double.isNaN(go)) {
            return "the trial has no go cue, expected TARGET_OFF with data 0 before its reward";
        }
        double from = Math.max(centre, go - BEFORE_GO);
        String tail = trial + "," + targets.get(target) + "," + SignalCsv.number(go) + "\n";
        for (int row = 0; row < times.length; row++) {
            if (times[row] >= from && times[row] <= now) {
                out.append(samples[row]).append(tail);
            }
        }
        written++;
        return "";
    }

    private static String label(double x, double y) {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(y, x));
        if (Double.isNaN(degrees)) {
            return "unknown";
        }
        // minus zero and rounded 360 are 0
        BigDecimal whole = BigDecimal.valueOf((degrees + 360) % 360).setScale(0, RoundingMode.HALF_UP);
        return whole.intValue() % 360 + "°";
    }
}
