// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.data.Condition;
import betz.data.Draws;
import betz.data.Passing;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Since;
import betz.data.Touch;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.UnitChoice;
import java.util.List;
import java.util.stream.IntStream;

/** Trials that touch the units of a network, in steps of 10 ms; for tests. */
final class TouchedPassage {
    private static final double DT = 0.01;
    static final UnitChoice ALL = UnitChoice.DEFAULT;
    static final UnitChoice SOME = ALL.withShare(0.6);

    private TouchedPassage() {}

    /** Returns a touch of each kind, and some from the start and over the whole trial, with trials without between them. */
    static List<Perturbation> kinds() {
        return List.of(
                new Passing.Silence(SOME, Since.START, 0.02, 0.03),
                Perturbation.None.DEFAULT,
                new Passing.Clamp(SOME, 0.4, Since.START, 0.01, 0.04),
                new Passing.Stimulate(SOME, -0.7, Since.START, 0.02, 0.04),
                new Touch.Lesion(SOME),
                new Passing.Cool(SOME, 0.3, Since.START, 0.03, 0.04),
                new Passing.Silence(SOME, Since.START, -0.01, 0.04),
                Perturbation.None.DEFAULT,
                new Passing.Cool(ALL, 0.5, Since.START, 0, 60));
    }

    /** Returns trials of two conditions by turns, whose noise is that of places in a greater batch. */
    static Occasion occasion(List<? extends Perturbation> touches, int first) {
        List<Trial> trials = IntStream.range(0, touches.size())
                .mapToObj(i -> new Trial(
                                new Condition((first + i) % 2, "", 0), new Point(0, 0), new Point(0, 0), 0, 0, 1)
                        .with(touches.get(i)))
                .toList();
        return new Occasion(new TrialBatch(DT, 1, trials), Draws.judged(7).from(first));
    }

    /** Returns a passage of one trial. */
    static Passage of(Cell cell, int steps, Perturbation touch) {
        var passage = Passage.of(cell, 4, 3, 1, steps);
        passage.occasion = occasion(List.of(touch), 0);
        return passage;
    }
}
