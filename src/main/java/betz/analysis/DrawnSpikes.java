// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.RandomStream;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import betz.math.Poisson;
import java.util.ArrayList;
import java.util.List;

/**
 * Recordings of models as an electrode would have made them: in each step, each unit spikes as a Poisson process of its rate.
 *
 * <p>What is told of single units then has the noise that it has in animals.
 */
public final class DrawnSpikes {
    private static final String RATE = "unit.rate";

    private DrawnSpikes() {}

    /**
     * Returns a recording whose {@code unit.rate} is the number of spikes in each step over the step.
     *
     * @param recording has {@code unit.rate} in spikes/s
     * @param seed fixes the spikes of each trial and unit
     * @throws betz.common.BadSetting if rates are not spikes/s, or one is negative
     */
    public static Recording of(Recording recording, long seed) {
        Signal rates = recording.signal(RATE);
        Require.that(
                rates.unit().equals("spikes/s"), "unit of " + RATE, rates.unit(), "spikes/s, of which spikes come");
        List<Signal> signals = new ArrayList<>();
        for (Signal signal : recording.signals()) {
            signals.add(signal == rates ? drawn(rates, recording.trials().dt(), seed) : signal);
        }
        return new Recording(recording.trials(), signals);
    }

    private static Signal drawn(Signal rates, double dt, long seed) {
        Signal drawn = Signal.zeros(RATE, rates.unit(), rates.trials(), rates.steps(), rates.channels());
        for (int trial = 0; trial < rates.trials(); trial++) {
            for (int unit = 0; unit < rates.channels().size(); unit++) {
                var random = RandomStream.of(seed, "drawn spikes", trial, unit);
                for (int step = 0; step < rates.steps(); step++) {
                    double rate = rates.get(trial, step, unit);
                    boolean known = !Double.isNaN(rate);
                    Require.that(!(rate < 0), "rate of " + rates.channels().get(unit), "below 0", "0 spikes/s or more");
                    drawn.set(trial, step, unit, known ? Poisson.draw(rate * dt, random) / dt : rate);
                }
            }
        }
        return drawn;
    }

    /** Returns this method in words. */
    public static String text() {
        return "Spikes are drawn from the model's rates, step by step, as of Poisson processes, seeded.";
    }
}
