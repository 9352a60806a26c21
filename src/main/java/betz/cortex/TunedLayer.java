// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.Require;
import betz.data.Controller;
import betz.data.Draws;
import betz.data.TrialBatch;
import java.util.List;

/**
 * The tuned layer as a controller: a sampled population and the read-out that was fitted to it.
 *
 * <p>Recorded units: the output units first, then the planning units.
 *
 * @see betz.cortex the package for the way from target to excitation
 */
public final class TunedLayer implements Controller {
    private final TunedCortex settings;
    private final OutputUnits output;
    private final PlanningUnits planning;
    private final Readout readout;

    TunedLayer(TunedCortex settings, OutputUnits output, PlanningUnits planning, Readout readout) {
        Require.length("units of the read-out", readout.units(), output.size());
        this.settings = settings;
        this.output = output;
        this.planning = planning;
        this.readout = readout;
    }

    /** Returns what this layer was made from. */
    public TunedCortex settings() {
        return settings;
    }

    /** Returns the output units. */
    public OutputUnits outputUnits() {
        return output;
    }

    /** Returns the direction that a unit prefers, rad, of the recorded ones. */
    double preferred(int unit) {
        return unit < output.size() ? output.preferred[unit] : planning.preferred(unit - output.size());
    }

    /** Returns the read-out. */
    public Readout readout() {
        return readout;
    }

    @Override
    public int units() {
        return output.size() + planning.size();
    }

    @Override
    public String rateUnit() {
        return "spikes/s";
    }

    @Override
    public int spiking() {
        return settings.pool() == 0 ? 0 : output.size();
    }

    @Override
    public List<String> groups() {
        return settings.groups();
    }

    @Override
    public Run begin(TrialBatch trials, Draws draws) {
        return new TunedRun(this, planning, trials, draws);
    }
}
