// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Lays recorded paths out in trials that the arm can follow from rest. */
final class RecordedTrials {
    /** Directions so little below the x axis count as the first, degrees. */
    private static final long ALMOST_ZERO = 10;

    private final List<RecordedPath> paths = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final double dt;
    private final Point start;
    private final RecordedLayout layout;
    private final String file;

    RecordedTrials(List<RecordedPath> all, double dt, Point start, RecordedLayout layout, String file) {
        this.dt = dt;
        this.start = start;
        this.layout = layout;
        this.file = file;
        notes.add(layout.text());
        for (RecordedPath path : all) {
            String trouble = path.prepare(dt, layout);
            if (trouble.isEmpty()) {
                paths.add(path);
            } else {
                notes.add("Trial " + path.trial() + " was dropped: it " + trouble + ".");
            }
        }
    }

    /**
     * Lays out all paths.
     *
     * @param asRecorded whether each go cue is where it was recorded, where it was, rather than all at the same time before the onset
     */
    RecordedReaches reaches(boolean asRecorded) {
        if (paths.isEmpty()) {
            var problems = new ArrayList<String>();
            problems.add(file + ": no trial is usable, expected at least one");
            problems.addAll(notes.subList(1, notes.size()));
            throw new BadTable(problems);
        }
        noteGaps();
        if (asRecorded) {
            notes.set(0, layout.textAsRecorded());
        } else {
            noteReactionTime();
        }
        List<Condition> conditions = conditions();
        int appears = steps(layout.hold());
        int onset = appears + steps(asRecorded ? Math.max(layout.lead(), slowest()) : layout.lead());
        List<Trial> trials = new ArrayList<>();
        int longest = 0;
        for (RecordedPath path : paths) {
            int end = onset + path.stepsAfterOnset() + steps(layout.taper()) + steps(layout.stay());
            longest = Math.max(longest, end);
            Condition condition = conditions.stream()
                    .filter(one -> one.label().equals(path.condition()))
                    .findFirst()
                    .orElseThrow();
            double reaction = asRecorded ? path.reactionTime(dt) : layout.lead();
            int goCue = onset - steps(Double.isFinite(reaction) ? reaction : layout.lead());
            trials.add(new Trial(condition, start, start, Math.min(appears, goCue), goCue, end));
        }
        return place(trials, onset, longest + 1);
    }

    /** Returns the longest recorded reaction time, s; 0 where none is known. */
    private double slowest() {
        return paths.stream()
                .mapToDouble(path -> path.reactionTime(dt))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    private RecordedReaches place(List<Trial> trials, int onset, int steps) {
        var velocity = Signal.zeros("hand.velocity", "m/s", paths.size(), steps, List.of("x", "y"));
        var position = Signal.zeros("hand.position", "m", paths.size(), steps, List.of("x", "y"));
        List<Trial> placed = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            move(i, onset, velocity, position);
            Trial trial = trials.get(i);
            Point aim = paths.get(i).aim();
            var target = new Point(position.get(i, onset, 0) + aim.x(), position.get(i, onset, 1) + aim.y());
            placed.add(
                    new Trial(trial.condition(), trial.start(), target, trial.targetOn(), trial.goCue(), trial.end()));
        }
        var recording = new Recording(new TrialBatch(dt, steps, placed), List.of(position, velocity));
        return new RecordedReaches(recording, notes);
    }

    /** Writes velocity, faded in and out, and position as its sum by the trapezium rule. */
    private void move(int trial, int onset, Signal velocity, Signal position) {
        RecordedPath path = paths.get(trial);
        int last = path.stepsAfterOnset();
        double[] place = {start.x(), start.y()};
        double[] before = {0, 0};
        for (int step = 0; step < position.steps(); step++) {
            int from = step - onset;
            double share = fade(from, last);
            Point recorded = path.velocity(from, dt);
            double[] now = {share * recorded.x(), share * recorded.y()};
            for (int axis = 0; axis < 2; axis++) {
                place[axis] += step == 0 ? 0 : 0.5 * dt * (before[axis] + now[axis]);
                velocity.set(trial, step, axis, now[axis]);
                position.set(trial, step, axis, place[axis]);
                before[axis] = now[axis];
            }
        }
    }

    /** Returns the share of the velocity: 0 up to the go cue, 1 from the onset to the last sample, 0 after the taper. */
    private double fade(int fromOnset, int last) {
        double in = smooth(fromOnset * dt, -layout.lead());
        double out = smooth((last - fromOnset) * dt, -layout.taper());
        return in * out;
    }

    /** Rises from 0 at {@code foot} (below 0) to 1 at 0, flat at both ends. */
    private static double smooth(double time, double foot) {
        if (time >= 0) {
            return 1;
        }
        double share = time <= foot ? 0 : 1 - time / foot;
        return share * share * (3 - 2 * share);
    }

    /** Returns the conditions, numbered by the direction of the mean of their targets, from 0 to 360 degrees. */
    private List<Condition> conditions() {
        var found = paths.stream()
                .map(RecordedPath::condition)
                .distinct()
                .map(label -> new Condition(0, label, direction(label)))
                .sorted(Comparator.comparingLong(condition -> wholeDegrees(condition.direction())))
                .toList();
        return IntStream.range(0, found.size())
                .mapToObj(
                        i -> new Condition(i, found.get(i).label(), found.get(i).direction()))
                .toList();
    }

    private double direction(String label) {
        double x = 0;
        double y = 0;
        for (RecordedPath path : paths) {
            if (path.condition().equals(label)) {
                x += path.aim().x();
                y += path.aim().y();
            }
        }
        return StrictMath.atan2(y, x);
    }

    private static long wholeDegrees(double direction) {
        // a little below the x axis is 0, not 359
        long turned = Math.round(StrictMath.toDegrees(direction)) + ALMOST_ZERO;
        return Math.floorMod(turned, 360L) - ALMOST_ZERO;
    }

    private void noteGaps() {
        // twice the step of the slowest usual recorder, 60 Hz
        double usual = 2.0 / 60;
        long bridged = paths.stream().filter(path -> path.longestGap() > usual).count();
        if (bridged > 0) {
            double longest =
                    paths.stream().mapToDouble(RecordedPath::longestGap).max().orElse(0);
            notes.add("In " + bridged + " trials gaps of more than " + Math.round(1000 * usual) + " ms, at most "
                    + Math.round(1000 * longest) + " ms, were bridged.");
        }
    }

    private void noteReactionTime() {
        double[] times = paths.stream()
                .mapToDouble(path -> path.reactionTime(dt))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        if (times.length > 0) {
            notes.add("The recorded reaction times (median " + Math.round(1000 * times[times.length / 2])
                    + " ms) were replaced by " + Math.round(1000 * layout.lead()) + " ms.");
        }
    }

    private int steps(double time) {
        return (int) Math.round(time / dt);
    }
}
