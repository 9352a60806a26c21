// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Recording;
import betz.loop.ClosedLoop;
import betz.loop.Trace;
import betz.train.Distance.Wanted;

/** The loss of a batch of reaches against what the reference did in the same trials, with its gradients. */
final class ReachError {
    private static final int JERK_ORDER = 3;

    private final ClosedLoop loop;
    private final double dt;
    private final Costs costs = new Costs();

    /** Asks a loop for all that the terms of a loss need; {@code target} is the recording of the training set. */
    ReachError(Loss loss, Recording target, ClosedLoop loop, int units) {
        this.loop = loop;
        dt = target.trials().dt();
        hand(loss, target);
        body(loss, target);
        costs.addUnits(loss, loop, units, loop.position().steps() - 1, dt);
    }

    private void hand(Loss loss, Recording target) {
        Trace position = loop.position();
        var path = Wanted.hand(target, "hand.position");
        var speed = Wanted.hand(target, "hand.velocity");
        costs.add("position", loss.position(), term -> new Distance(term, Loss.CENTIMETRE, position, path));
        costs.add(
                "velocity",
                loss.velocity(),
                term -> new Distance(term, Loss.DECIMETRE_PER_SECOND, loop.velocity(), speed));
        costs.add(
                "endPoint",
                loss.endPoint(),
                Window.HOLD,
                term -> new Distance(term, Loss.CENTIMETRE, position, Wanted.goal(target)));
        costs.add("jerk", loss.jerk(), term -> new Change(term, JERK_ORDER, Loss.JERK, position, 1, dt));
    }

    private void body(Loss loss, Recording target) {
        costs.add("muscle", loss.muscle(), term -> mean(term, 0, 1, loop.activations()));
        costs.add("muscleRate", loss.muscleRate(), term -> mean(term, 1, 1, loop.activations()));
        costs.add("force", loss.force(), term -> mean(term, 0, Loss.HUNDRED_NEWTON, loop.forces()));
        costs.add("excitationRate", loss.excitationRate(), term -> mean(term, 1, 1, loop.commands()));
        costs.add(
                "joint",
                loss.joint(),
                term -> new Distance(term, Loss.DEGREE, loop.joints(), Wanted.of(target.signal("joint.angle"))));
        costs.add(
                "excitation",
                loss.excitation(),
                term -> new Distance(
                        term, Loss.TENTH, loop.commands(), Wanted.leading(target.signal("muscle.excitation"))));
    }

    private Cost mean(Term term, int order, double unit, Trace trace) {
        return new Change(term, order, unit, trace, trace.value()[0].length, dt);
    }

    /** Adds up the loss of a shard and writes its gradients into the loop. */
    LossTerms apply(Cost.Part part) {
        loop.clearGradients();
        return costs.apply(part);
    }
}
