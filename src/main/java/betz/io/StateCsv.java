// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Workers;
import betz.effector.Effector;
import betz.effector.Playback;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Plays commands through a body and writes every state as CSV: {@code trial,step,time} and the columns of {@link Playback}.
 *
 * <p>Step 0 is the state before the first command, step k the one that the k-th leads to. Numbers have 17 significant digits.
 * While some states become text, the next are played.
 */
public final class StateCsv {
    private StateCsv() {}

    /**
     * Writes all trials.
     *
     * @param dt s
     * @return the number of states
     */
    public static int write(Writer out, Effector effector, double dt, List<CommandTrial> trials) throws IOException {
        List<String> columns = PlayedStates.columns(effector);
        out.write(String.join(",", columns) + "\n");
        var states = new PlayedStates(effector, dt, trials);
        var ready = new StateBlock(columns.size());
        var next = new StateBlock(columns.size());
        int written = 0;
        ready.fill(states);
        try (var workers = new Workers(2)) {
            while (ready.size() > 0) {
                var composed = ready;
                var played = next;
                workers.each(2, piece -> {
                    if (piece == 0) {
                        played.fill(states);
                    } else {
                        composed.compose();
                    }
                });
                composed.write(out);
                written += composed.size();
                ready = played;
                next = composed;
            }
        }
        out.flush();
        return written;
    }
}
