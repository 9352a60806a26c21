// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.analysis.Butterworth;
import betz.analysis.HandPath;
import betz.analysis.Movement;
import betz.data.Point;
import java.util.ArrayList;
import java.util.List;

/** The samples of one recorded trial, resampled to even steps and cut at its movement. */
final class RecordedPath {
    private final String trial;
    private final String condition;
    private final Point target;
    private final double go;
    private final List<double[]> samples = new ArrayList<>();
    private double[] x = {};
    private double[] y = {};
    private int onset;

    /**
     * Begins a trial.
     *
     * @param target where the recording saw it, m; NaN if unknown
     * @param go time of the go cue, s; NaN if unknown
     */
    RecordedPath(String trial, String condition, Point target, double go) {
        this.trial = trial;
        this.condition = condition;
        this.target = target;
        this.go = go;
    }

    String trial() {
        return trial;
    }

    String condition() {
        return condition;
    }

    /** Adds a sample, s and m; one with a missing coordinate leaves a gap. */
    void add(double time, double px, double py) {
        if (!Double.isNaN(px) && !Double.isNaN(py)) {
            samples.add(new double[] {time, px, py});
        }
    }

    /** Returns the longest time between samples, s. */
    double longestGap() {
        double longest = 0;
        for (int i = 1; i < samples.size(); i++) {
            longest = Math.max(longest, samples.get(i)[0] - samples.get(i - 1)[0]);
        }
        return longest;
    }

    /**
     * Resamples, filters and finds the movement.
     *
     * @return why the trial cannot be used, or an empty text
     */
    String prepare(double dt, RecordedLayout layout) {
        if (samples.size() < 10) {
            return "has only " + samples.size() + " samples";
        }
        if (longestGap() > layout.gap()) {
            return "has a gap of " + Math.round(1000 * longestGap()) + " ms";
        }
        double[] rawX = resample(1, dt);
        double[] rawY = resample(2, dt);
        var filter = new Butterworth(layout.onset().order(), layout.lowpass(), dt);
        x = filter.filter(rawX);
        y = filter.filter(rawY);
        double[] speed = HandPath.of(rawX, rawY, dt, layout.onset()).speed();
        Movement movement = layout.onset().movement(speed, 0).orElse(null);
        if (movement == null) {
            return "has no movement";
        }
        onset = movement.onset();
        if (speed[onset] > layout.onset().fraction() * speed[movement.peak()]) {
            return "begins after the onset of its movement";
        }
        return "";
    }

    /** Interpolates linearly between the time stamps, every dt from the first to the last. */
    private double[] resample(int coordinate, double dt) {
        double first = samples.get(0)[0];
        double[] even = new double[(int) Math.floor((samples.get(samples.size() - 1)[0] - first) / dt + 1e-9) + 1];
        int after = 1;
        for (int step = 0; step < even.length; step++) {
            double time = first + step * dt;
            while (after < samples.size() - 1 && samples.get(after)[0] < time) {
                after++;
            }
            double[] a = samples.get(after - 1);
            double[] b = samples.get(after);
            even[step] = a[coordinate] + (time - a[0]) / (b[0] - a[0]) * (b[coordinate] - a[coordinate]);
        }
        return even;
    }

    /** Returns the recorded reaction time, s; NaN if the go cue is unknown. */
    double reactionTime(double dt) {
        return samples.get(0)[0] + onset * dt - go;
    }

    /** Returns the number of steps from the onset to the last sample. */
    int stepsAfterOnset() {
        return x.length - 1 - onset;
    }

    /** Returns the recorded place of a step counted from the onset; beyond the samples, of the first or the last. */
    Point at(int fromOnset) {
        int step = Math.max(0, Math.min(x.length - 1, onset + fromOnset));
        return new Point(x[step], y[step]);
    }

    /** Returns the velocity of a step counted from the onset, m/s; after the last sample, that of the last two. */
    Point velocity(int fromOnset, double dt) {
        int last = stepsAfterOnset();
        Point ahead = at(fromOnset + 1);
        Point behind = at(Math.min(fromOnset, last) - 1);
        double span = (fromOnset >= last ? 1 : 2) * dt;
        return new Point((ahead.x() - behind.x()) / span, (ahead.y() - behind.y()) / span);
    }

    /** Returns the target relative to the hand at the onset; unknown targets lie where the hand ended. */
    Point aim() {
        Point aim = Double.isNaN(target.x() + target.y()) ? at(stepsAfterOnset()) : target;
        return new Point(aim.x() - at(0).x(), aim.y() - at(0).y());
    }
}
