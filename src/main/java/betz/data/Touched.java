// SPDX-License-Identifier: Apache-2.0
package betz.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** The units of a brain, or of a part of it, that are touched in one trial of a batch, and when. */
public final class Touched {
    private final int trial;
    private final Touch touch;
    private final int from;
    private final int until;
    private final boolean[] units;

    private Touched(int trial, Touch touch, int from, int until, boolean[] units) {
        this.trial = trial;
        this.touch = touch;
        this.from = from;
        this.until = until;
        this.units = units;
    }

    /**
     * Returns what is done to a brain in those trials of a batch that touch it, in order.
     *
     * @param areas name of each unit's area or group, [unit]
     * @param preferred direction that each unit prefers, rad; NaN for none
     */
    public static List<Touched> of(TrialBatch trials, List<String> areas, IntToDoubleFunction preferred) {
        List<Touched> touched = new ArrayList<>();
        Map<UnitChoice, boolean[]> chosen = new HashMap<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            if (trial.perturbation() instanceof Touch touch) {
                boolean[] units = chosen.computeIfAbsent(touch.units(), choice -> choice.among(areas, preferred));
                int from = touch.from(trial, trials.dt());
                touched.add(new Touched(i, touch, from, touch.until(trial, trials.dt()), units));
            }
        }
        return touched;
    }

    /** Returns the same for so many units alone, from one on, which then count from 0. */
    public Touched part(int first, int count) {
        return new Touched(trial, touch, from, until, Arrays.copyOfRange(units, first, first + count));
    }

    /** Returns the trial's place in its batch. */
    public int trial() {
        return trial;
    }

    /** Returns what is done. */
    public Touch touch() {
        return touch;
    }

    /** Tells whether a unit is one of them. */
    public boolean has(int unit) {
        return units[unit];
    }

    /** Tells whether it acts in a step. */
    public boolean acts(int step) {
        return step >= from && step < until;
    }

    /** Tells whether it acts before the first step. */
    public boolean actsAtStart() {
        return from <= 0 && until > 0;
    }

    /** Returns what is heard, while it acts, of a unit with some activity of its own. */
    public double heard(double activity) {
        return touch.gain() * activity + touch.held();
    }
}
