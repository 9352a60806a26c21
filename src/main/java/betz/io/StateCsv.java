// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.effector.Effector;
import betz.effector.Playback;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Plays commands through a body and writes every state as CSV: {@code trial,step,time} and the columns of {@link Playback}.
 *
 * <p>Step 0 is the state before the first command, step k the one that the k-th leads to. Numbers have 17 significant digits.
 */
public final class StateCsv {
    /** Text that is gathered before it is written, characters. */
    private static final int GATHERED = 1 << 16;

    private StateCsv() {}

    /**
     * Writes all trials.
     *
     * @param dt s
     * @return the number of states
     */
    public static int write(Writer out, Effector effector, double dt, List<CommandTrial> trials) throws IOException {
        List<String> columns = Playback.columns(effector);
        var text = new StringBuilder("trial,step,time," + String.join(",", columns) + "\n");
        var body = new Playback(effector, dt);
        double[] row = new double[columns.size()];
        int states = 0;
        for (CommandTrial trial : trials) {
            body.reset(trial.joint(), trial.velocity());
            for (int step = 0; step <= trial.excitation().length; step++) {
                if (step > 0) {
                    body.step(trial.excitation()[step - 1]);
                }
                body.show(row);
                line(text, trial.trial(), step, step * dt, row);
                if (text.length() > GATHERED) {
                    out.append(text);
                    text.setLength(0);
                }
                states++;
            }
        }
        out.append(text);
        out.flush();
        return states;
    }

    private static void line(StringBuilder text, long trial, int step, double time, double[] row) {
        text.append(trial).append(',').append(step).append(',');
        Digits.append(text, time);
        for (double value : row) {
            text.append(',');
            Digits.append(text, value);
        }
        text.append('\n');
    }
}
