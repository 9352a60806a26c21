// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.data.Condition;
import betz.data.Recording;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Charts of tuning to direction. */
final class TuningPlots {
    /** Sectors of the rose, 22.5 degrees each. */
    private static final int SECTORS = 16;

    /** Bins of the histogram of R². */
    private static final int BINS = 20;

    private final Recording recording;
    private final UnitTunings tuning;
    private final int[] tuned;

    /** Takes the indices of the tuned units. */
    TuningPlots(Recording recording, UnitTunings tuning, int... tuned) {
        this.recording = recording;
        this.tuning = tuning;
        this.tuned = tuned;
    }

    /** Draws how many tuned units prefer which directions, rad. */
    Plot preferred(double[] directions) {
        double sector = 360.0 / SECTORS;
        double[] centres =
                IntStream.range(0, SECTORS).mapToDouble(i -> i * sector).toArray();
        double[] counts = new double[SECTORS];
        for (double direction : directions) {
            counts[(int) Math.round(Math.toDegrees(Angles.positive(direction)) / sector) % SECTORS]++;
        }
        return new Plot(
                "tuning-preferred",
                "Preferred directions",
                "How many tuned units prefer which direction.",
                Form.ROSE,
                new Axis("Preferred direction", "deg"),
                new Axis("Units", ""),
                List.of(Curve.of("tuned units", centres, counts)));
    }

    /** Draws how well cosines fit the units' mean rates. */
    Plot fits() {
        double[] centres =
                IntStream.range(0, BINS).mapToDouble(i -> (i + 0.5) / BINS).toArray();
        boolean[] isTuned = new boolean[tuning.units().size()];
        Arrays.stream(tuned).forEach(unit -> isTuned[unit] = true);
        double[][] counts = new double[2][BINS];
        for (int unit = 0; unit < isTuned.length; unit++) {
            double r2 = tuning.units().get(unit).means().r2();
            counts[isTuned[unit] ? 0 : 1][Math.min(BINS - 1, Math.max(0, (int) (r2 * BINS)))]++;
        }
        return new Plot(
                "tuning-fits",
                "Fit of the cosine",
                "How much of the variance of a unit's mean rates over directions the cosine explains.",
                Form.BARS,
                new Axis("R2", ""),
                new Axis("Units", ""),
                List.of(
                        Curve.of("tuned units", centres, counts[0]),
                        Curve.of("other units", Kind.OTHER, centres, counts[1])));
    }

    /** Draws the mean rates and the cosine of the unit whose single trials it fits best. */
    Plot curve() {
        UnitTunings.UnitTuning best = tuning.units().get(0);
        for (UnitTunings.UnitTuning unit : tuning.units()) {
            best = unit.trials().r2() > best.trials().r2() ? unit : best;
        }
        var signal = recording.signal("unit.rate");
        double[] directions = recording.trials().conditions().stream()
                .mapToDouble(Condition::direction)
                .toArray();
        double[] rates = best.rates().stream().mapToDouble(Double::doubleValue).toArray();
        double[] round = IntStream.rangeClosed(0, 72).mapToDouble(i -> 5.0 * i).toArray();
        var cosine = best.means();
        double[] expected = Arrays.stream(round)
                .map(degrees -> cosine.rate(Math.toRadians(degrees)))
                .toArray();
        double[] degrees = Arrays.stream(directions)
                .map(d -> Math.toDegrees(Angles.positive(d)))
                .toArray();
        return new Plot(
                "tuning-curve",
                "Tuning of " + signal.channels().get(best.unit()),
                "Mean rates of the unit that is tuned best, and the cosine fitted to them.",
                Form.DOTS,
                new Axis("Direction", "deg"),
                new Axis("Rate", signal.unit().equals("1") ? "" : signal.unit()),
                List.of(Curve.of("mean rates", degrees, rates), Curve.of("cosine", Kind.FIT, round, expected)));
    }

    /** Draws how tuning comes and goes with the lag of the window. */
    Plot lags(TuningLag found) {
        double[] lags = Arrays.stream(found.lags()).map(lag -> 1000 * lag).toArray();
        double[] middle = new double[lags.length];
        double[] low = new double[lags.length];
        double[] high = new double[lags.length];
        for (int i = 0; i < lags.length; i++) {
            int lag = i;
            double[] all = Arrays.stream(tuned)
                    .mapToDouble(unit -> found.r2()[unit][lag])
                    .toArray();
            middle[i] = Samples.median(all);
            low[i] = Samples.quantile(all, 0.25);
            high[i] = Samples.quantile(all, 0.75);
        }
        return new Plot(
                "tuning-lags",
                "Tuning by lag",
                "Median over tuned units of the cosine's R2 to single trials, with quartiles, where the window is shifted.",
                Form.LINES,
                new Axis("Lag", "ms"),
                new Axis("R2", ""),
                List.of(Curve.of("tuned units", lags, middle).between(low, high)));
    }
}
