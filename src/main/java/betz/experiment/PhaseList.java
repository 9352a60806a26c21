// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.report.Mark;
import betz.scenario.Phase;
import betz.train.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The phases of a curriculum that a network went through, and when. */
final class PhaseList {
    /** Updates whose mean loss stands for the beginning or the end of a phase. */
    private static final int MOST_AVERAGED = 10;

    private final List<Phase> phases;
    private final Checkpoint state;

    /** Takes the phases of a curriculum, none if there is none, and the end of the training. */
    PhaseList(List<Phase> phases, Checkpoint state) {
        this.phases = phases;
        this.state = state;
    }

    /** Returns a sentence for every phase. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            int first = begun(i);
            int last = end(i);
            int averaged = Math.min(MOST_AVERAGED, last - first);
            lines.add(String.format(
                    Locale.ROOT,
                    "Phase %s: iterations %d to %d%s, loss %.3g at its beginning and %.3g at its end",
                    phases.get(i).called(i),
                    first + 1,
                    last,
                    last - first < asked(i) ? ", stopped before its " + asked(i) + " were over" : "",
                    loss(first, first + averaged),
                    loss(last - averaged, last)));
        }
        return lines;
    }

    /** Returns the first update of every phase but the first, as marks in charts over updates. */
    List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 1; i < phases.size(); i++) {
            marks.add(new Mark("Phase " + phases.get(i).called(i), begun(i) + 1.0));
        }
        return marks;
    }

    /** Returns the place of the phase that an update belongs to, from 1. */
    int number(int update) {
        int number = 1;
        while (number < phases.size() && update > begun(number)) {
            number++;
        }
        return number;
    }

    boolean isEmpty() {
        return phases.isEmpty();
    }

    private int asked(int phase) {
        return phases.get(phase).training().iterations();
    }

    private int begun(int phase) {
        return state.stage().begun().get(phase);
    }

    private int end(int phase) {
        return phase + 1 < phases.size() ? begun(phase + 1) : state.iteration();
    }

    private double loss(int from, int until) {
        return state.history().subList(from, until).stream()
                .mapToDouble(update -> update.loss().total())
                .average()
                .orElse(Double.NaN);
    }
}
