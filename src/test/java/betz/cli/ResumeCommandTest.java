// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResumeCommandTest {
    @Test
    void the_command_is_the_one_that_began_with_resume_behind_it() {
        assertThat(new ResumeCommand(List.of("run", "my reach.yaml", "network.units=64", "dt=5 ms", "--seed", "2"))
                        .text())
                .isEqualTo("go on with\n  betz run 'my reach.yaml' network.units=64 'dt=5 ms' --seed 2 --resume");
    }

    @Test
    void a_command_that_resumed_already_stays_as_it_is() {
        assertThat(new ResumeCommand(List.of("run", "--resume", "a.yaml")).text())
                .isEqualTo("go on with\n  betz run --resume a.yaml");
    }
}
