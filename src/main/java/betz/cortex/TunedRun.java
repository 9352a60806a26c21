// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.data.Controller;
import betz.data.Draws;
import betz.data.Touched;
import betz.data.TrialBatch;

/** One pass of a {@link TunedLayer} through a batch of trials: plan, correct, fire, read out. */
final class TunedRun implements Controller.Run {
    private final ViteRun vite;
    private final SightCorrection correction;
    private final OutputKernel output;
    private final PlanningUnits planning;
    private final Readout readout;
    private final Firing firing;
    private final TouchedRates touch;

    TunedRun(TunedLayer layer, PlanningUnits planning, TrialBatch trials, Draws draws) {
        TunedCortex settings = layer.settings();
        vite = new ViteRun(settings.vite(), trials.size(), trials.dt());
        correction = new SightCorrection(settings, trials);
        OutputUnits units = layer.outputUnits();
        firing = settings.pool() == 0 ? Firing.OF_RATES : new Pools(settings.pool(), units.size(), trials, draws);
        touch = new TouchedRates(Touched.of(trials, layer.groups(), layer::preferred));
        output = units.kernel(trials.size(), trials.dt(), settings.smoothing(), firing, touch);
        readout = layer.readout();
        this.planning = planning;
    }

    @Override
    public void step(int step, double[][] input, double[][] afferent, double[][] command) {
        touch.at(step);
        vite.step(input);
        double[][] corrected = correction.acceleration(vite, afferent);
        output.step(vite.position, vite.velocity, corrected, vite.difference);
        readout.excite(output.smooth(), command);
    }

    @Override
    public void rates(double[][] rate) {
        double[][] r = output.rates();
        for (int unit = 0; unit < r.length; unit++) {
            System.arraycopy(r[unit], 0, rate[unit], 0, r[unit].length);
        }
        planning.rates(vite.difference, touch, rate, r.length);
    }

    @Override
    public void spikes(double[][] count) {
        if (firing instanceof Pools pools) {
            for (int unit = 0; unit < count.length; unit++) {
                System.arraycopy(pools.recorded()[unit], 0, count[unit], 0, count[unit].length);
            }
        }
    }
}
