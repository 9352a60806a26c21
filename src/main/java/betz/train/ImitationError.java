// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Recording;
import betz.loop.Imitated;
import betz.loop.OpenLoop;
import betz.loop.Trace;
import betz.train.Distance.Wanted;
import org.jspecify.annotations.Nullable;

/**
 * The loss of a batch of imitated trials against what the reference did in them, with its gradients.
 *
 * <p>The output of step k counts as the state that it leads to, k + 1.
 */
final class ImitationError {
    private static final int PLANE = 2;
    private static final int JERK_ORDER = 3;

    private final OpenLoop loop;
    private final Recording target;
    private final Imitated imitated;
    private final double dt;
    private final Costs costs = new Costs();

    /** Asks a loop for all that the terms of a loss need; {@code target} is the recording of the training set. */
    ImitationError(Loss loss, Imitated imitated, Recording target, OpenLoop loop, int units) {
        this.loop = loop;
        this.target = target;
        this.imitated = imitated;
        dt = target.trials().dt();
        Trace outputs = loop.outputs();
        switch (imitated) {
            case HAND -> hand(loss, outputs.channels(0, PLANE), outputs.channels(PLANE, PLANE));
            case JOINT_ANGLES -> costs.add("joint", usual(loss.joint()), term -> output(term, Loss.DEGREE, outputs, 0));
            case EXCITATIONS -> excitations(loss, outputs);
        }
        costs.addUnits(loss, loop, units, loop.outputs().steps() - 1, dt);
    }

    /** What is imitated counts even where nothing is said of it. */
    private static Term usual(@Nullable Term term) {
        return term == null ? Term.DEFAULT : term;
    }

    private void hand(Loss loss, Trace position, Trace velocity) {
        costs.add(
                "position",
                loss.position(),
                term -> new OutputDistance(
                        term,
                        term.weight() * term.norm().of(Imitated.LENGTH / Loss.CENTIMETRE),
                        Loss.CENTIMETRE / Imitated.LENGTH,
                        position,
                        wanted(0)));
        costs.add("velocity", loss.velocity(), term -> output(term, Loss.DECIMETRE_PER_SECOND, velocity, PLANE));
        costs.add(
                "endPoint",
                loss.endPoint(),
                Window.HOLD,
                term -> new Distance(term, Loss.CENTIMETRE / Imitated.LENGTH, position, goal()));
        costs.add(
                "jerk",
                loss.jerk(),
                term -> new Change(term, JERK_ORDER, Loss.JERK / Imitated.LENGTH, position, 1, dt));
    }

    private void excitations(Loss loss, Trace outputs) {
        int muscles = outputs.value()[0].length;
        costs.add("excitation", usual(loss.excitation()), term -> output(term, Loss.TENTH, outputs, 0));
        costs.add("excitationRate", loss.excitationRate(), term -> new Change(term, 1, 1, outputs, muscles, dt));
    }

    private Cost output(Term term, double unit, Trace outputs, int first) {
        return new OutputDistance(term, term.weight() / term.norm().of(unit), unit, outputs, wanted(first));
    }

    private Wanted wanted(int first) {
        return (trial, step, channel) -> imitated.wanted(target, trial, step - 1, first + channel);
    }

    /** Wants the hand where it should be in the end, from the start, as outputs count. */
    private Wanted goal() {
        Wanted place = Wanted.goal(target);
        return new Wanted() {
            @Override
            public double at(int trial, int step, int axis) {
                var start = target.trials().get(trial).start();
                return (place.at(trial, step, axis) - (axis == 0 ? start.x() : start.y())) / Imitated.LENGTH;
            }

            @Override
            public boolean isAny(int trial, int step) {
                return place.isAny(trial, step);
            }
        };
    }

    /** Adds up the loss of a shard and writes its gradients into the loop. */
    LossTerms apply(Cost.Part part) {
        loop.clearGradients();
        return costs.apply(part);
    }
}
