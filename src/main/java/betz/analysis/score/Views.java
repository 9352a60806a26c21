// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Analysis;
import betz.analysis.DrawnSpikes;
import betz.analysis.Finding;
import betz.analysis.OnsetAlignment;
import betz.analysis.OnsetRule;
import betz.analysis.Subject;
import betz.analysis.population.Activity;
import betz.common.BadSetting;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A recording as the scorecard's rows look at it; what several of them need is made once. */
final class Views {
    static final String RATE = "unit.rate";
    static final String ACTIVATION = "muscle.activation";
    private static final String HAND = "hand.position";

    /** Around the movement: preparation is over and the hand has arrived, s after the onset. */
    private static final double FROM = -0.2;

    private static final double TO = 0.5;

    /** Added to ranges, spikes/s, as is usual; and the share of the largest range where units do not spike. */
    private static final double SPIKES = 5;

    private static final double SHARE = 0.1;

    /** Units of the monkey whose directions of reach were decoded. */
    private static final int DECODED = 143;

    /** Reaches of which speeds and times were published, m. */
    private static final double TEN = 0.10;

    private static final double TEN_SPARE = 0.01;

    private final Subject subject;
    private final OnsetRule rule;
    private final boolean drawSpikes;
    private final Map<Analysis, Finding> findings = new HashMap<>();
    private final Map<String, Object> made = new HashMap<>();
    private @Nullable Subject onset;

    /**
     * Looks at a recording.
     *
     * @param drawSpikes whether single units are judged by spikes drawn from the rates
     */
    Views(Subject subject, OnsetRule rule, boolean drawSpikes) {
        this.subject = subject;
        this.rule = rule;
        this.drawSpikes = drawSpikes;
    }

    Subject subject() {
        return subject;
    }

    OnsetRule rule() {
        return rule;
    }

    /** Returns what an analysis finds with time 0 at the go cue. */
    Finding find(Analysis analysis) {
        Finding found = findings.get(analysis);
        if (found == null) {
            found = analysis.of(subject);
            findings.put(analysis, found);
        }
        return found;
    }

    /** Returns the recording with time 0 at the onset of the movement, where a hand was recorded. */
    Subject fromOnset() {
        Subject aligned = onset;
        if (aligned == null) {
            Recording recording = subject.recording();
            boolean hasHand = recording.find(HAND).isPresent();
            Recording moved = hasHand ? OnsetAlignment.of(recording, rule) : recording;
            aligned = Subject.of(moved, subject.seed());
            onset = aligned;
        }
        return aligned;
    }

    /** Returns the averages of a signal from the onset. */
    Activity activity(String signal) {
        Recording recording = fromOnset().recording();
        Require.that(recording.find(signal).isPresent(), "signals", "without " + signal, signal);
        return make("activity " + signal, () -> Activity.of(recording, signal));
    }

    /** Returns the averages of a signal around the movement, as far as they were recorded. */
    Activity movement(String signal) {
        Activity all = activity(signal);
        double[] times = all.times();
        return make(
                "movement " + signal,
                () -> all.window(Math.max(FROM, times[0]), Math.min(TO, times[times.length - 1])));
    }

    /**
     * Returns what is added to the ranges of units before they are divided by them: 5 spikes/s, or, where units have no spikes, a
     * tenth of the largest range.
     */
    double softening(Activity activity) {
        double largest = java.util.Arrays.stream(activity.ranges()).max().orElse(0);
        return spikes() ? SPIKES : SHARE * largest;
    }

    /** Returns the recording that single units are judged by. */
    private Recording single() {
        Recording recording = subject.recording();
        return drawSpikes ? make("spikes", () -> DrawnSpikes.of(recording, subject.seed())) : recording;
    }

    /** Returns what an analysis finds of single units. */
    Finding findSingle(Analysis analysis) {
        return make("single " + analysis, () -> analysis.of(Subject.of(single(), subject.seed())));
    }

    /**
     * Returns the recording with as many units as decoders were published of, or fewer where there are fewer, evenly chosen: the more
     * units, the better they are.
     */
    Subject fewUnits() {
        return make("few units", () -> {
            Recording recording = single();
            Signal all = recording.signal(RATE);
            int units = Math.min(DECODED, all.channels().size());
            int[] chosen = IntStream.range(0, units)
                    .map(i -> (int) ((long) i * all.channels().size() / units))
                    .toArray();
            List<Signal> signals = recording.signals().stream()
                    .map(signal -> signal == all ? all.channels(chosen) : signal)
                    .toList();
            return Subject.of(new Recording(recording.trials(), signals), subject.seed());
        });
    }

    /** Tells whether units spike, so that 5 spikes/s and square roots of rates have a meaning. */
    boolean spikes() {
        return subject.recording().signal(RATE).unit().equals("spikes/s");
    }

    /** Returns a value that is made when it is first asked for. */
    @SuppressWarnings("unchecked") // a name stands for one type alone
    <T> T make(String name, Supplier<T> maker) {
        Object value = made.get(name);
        if (value == null) {
            value = maker.get();
            made.put(name, value);
        }
        return (T) value;
    }

    /** Throws unless reaches are 10 cm long, as those that speeds and times were published of. */
    void needTenCentimetres() {
        for (Trial trial : subject.recording().trials().trials()) {
            double distance = trial.start().distance(trial.target());
            if (!(Math.abs(distance - TEN) < TEN_SPARE)) {
                throw new BadSetting(
                        "reaches", Math.round(100 * distance) + " cm long", "10 cm, of which it was published");
            }
        }
    }
}
