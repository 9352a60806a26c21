// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.OnsetRule;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReachTest {
    private static final OnsetRule SHARP = new OnsetRule(60, 2, 0.001, 0.0005, 0.001);

    /** 20 % too far and turned by 10 degrees: beyond by 1.2 cos - 1 and to the left by 1.2 sin of 10 cm, whatever the direction. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 6})
    void end_points_are_seen_along_and_to_the_left_of_the_way_asked_for(int octant) {
        double turn = Math.toRadians(10);
        var recording = MadeReach.recording(List.of(MadeReach.to(octant).missing(1.2, turn)));

        Reach reach = Reach.of(recording, 0, SHARP).orElseThrow();

        double tight = 1e-5; // what is left of the way at the offset
        assertThat(reach.along()).isCloseTo(0.1 * (1.2 * Math.cos(turn) - 1), within(tight));
        assertThat(reach.across()).isCloseTo(0.1 * 1.2 * Math.sin(turn), within(tight));
        assertThat(reach.missed()).isCloseTo(Math.hypot(reach.along(), reach.across()), within(1e-12));
        assertThat(reach.covered()).isCloseTo(0.12, within(2e-5));
    }

    @Test
    void minimum_jerk_explains_itself_and_not_half_a_movement_cut_at_its_peak() {
        Reach whole = Reach.of(MadeReach.recording(List.of(MadeReach.to(0))), 0, SHARP)
                .orElseThrow();
        // the rule cuts at half of the peak: the rest is too flat for minimum jerk of its duration
        var half = new OnsetRule(60, 2, 0.5, 0.5, 0.001);
        Reach cut =
                Reach.of(MadeReach.recording(List.of(MadeReach.to(0))), 0, half).orElseThrow();

        assertThat(whole.minimumJerkR2()).isGreaterThan(0.998);
        assertThat(cut.minimumJerkR2()).isLessThan(0);
        assertThat(cut.usual().minimumJerkCorrelation()).isGreaterThan(0.9); // which does not see the height
    }

    @Test
    void a_hand_that_rests_makes_no_reach() {
        var still = MadeReach.recording(List.of(MadeReach.to(0).missing(0, 0)));

        assertThat(Reach.of(still, 0, SHARP)).isEmpty();
    }
}
