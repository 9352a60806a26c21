// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Recording;
import betz.data.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * When units are tuned: the cosine's R² in a window that is shifted through the trials.
 *
 * <p>A negative lag is a window that lies earlier, so that rates come before the movement by more. Lags at which the window would
 * leave a trial are passed over.
 *
 * @see <a href="https://doi.org/10.1152/jn.1999.82.5.2676">Moran &amp; Schwartz (1999)</a>
 */
public final class TuningLag {
    private final double[] lags;
    private final double[][] r2;

    private TuningLag(double[] lags, double[][] r2) {
        this.lags = lags;
        this.r2 = r2;
    }

    /**
     * Fits every unit at every lag.
     *
     * @param recording has {@code unit.rate} and at least three directions
     * @param window at lag 0
     * @param from first lag, s
     * @param to last lag, s
     * @param step between lags, s
     * @throws betz.common.BadSetting if the window leaves a trial at every lag
     */
    public static TuningLag of(Recording recording, UnitTunings.Window window, double from, double to, double step) {
        Require.positive("step between lags", step, "s");
        Require.that(to >= from, "last lag", to + " s", "not below the first, " + from + " s");
        double[] lags = IntStream.rangeClosed(0, (int) StrictMath.floor((to - from) / step + 1e-9))
                .mapToDouble(i -> from + i * step)
                .filter(lag -> fits(recording, window, lag))
                .toArray();
        Require.that(
                lags.length > 0,
                "window",
                window.from() + " to " + window.to() + " s, which leaves a trial at all lags",
                "a shorter window, or lags at which it lies within every trial");
        List<UnitTunings> tunings = DoubleStream.of(lags)
                .mapToObj(lag ->
                        UnitTunings.of(recording, new UnitTunings.Window(window.from() + lag, window.to() + lag)))
                .toList();
        double[][] r2 = new double[tunings.get(0).units().size()][lags.length];
        for (int unit = 0; unit < r2.length; unit++) {
            for (int i = 0; i < lags.length; i++) {
                r2[unit][i] = tunings.get(i).units().get(unit).trials().r2();
            }
        }
        return new TuningLag(lags, r2);
    }

    private static boolean fits(Recording recording, UnitTunings.Window window, double lag) {
        double dt = recording.trials().dt();
        int first = (int) Math.round((window.from() + lag) / dt);
        int end = (int) Math.round((window.to() + lag) / dt);
        return recording.trials().trials().stream().allMatch(trial -> inside(trial, first, end));
    }

    private static boolean inside(Trial trial, int first, int end) {
        return trial.goCue() + first >= 0 && trial.goCue() + end <= trial.end();
    }

    /** Returns the lags, s; not a copy. */
    public double[] lags() {
        return lags;
    }

    /** Returns the cosine's R² to single trials, [unit][lag]; not a copy. */
    public double[][] r2() {
        return r2;
    }

    /** Returns the mean over units at each lag, [lag]. */
    public double[] mean() {
        double[] mean = new double[lags.length];
        Arrays.setAll(
                mean,
                i -> Arrays.stream(r2).mapToDouble(unit -> unit[i]).average().orElse(Double.NaN));
        return mean;
    }

    /** Returns the lag at which a unit is tuned best, s; of equals the first. */
    public double best(int unit) {
        int best = 0;
        for (int i = 1; i < lags.length; i++) {
            best = r2[unit][i] > r2[unit][best] ? i : best;
        }
        return lags[best];
    }
}
