// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.effector.Arm26;
import betz.effector.Playback;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StateCsvTest {
    private static final double DT = 0.01;

    /** Shorter and longer than what is written at once, and as long. */
    private static final int[] STEPS = {1, StateBlock.ROWS - 3, 2 * StateBlock.ROWS + 5, 0, 7};

    private static List<CommandTrial> trials() {
        List<CommandTrial> trials = new ArrayList<>();
        for (int i = 0; i < STEPS.length; i++) {
            double[][] excitation = new double[STEPS[i]][6];
            for (int step = 0; step < excitation.length; step++) {
                Arrays.setAll(excitation[step], m -> 0.2);
                excitation[step][step % 6] = 0.1 * (i + 1);
            }
            trials.add(new CommandTrial(10 + i, new double[] {0.8, 1.5}, new double[2], excitation));
        }
        return trials;
    }

    @Test
    void every_state_of_every_trial_is_written_once_and_in_order() throws IOException {
        var out = new StringWriter();

        int states = StateCsv.write(out, Arm26.DEFAULT, DT, trials());

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith("trial,step,time,q0,q1,");
        assertThat(states)
                .isEqualTo(lines.size() - 1)
                .isEqualTo(Arrays.stream(STEPS).sum() + STEPS.length);
        int line = 1;
        var body = new Playback(Arm26.DEFAULT, DT);
        double[] row = new double[Playback.columns(Arm26.DEFAULT).size()];
        for (CommandTrial trial : trials()) {
            body.reset(trial.joint(), trial.velocity());
            for (int step = 0; step <= trial.excitation().length; step++) {
                if (step > 0) {
                    body.step(trial.excitation()[step - 1]);
                }
                body.show(row);
                double[] read = Arrays.stream(lines.get(line++).split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                assertThat(Arrays.copyOf(read, 3)).containsExactly(trial.trial(), step, step * DT);
                assertThat(Arrays.copyOfRange(read, 3, read.length)).isEqualTo(row);
            }
        }
    }

    @Test
    void without_trials_there_is_a_header_alone() throws IOException {
        var out = new StringWriter();

        assertThat(StateCsv.write(out, Arm26.DEFAULT, DT, List.of())).isZero();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void a_disk_that_is_full_is_told() {
        var full = new IOException("full");
        Writer out = new Writer() {
            @Override
            public void write(char[] text, int offset, int length) throws IOException {
                throw full;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThatThrownBy(() -> StateCsv.write(out, Arm26.DEFAULT, DT, trials()))
                .isSameAs(full);
    }
}
