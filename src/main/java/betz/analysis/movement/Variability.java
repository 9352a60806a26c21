// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Analysis;
import betz.analysis.Bootstrap;
import betz.analysis.Finding;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Curve;
import betz.analysis.ReachKinematics;
import betz.analysis.ReachVariability;
import betz.analysis.ReachVariability.ConditionSpread;
import betz.analysis.Subject;
import betz.common.About;
import betz.common.Require;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far reaches of the same kind scatter from trial to trial: their end points, and their paths where they are fastest.
 *
 * @param onset when a movement begins and ends
 */
@About(
        value = "How far end points and paths of reaches scatter from trial to trial.",
        source = "Gordon et al. (1994), doi:10.1007/BF00241415")
public record Variability(
        @About("When a movement begins and ends.") OnsetRule onset) implements Analysis {
    /** The usual rule of onsets. */
    public static final Variability DEFAULT = new Variability(OnsetRule.DEFAULT);

    private static final double MILLIMETRES = 1000;

    /** Points of an ellipse: every 5 degrees. */
    private static final int POINTS = 73;

    @Override
    public Finding of(Subject subject) {
        Recording recording = subject.recording();
        Require.that(
                recording.find("hand.position").isPresent(), "signals", "without hand.position", "the place of a hand");
        Require.that(
                ReachVariability.canBeMeasured(recording),
                "trials of a condition",
                "fewer than " + ReachVariability.LEAST_TRIALS,
                ReachVariability.LEAST_TRIALS + " or more of every condition");
        List<ReachKinematics> reaches = IntStream.range(0, recording.trials().size())
                .mapToObj(trial -> ReachKinematics.of(recording, trial, onset))
                .toList();
        var found = ReachVariability.of(recording, reaches, Bootstrap.DEFAULT, subject.seed());
        return new Finding(
                "variability",
                found.finding().measures(),
                List.of(),
                List.of(plot(found.conditions())),
                found.finding().conventions());
    }

    private static Plot plot(List<ConditionSpread> conditions) {
        List<Curve> curves = new ArrayList<>();
        for (ConditionSpread spread : conditions) {
            curves.add(Curve.of(spread.condition().label(), ellipse(spread, 0), ellipse(spread, 1)));
        }
        return new Plot(
                "variability-ends",
                "End points from trial to trial",
                "Ellipses that hold 95 % of a normal distribution with the covariance of each condition's end points, relative to"
                        + " the target.",
                Plot.Form.PATHS,
                new Plot.Axis("Right", "mm"),
                new Plot.Axis("Forward", "mm"),
                curves);
    }

    private static double[] ellipse(ConditionSpread spread, int axis) {
        return IntStream.range(0, POINTS)
                .mapToDouble(i -> spread.end().ellipse(2 * Math.PI * i / (POINTS - 1))[axis] * MILLIMETRES)
                .toArray();
    }
}
