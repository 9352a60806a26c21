// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Require;
import betz.cortex.OutputKernel;
import betz.cortex.OutputUnits;
import betz.cortex.Plan;
import betz.cortex.Readout;
import betz.cortex.TunedCortex;
import betz.data.Point;
import betz.data.TrialBatch;
import java.util.Arrays;

/**
 * Fits the read-out of a tuned cortex to the excitations that make a body follow the cortex's own plans.
 *
 * <p>In calibration the hand is where the plan wants it, also where the plan deviates; so the correction by sight is 0 and
 * the acceleration that the units see is the plan's own.
 */
final class ReadoutFit {
    private static final double PREPARATION_WEIGHT = 5; // of a delay-period sample where output units prepare
    private final ReadoutCalibration settings;
    private final TunedCortex cortex;
    private final OutputUnits units;
    private final HandInverse body;
    private final double[] baseline;
    private final double[] rest;

    ReadoutFit(ReadoutCalibration settings, TunedCortex cortex, OutputUnits units, HandInverse body) {
        this.settings = settings;
        this.cortex = cortex;
        this.units = units;
        this.body = body;
        baseline = units.baselines();
        rest = body.rest();
    }

    Calibration fit(Point start, double dt, long seed) {
        TrialBatch trials = CalibrationTrials.of(settings, start, dt);
        Plan clean = cortex.vite().plan(trials);
        double[][][] targets = targets(clean);
        long followed = Arrays.stream(targets).filter(steps -> steps.length > 0).count();
        Require.count("calibration reaches that the muscles can follow", followed, trials.size() / 2, trials.size());
        var ridge = new RidgeFit(units.size(), rest.length);
        double[] spikes = new double[units.size()];
        add(clean, targets, ridge, spikes);
        for (int copy = 0; copy < settings.deviatedCopies(); copy++) {
            Plan bent = clean.deviated(CalibrationTrials.deviation(settings, trials, seed, copy));
            add(bent, targets(bent), ridge, spikes);
        }
        double[] penalty = new double[spikes.length];
        for (int unit = 0; unit < penalty.length; unit++) {
            penalty[unit] = settings.penalty() * spikes[unit] / (2 * cortex.smoothing());
        }
        var readout = new Readout(rest, baseline, ridge.solve(penalty));
        return new Calibration(readout, quality(clean, targets, readout));
    }

    /** Returns the excitations that make the body follow a plan, [trial][step][muscle]. */
    private double[][][] targets(Plan plan) {
        int lead = (int) Math.round(cortex.correction().lead() / plan.trials().dt());
        double[][][] targets = new double[plan.trials().size()][][];
        for (int trial = 0; trial < targets.length; trial++) {
            targets[trial] = body.follow(CalibrationTrials.handPath(plan, trial, lead));
        }
        return targets;
    }

    /** Adds all steps of a plan to the regression, and the rates to their sums. */
    private void add(Plan plan, double[][][] targets, RidgeFit ridge, double[] spikes) {
        TrialBatch trials = plan.trials();
        OutputKernel kernel = units.kernel(trials.size(), trials.dt(), cortex.smoothing());
        double[] x = new double[units.size()];
        double[] y = new double[rest.length];
        for (int step = 0; step < trials.steps(); step++) {
            advance(kernel, plan, step);
            for (int trial = 0; trial < trials.size(); trial++) {
                if (step < targets[trial].length) {
                    sample(kernel, trial, targets[trial][step], x, y, spikes);
                    ridge.add(
                            x,
                            y,
                            weight(
                                    step,
                                    trials.get(trial).targetOn(),
                                    trials.get(trial).goCue()));
                }
            }
        }
    }

    private static void advance(OutputKernel kernel, Plan plan, int step) {
        kernel.step(plan.position(step), plan.velocity(step), plan.acceleration(step), plan.difference(step));
    }

    private void sample(OutputKernel kernel, int trial, double[] target, double[] x, double[] y, double[] spikes) {
        for (int unit = 0; unit < x.length; unit++) {
            x[unit] = kernel.smooth()[unit][trial] - baseline[unit];
            spikes[unit] += kernel.rates()[unit][trial];
        }
        for (int muscle = 0; muscle < y.length; muscle++) {
            y[muscle] = target[muscle] - rest[muscle];
        }
    }

    private double weight(int step, int targetOn, int goCue) {
        boolean preparing = step >= targetOn && step < goCue && cortex.tuning().preparation() > 0;
        return preparing ? PREPARATION_WEIGHT : 1;
    }

    /** Returns R² of each muscle over a plan: 1 - sum (u - target)² / sum (target - mean)². */
    private double[] quality(Plan plan, double[][][] targets, Readout readout) {
        TrialBatch trials = plan.trials();
        OutputKernel kernel = units.kernel(trials.size(), trials.dt(), cortex.smoothing());
        double[][] excitation = new double[rest.length][trials.size()];
        var sums = new FitQuality(rest.length);
        for (int step = 0; step < trials.steps(); step++) {
            advance(kernel, plan, step);
            readout.excite(kernel.smooth(), excitation);
            for (int trial = 0; trial < trials.size(); trial++) {
                if (step < targets[trial].length) {
                    sums.add(targets[trial][step], excitation, trial);
                }
            }
        }
        return sums.rSquared();
    }
}
