// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

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

    private final Table samples;
    private final Map<String, String> targets = new HashMap<>();

    private ReachImporter(Path folder) throws IOException {
        samples = Table.read(folder.resolve("continuous.csv"));
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
    }

    /**
     * Converts a recording.
     *
     * @param folder of the recording
     * @param file the table to write
     * @return number of trials written
     * @throws BadTable if a file of the folder lacks columns or holds no numbers where they belong
     */
    public static int convert(Path folder, Path file) throws IOException {
        var importer = new ReachImporter(folder);
        Table events = Table.read(folder.resolve("events.csv"));
        var out = new StringBuilder("time [s],x [cm],y [cm],trial,condition,target_x [cm],target_y [cm],go [s]\n");
        int trials = importer.trials(events, out);
        Files.writeString(file, out);
        return trials;
    }

    private int trials(Table events, StringBuilder out) {
        int time = events.need("time_s", "time_s");
        int event = events.need("event", "event");
        int data = events.need("data", "data");
        events.check();
        int written = 0;
        int trial = 0;
        double centre = Double.NEGATIVE_INFINITY;
        double go = Double.NaN;
        String target = "";
        for (int row = 0; row < events.size(); row++) {
            double now = events.number(row, time);
            String what = events.text(row, data);
            switch (events.text(row, event)) {
                case "CURSOR_ENTER_TARGET" -> centre = what.equals("0") ? now : centre;
                case "TARGET_ON" -> target = what;
                case "TARGET_OFF" -> go = what.equals("0") ? now : go;
                case "REWARD" -> {
                    if (!targets.containsKey(target)) {
                        events.problem(events.line(row), "the target is '" + target + "', expected one of targets.csv");
                        continue;
                    }
                    write(out, trial, target, Math.max(centre, go - BEFORE_GO), go, now);
                    written++;
                }
                case "TRIAL_END" -> trial++;
                default -> {
                    // other events do not bound a reach
                }
            }
        }
        events.check();
        samples.check();
        return written;
    }

    private void write(StringBuilder out, int trial, String target, double from, double go, double to) {
        int time = samples.need("time_s", "time_s");
        int x = samples.need("cursor_x_cm", "cursor_x_cm");
        int y = samples.need("cursor_z_cm", "cursor_z_cm");
        samples.check();
        String tail = trial + "," + targets.get(target) + "," + SignalCsv.number(go) + "\n";
        for (int row = 0; row < samples.size(); row++) {
            double now = samples.number(row, time);
            if (now >= from && now <= to) {
                String[] cells = {samples.text(row, time), samples.text(row, x), samples.text(row, y), tail};
                out.append(String.join(",", cells));
            }
        }
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
