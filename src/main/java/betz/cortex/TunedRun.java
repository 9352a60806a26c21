// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.data.Controller;
import betz.data.TrialBatch;

/** One pass of a {@link TunedLayer} through a batch of trials: plan, correct, fire, read out. */
final class TunedRun implements Controller.Run {
    private final ViteRun vite;
    private final SightCorrection correction;
    private final OutputKernel output;
    private final PlanningUnits planning;
    private final Readout readout;

    TunedRun(TunedLayer layer, PlanningUnits planning, TrialBatch trials) {
        TunedCortex settings = layer.settings();
        vite = new ViteRun(settings.vite(), trials.size(), trials.dt());
        correction = new SightCorrection(settings, trials);
        output = layer.outputUnits().kernel(trials.size(), trials.dt(), settings.smoothing());
        readout = layer.readout();
        this.planning = planning;
    }

    @Override
    public void step(int step, double[][] input, double[][] afferent, double[][] command) {
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
        planning.rates(vite.difference, rate, r.length);
    }
}
