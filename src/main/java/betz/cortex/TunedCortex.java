// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Feedback;
import betz.data.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Describes a tuned layer: how many units, how they plan, how they are tuned, what they see.
 *
 * @param units number of output units, layer 5
 * @param planning number of planning units, layers 2/3
 * @param feedback the cortex's own senses; of these it uses vision
 * @param vite the planner
 * @param tuning distributions of the units' tuning
 * @param correction of the plan by sight
 * @param smoothing time constant of the kernel between rates and excitations, s
 * @param pool number of Poisson cells that each output unit stands for; 0 for rates without noise
 */
@About(
        value = "A population of rate units with broad directional tuning that reads out into muscles.",
        source = "doi:10.1523/JNEUROSCI.02-11-01527.1982")
public record TunedCortex(
        @About("Number of output units (layer 5), which drive the muscles.")
        int units,

        @About("Number of planning units (layers 2/3), which do not.")
        int planning,

        @About("The cortex's own senses; it uses vision.") Feedback feedback,
        @About("The planner.") Vite vite,
        @About("The distributions of the units' tuning.") Tuning tuning,
        @About("Correction of the plan by sight.") Correction correction,

        @Unit("s") @About("Time constant of the kernel that smooths rates on their way to the muscles.")
        double smoothing,

        @About(
                "Number of Poisson cells that each output unit stands for: 1 for single cells, 0 for rates without noise.")
        int pool)
        implements Reference {

    /** Sees without noise, 50 ms late; reaches 10 cm with an error of some 2 mm. */
    public static final TunedCortex DEFAULT = new TunedCortex(
            300,
            60,
            new Feedback(new Feedback.Vision(0.050, 0), Feedback.Proprioception.DEFAULT),
            Vite.DEFAULT,
            Tuning.DEFAULT,
            Correction.DEFAULT,
            0.040,
            0);

    public TunedCortex {
        Require.count("units", units, 1, 100_000);
        Require.count("planning", planning, 0, 100_000);
        checkSenses(feedback);
        Require.within("smoothing", smoothing, 0.001, 1, "s");
        Require.count("pool", pool, 0, 100_000);
    }

    private static void checkSenses(Feedback feedback) {
        Require.that(
                feedback.vision().enabled(), "feedback.vision.enabled", "false", "true, since it corrects by sight");
        Require.that(
                feedback.vision().velocity(), "feedback.vision.velocity", "false", "true, since it corrects by sight");
        unused("feedback.spindle.enabled", feedback.spindle());
        unused("feedback.golgi.enabled", feedback.golgi());
        Require.count("feedback.commands.last", feedback.commands().last(), 0, 0);
    }

    private static void unused(String name, Feedback.Modality modality) {
        Require.that(!modality.enabled(), name, "true", "false, since a tuned cortex feels nothing but vision");
    }

    /** Returns this with another number of output units. */
    public TunedCortex withUnits(int other) {
        return new TunedCortex(other, planning, feedback, vite, tuning, correction, smoothing, pool);
    }

    /** Returns this with another tuning. */
    public TunedCortex withTuning(Tuning other) {
        return new TunedCortex(units, planning, feedback, vite, other, correction, smoothing, pool);
    }

    /** Returns this with output units that stand for another number of cells. */
    public TunedCortex withPool(int other) {
        return new TunedCortex(units, planning, feedback, vite, tuning, correction, smoothing, other);
    }

    /** Returns the name of each recorded unit's group, [unit]: the output units, then the planning units. */
    public List<String> groups() {
        List<String> groups = new ArrayList<>(Collections.nCopies(units, "output"));
        groups.addAll(Collections.nCopies(planning, "planning"));
        return groups;
    }

    /** Draws the output units of a seed. */
    public OutputUnits outputUnits(long seed) {
        return OutputUnits.sample(tuning, units, seed);
    }

    /** Returns the layer of a seed with a read-out that was fitted to its output units. */
    public TunedLayer layer(Readout readout, long seed) {
        return new TunedLayer(this, outputUnits(seed), PlanningUnits.sample(tuning, planning, seed), readout);
    }
}
