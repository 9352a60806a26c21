// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How long explicit steps of fibres on compliant tendons may be, as MotorNet's order of update takes them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplicitFibreTest {
    private static final double HELD = 0.02; // s, of an excitation
    private static final int HOLDS = 25;
    private static final int SEEDS = 12;
    private static final Arm26 ARM = Arm26.DEFAULT
            .withMuscle(CompliantTendonHill.DEFAULT)
            .with(Integrator.EULER, Convention.MOTORNET)
            .withLoads(0.5, List.of(0.0, 0.0), List.of(0.0, 0.0));

    /** Returns the largest difference of a joint angle from that of steps of 0.1 ms, degrees, over all seeds. */
    private static double error(double dt) {
        double worst = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            double[][] expected = angles(1e-4, seed);
            double[][] actual = angles(dt, seed);
            for (int hold = 0; hold < HOLDS; hold++) {
                for (int joint = 0; joint < 2; joint++) {
                    worst = Math.max(worst, Math.abs(actual[hold][joint] - expected[hold][joint]));
                }
            }
        }
        return Math.toDegrees(worst);
    }

    private static double[][] angles(double dt, int seed) {
        var random = RandomStream.of(seed, "explicit");
        var body = new Playback(ARM, dt);
        body.reset(ARM.startJoint(), new double[2]);
        double[] row = new double[Playback.columns(ARM).size()];
        double[][] angles = new double[HOLDS][];
        for (int hold = 0; hold < HOLDS; hold++) {
            double[] excitation = random.doubles(ARM.muscles()).toArray();
            for (int step = 0; step < Math.round(HELD / dt); step++) {
                body.step(excitation);
            }
            body.show(row);
            angles[hold] = new double[] {row[0], row[1]};
        }
        return angles;
    }

    @Test
    void steps_up_to_the_longest_follow_those_of_a_tenth_of_a_millisecond_and_twice_as_long_ones_do_not() {
        double longest = CompliantTendonHill.LONGEST_EXPLICIT;

        assertThat(error(longest)).isLessThan(0.6); // of the first order: 0.4 degrees were found
        assertThat(error(2 * longest)).isGreaterThan(10);
        assertThat(error(4 * longest)).isGreaterThan(10);
    }

    @Test
    void longer_steps_are_warned_of_with_enough_mini_steps_and_only_where_fibres_are_explicit() {
        assertThat(ARM.checkStep(0.0005)).isEmpty();
        assertThat(ARM.checkStep(0.002))
                .hasValue("dt is 2 ms; above 0.5 ms fibres on compliant tendons jump in convention motornet, and what"
                        + " follows means nothing: take 4 mini-steps or more");
        assertThat(ARM.withMiniSteps(3).checkStep(0.01).orElse(""))
                .startsWith("dt is 10 ms in 3 mini-steps; above 0.5 ms")
                .endsWith("take 20 mini-steps or more");
        assertThat(ARM.withMiniSteps(20).checkStep(0.01)).isEmpty();
        assertThat(ARM.with(Integrator.EULER, Convention.BETZ).checkStep(0.01)).isEmpty();
        assertThat(ARM.withMuscle(RigidTendonHill.DEFAULT).checkStep(0.01)).isEmpty();
    }
}
