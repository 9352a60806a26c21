// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.Analysis;
import betz.analysis.Tuning;
import betz.analysis.movement.Kinematics;
import betz.analysis.movement.Variability;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.cortex.TunedCortex;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Reference;
import betz.data.Reflex;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.loop.Periphery;
import betz.network.Cell;
import betz.network.Leaky;
import betz.task.DelayedReach;
import betz.task.Task;
import betz.train.ReadoutCalibration;
import betz.train.Training;
import java.util.List;

/**
 * One experiment, as its file describes it.
 *
 * @param betz version of the file format
 * @param name names the folder of its runs
 * @param about one sentence for the reader
 * @param seed of all random numbers
 * @param dt step of controller and effector, s
 * @param baselines other networks that learn the same, at most {@value #MOST_BASELINES}
 * @param curriculum phases that the network learns in; empty for one
 * @param analyses what is measured beside the fits
 * @param export forms in which the held-out trials are written
 */
public record Scenario(
        @About("Version of the file format; 1.") int betz,

        @About("Names the folder of its runs: letters, digits, dot, dash and underscore.")
        String name,

        @About("One sentence for the reader.") String about,
        @About("Seed of all random numbers.") long seed,

        @Unit("s") @About("Step of controller and effector.")
        double dt,

        @About("What the hand is asked to do.") Task task,
        @About("The body that moves.") Effector effector,
        @About("Where the target trajectories come from.") Reference reference,

        @About("How a simulated cortex is connected to the muscles.")
        ReadoutCalibration calibration,

        @About("The network that learns.") Cell network,

        @About("Other networks that learn the same and are compared with it, at most two.")
        List<Cell> baselines,

        @About("The network's senses.") Feedback feedback,

        @About("Noise on the commands of whoever moves the body, cortex and network alike; none by default.")
        MotorNoise motorNoise,

        @About("Reflexes of the spinal cord, for cortex and network alike; none by default.")
        Reflex reflex,

        @About("How the network learns.") Training training,

        @About("Phases that it learns in, one after the other; without any, one phase as training says.")
        List<Phase> curriculum,

        @About("How it is judged.") Evaluation evaluation,
        @About("What is measured beside the fits.") List<Analysis> analyses,

        @About("Forms in which the held-out trials are written to data.")
        List<Export> export) {
    /** Charts tell three networks apart. */
    static final int MOST_BASELINES = 2;

    /** Eight delayed reaches with the two-joint arm, after the tuned cortex. */
    public static final Scenario DEFAULT = new Scenario(
            1,
            "reach",
            "",
            1,
            0.010,
            DelayedReach.DEFAULT,
            Arm26.DEFAULT,
            TunedCortex.DEFAULT,
            ReadoutCalibration.DEFAULT,
            Leaky.DEFAULT,
            List.of(),
            Feedback.DEFAULT,
            MotorNoise.DEFAULT,
            Reflex.DEFAULT,
            Training.DEFAULT,
            List.of(),
            Evaluation.DEFAULT,
            List.of(Kinematics.DEFAULT, Tuning.DEFAULT, Variability.DEFAULT),
            List.of(Export.values()));

    public Scenario {
        FileHead.check(betz, name);
        Require.that(
                baselines.size() <= MOST_BASELINES,
                "baselines",
                baselines.size() + " networks",
                "at most " + MOST_BASELINES + ", as many as charts tell apart");
        baselines = List.copyOf(baselines);
        curriculum = List.copyOf(curriculum);
        analyses = List.copyOf(analyses);
        export = List.copyOf(export);
        Require.within("dt", dt, 1e-4, 0.1, "s");
    }

    /** Tells whether an analysis is asked for, whatever its settings. */
    public boolean asks(Class<? extends Analysis> kind) {
        return analyses.stream().anyMatch(kind::isInstance);
    }

    /** Returns the phases that the network learns in: those of the curriculum, or the only one. */
    public List<Phase> phases() {
        return curriculum.isEmpty() ? List.of(new Phase("", task, training, List.of())) : curriculum;
    }

    /** Returns everything between the commands of somebody with some senses and what they feel. */
    public Periphery periphery(Feedback senses) {
        return new Periphery(effector, senses, motorNoise, reflex);
    }

    /** Returns this scenario as it is while the network learns in a phase. */
    public Scenario during(Phase phase) {
        return with(phase.task(), phase.training(), List.of());
    }

    /** Returns this scenario with other phases. */
    public Scenario with(List<Phase> otherCurriculum) {
        return with(task, training, otherCurriculum);
    }

    private Scenario with(Task otherTask, Training otherTraining, List<Phase> otherCurriculum) {
        return new Scenario(
                betz,
                name,
                about,
                seed,
                dt,
                otherTask,
                effector,
                reference,
                calibration,
                network,
                baselines,
                feedback,
                motorNoise,
                reflex,
                otherTraining,
                otherCurriculum,
                evaluation,
                analyses,
                export);
    }
}
