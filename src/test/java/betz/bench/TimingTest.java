// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimingTest {
    /** Five rounds at the least to warm up, and five to measure; no time at all is asked for. */
    @Test
    void pieces_of_work_take_turns_from_the_first_warm_up_on() {
        var done = new StringBuilder();

        List<Timing> timings = Timing.each(0, List.of(() -> done.append('a'), () -> done.append('b')));

        assertThat(done).hasToString("ab".repeat(10));
        assertThat(timings).extracting(Timing::iterations).containsExactly(5, 5);
    }

    @Test
    void figures_are_told_from_the_fastest_to_the_slowest() {
        assertThat(new Timing(1, 2, 3, 5).milliseconds().toString()).isEqualTo("{min=1.0, median=2.0, max=3.0}");
    }
}
