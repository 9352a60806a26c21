// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.BadSetting;
import betz.common.Range;
import betz.common.Require;
import betz.data.Curve;
import betz.data.Turn;
import betz.data.Workspace;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How often and how fast a closed curve is gone round.
 *
 * @param period of one round, drawn evenly, s
 * @param rounds number of rounds
 * @param ramp from rest to the full rate and back, s
 */
record Rounds(Range period, double rounds, double ramp) {
    /** The longest that one round may take, s. */
    private static final double SLOWEST = 20;

    /** Faster than any hand goes round, s. */
    private static final double FASTEST = 0.1;

    /** Places of a curve that must be within reach: every 5 mm of a curve of 64 cm. */
    private static final int PLACES = 128;

    Rounds {
        Require.within("period", period.low(), FASTEST, SLOWEST, "s");
        Require.within("period", period.high(), FASTEST, SLOWEST, "s");
        Require.within("ramp", ramp, 0, period.low() * rounds, "s");
    }

    /** Returns how long the longest takes: half a ramp more at either end. */
    double longest() {
        return rounds * period.high() + ramp;
    }

    /** Returns the angle that such rounds go through when one takes {@code one} seconds. */
    Turn turn(int sign, double one) {
        return new Turn(sign * 2 * Math.PI * rounds, rounds * one + ramp, ramp);
    }

    /** Returns a setting as what is wrong with it, if a body cannot reach a whole curve. */
    static List<BadSetting> misfits(Workspace body, Curve curve, String setting, double length) {
        boolean reaches = IntStream.range(0, PLACES)
                .mapToObj(i -> curve.place(2 * Math.PI * i / PLACES))
                .allMatch(body::reaches);
        return reaches
                ? List.of()
                : List.of(new BadSetting(
                        setting,
                        TargetCircle.centimetres(length),
                        "a path around " + TargetCircle.place(body.home()) + " that the hand can reach: "
                                + body.workspace()));
    }
}
