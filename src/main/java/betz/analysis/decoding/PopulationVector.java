// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.CosineTuning;
import betz.common.Require;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.List;

/**
 * The population vector: every tuned unit votes for its preferred direction by how far its rate is from its baseline, {@code P =
 * Σ (r − b₀)/g · (cos PD, sin PD)}, with baseline, gain g and preferred direction PD of its {@link CosineTuning}.
 *
 * @see <a href="https://doi.org/10.1126/science.3749885">Georgopoulos, Schwartz &amp; Kettner (1986)</a>
 */
public final class PopulationVector {
    private final List<Vote> votes;

    private record Vote(int unit, CosineTuning tuning) {
        double strength(double[] rates) {
            return (rates[unit] - tuning.baseline()) / tuning.gain();
        }
    }

    private PopulationVector(List<Vote> votes) {
        this.votes = votes;
    }

    /**
     * Fits the units' tuning.
     *
     * @param rates [trial][unit]. Not modified.
     * @param directions [trial], rad
     * @param tunedBelow chance in the F-test of a unit's tuning below which it has a vote; 1 gives it to all that vary
     * @throws betz.common.BadSetting if no unit is tuned
     */
    public static PopulationVector fit(double[][] rates, double[] directions, double tunedBelow) {
        List<Vote> votes = new ArrayList<>();
        for (int unit = 0; unit < rates[0].length; unit++) {
            var tuning = CosineTuning.fit(directions, Matrices.column(rates, unit));
            if (tuning.gain() > 0 && tuning.r2() > 0 && !(tuning.p() > tunedBelow)) {
                votes.add(new Vote(unit, tuning));
            }
        }
        Require.that(
                !votes.isEmpty(),
                "tuned units",
                "0 of " + rates[0].length + " at p below " + tunedBelow,
                "1 or more, whose preferred directions make the population vector");
        return new PopulationVector(votes);
    }

    /** Returns the number of units that vote. */
    public int units() {
        return votes.size();
    }

    /** Returns the vector's direction for the rates of a trial, [unit], rad. */
    public double direction(double[] rates) {
        double x = 0;
        double y = 0;
        for (Vote vote : votes) {
            double strength = vote.strength(rates);
            x += strength * StrictMath.cos(vote.tuning().preferredDirection());
            y += strength * StrictMath.sin(vote.tuning().preferredDirection());
        }
        return StrictMath.atan2(y, x);
    }
}
