// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.analysis.Comparison.TrialResult;
import betz.analysis.ReachKinematics;
import betz.analysis.ReachVariability;
import betz.analysis.movement.Variability;
import betz.data.Recording;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import java.util.Optional;
import java.util.function.Function;

/**
 * How much reference and network differ from trial to trial in the held-out trials.
 *
 * @param found of both, unless left out
 * @param why a sentence that tells why it was left out though the scenario asks for it
 */
record Variabilities(Optional<Both> found, Optional<String> why) {
    /** What repeats itself to a micrometre does not vary. */
    private static final double VARIES = 1e-6;

    /** The reference's and the network's. */
    record Both(ReachVariability reference, ReachVariability network) {}

    /** Measures both, if the scenario asks for it and there is something to measure. */
    static Variabilities of(Scenario scenario, Judgement judgement) {
        if (!scenario.asks(Variability.class)) {
            return new Variabilities(Optional.empty(), Optional.empty());
        }
        Recording heldOut = judgement.target();
        if (judgement.follows()) {
            return leftOut("the hand follows a moving target, and does not reach for one.");
        }
        if (judgement.stays()) {
            return leftOut("the hand is to stay, and does not reach.");
        }
        if (!(scenario.reference() instanceof Recorded) && !heldOut.trials().conditionsRepeat()) {
            return leftOut("the reaches of a condition differ in start or target, so that none is repeated.");
        }
        if (!ReachVariability.canBeMeasured(heldOut)) {
            return leftOut("a condition has fewer than " + ReachVariability.LEAST_TRIALS
                    + " held-out trials; raise evaluation.trials.");
        }
        ReachVariability reference = of(scenario, judgement, heldOut, TrialResult::target);
        ReachVariability network = of(scenario, judgement, judgement.predicted(), TrialResult::predicted);
        if (spread(reference) < VARIES && spread(network) < VARIES) {
            return leftOut("neither reference nor network varies from trial to trial, since neither has noise.");
        }
        return new Variabilities(Optional.of(new Both(reference, network)), Optional.empty());
    }

    private static Variabilities leftOut(String reason) {
        return new Variabilities(Optional.empty(), Optional.of("Left out: " + reason));
    }

    private static ReachVariability of(
            Scenario scenario, Judgement judgement, Recording recording, Function<TrialResult, ReachKinematics> hand) {
        Comparison comparison = judgement.comparison();
        var reaches = comparison.trials().stream().map(hand).toList();
        return ReachVariability.of(recording, reaches, comparison.bootstrap(), scenario.seed());
    }

    private static double spread(ReachVariability variability) {
        return variability.finding().value("end_sd").value();
    }
}
