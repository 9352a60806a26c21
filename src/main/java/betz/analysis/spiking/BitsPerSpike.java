// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.SpikeTrains;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How well predicted rates tell of spikes, in bits per spike more than each unit's mean rate does.
 *
 * @param signal the predicted rates, in the data to compare with or, without, beside the spikes
 * @param resamples of trials, for the interval
 * @see PoissonScore
 */
@About(
        value = "How well predicted rates tell of spikes, in bits per spike, compared with mean rates.",
        source = "Pei et al. (2021), arXiv:2109.04463")
public record BitsPerSpike(
        @About("Signal of the predicted rates, in spikes/s.")
        String signal,

        @About("How often trials are drawn anew for the interval.")
        int resamples)
        implements Analysis {
    /** Rates of units. */
    public static final BitsPerSpike DEFAULT = new BitsPerSpike("unit.rate", 1000);

    private static final double LEVEL = 0.95;

    /** A spike this much before a bin's beginning is in it, s. */
    private static final double SPARE = 1e-9;

    private static final Set<String> RATES = Set.of("spikes/s", "1/s", "Hz");

    public BitsPerSpike {
        Require.count("resamples", resamples, 1, 1_000_000);
    }

    @Override
    public Finding of(Subject subject) {
        SpikeTrains trains = subject.spikes();
        Recording predicted = subject.second() == null ? subject.recording() : subject.other();
        Signal rates = rates(predicted, trains);
        PoissonScore score = score(trains, predicted.trials(), rates);
        int units = rates.channels().size();
        double[] spikes = IntStream.range(0, units).mapToDouble(score::spikes).toArray();
        double all = Arrays.stream(spikes).sum();
        Require.that(all > 0, "spikes", "none in the predicted times", "spikes of one unit at least");
        double[] bits = IntStream.range(0, units).mapToDouble(score::unitBits).toArray();
        var bootstrap = new Bootstrap(resamples, LEVEL);
        return new Finding(
                "bits_per_spike",
                List.of(
                        new Measure(
                                "bits_per_spike",
                                "1",
                                bootstrap.interval(trains.trials(), subject.seed(), "bits_per_spike", score::bits)),
                        Measure.of("median_of_units", "1", Samples.median(bits)),
                        Measure.of("spikes", "1", all),
                        Measure.of("units", "1", units)),
                List.of(Values.list("unit_bits_per_spike", "1", bits), Values.list("unit_spikes", "1", spikes)),
                List.of(plot(bits)),
                conventions(predicted.trials().dt(), bootstrap, spikes));
    }

    private Signal rates(Recording predicted, SpikeTrains trains) {
        String unit = Courses.unit(predicted, signal);
        Signal rates = predicted.signal(signal);
        Require.that(RATES.contains(unit), "unit of " + signal, unit, "spikes/s");
        Require.that(
                rates.trials() == trains.trials(),
                "trials of " + signal,
                Integer.toString(rates.trials()),
                trains.trials() + ", as many as have spikes");
        Require.that(
                rates.channels().size() == trains.units().size(),
                "units of " + signal,
                Integer.toString(rates.channels().size()),
                trains.units().size() + ", as many as spike");
        return rates;
    }

    /** Bins are the steps of the prediction that lie within the time in which spikes were sought. */
    private PoissonScore score(SpikeTrains trains, TrialBatch batch, Signal rates) {
        double dt = batch.dt();
        var score = new PoissonScore(trains.trials(), trains.units().size());
        int bins = 0;
        for (int trial = 0; trial < batch.size(); trial++) {
            int end = Math.min(batch.get(trial).end(), rates.steps());
            for (int step = 0; step < end; step++) {
                double begin = (step - batch.get(trial).goCue()) * dt - SPARE;
                if (begin < trains.from() - 2 * SPARE || begin + dt > trains.to()) {
                    continue;
                }
                bins++;
                score.bin(trial);
                for (int unit = 0; unit < trains.units().size(); unit++) {
                    double rate = rates.get(trial, step, unit);
                    if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
                        Require.notNegative(
                                signal + " of unit " + trains.units().get(unit), rate, rates.unit());
                    }
                    score.add(trial, unit, trains.count(trial, unit, begin, begin + dt), rate * dt);
                }
            }
        }
        Require.that(
                bins > 0,
                "times of " + signal,
                "apart from those of the spikes",
                "steps between " + trains.from() + " and " + trains.to() + " s");
        return score;
    }

    private static Plot plot(double... bits) {
        double[] unit = IntStream.rangeClosed(1, bits.length).asDoubleStream().toArray();
        return new Plot(
                "bits-per-spike",
                "Bits per spike",
                "How much more the predicted rate of each unit tells of its spikes than its mean rate.",
                Plot.Form.DOTS,
                new Axis("Unit", ""),
                new Axis("Bits per spike", ""),
                List.of(Curve.of("units", unit, bits)));
    }

    private List<String> conventions(double dt, Bootstrap bootstrap, double... spikes) {
        long silent = Arrays.stream(spikes).filter(count -> count == 0).count();
        String silence =
                silent == 0 ? "" : " Units without a spike: " + silent + ", counted in the sum, without a figure.";
        return List.of(
                "Poisson log-likelihood of counts in bins of " + Milliseconds.of(dt) + ", the steps of " + signal
                        + ", less that of each unit's mean over the same bins, over all spikes and ln 2.",
                "A predicted rate of 0 counts as " + PoissonScore.FLOOR
                        + " spikes in a bin. Time 0 of spikes is the go cue; bins "
                        + "beyond the times of spikes are passed over." + silence,
                bootstrap.text());
    }
}
