// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.List;

/**
 * A muscle that runs straight from point to point.
 *
 * @param name of the muscle
 * @param maximumForce isometric, N
 * @param tendon slack length of the tendon, m
 * @param fibre optimal length of the fibres, m
 * @param points from end to end
 */
@About("A muscle that runs straight from point to point.")
public record ViaPointMuscle(
        @About("Name of the muscle.") String name,

        @Unit("N") @About("Isometric force at the optimal length.")
        double maximumForce,

        @Unit("m") @About("Slack length of the tendon.") double tendon,

        @Unit("m") @About("Optimal length of the fibres.") double fibre,

        @About("Points from end to end, on two bodies at least.")
        List<ViaPoint> points) {
    private static final int MOST_POINTS = 100;

    public ViaPointMuscle {
        Require.that(!name.isBlank(), "name", "blank", "a name");
        Require.positive("maximumForce", maximumForce, "N");
        Require.notNegative("tendon", tendon, "m");
        Require.positive("fibre", fibre, "m");
        points = List.copyOf(points);
        Require.items("points", points.size(), "point", 2, MOST_POINTS);
        boolean spans = points.stream().map(ViaPoint::on).distinct().count() > 1;
        Require.that(spans, "points", "all on one body", "points on two bodies at least, or the muscle moves nothing");
    }
}
