// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops a run from another thread, such as one that hears Ctrl-C.
 *
 * <p>The asking thread itself keeps the state of the training, so that it need not wait for an iteration to end. The run
 * stops with {@link BrokenOff} where it next looks.
 */
public final class Interruption {
    private boolean asked;
    private @Nullable Keeping keeping;

    /** Keeps the state of a training. */
    interface Keeping {
        /** Returns what was kept, in words. */
        String keep() throws IOException;
    }

    /** A part of a run that is done whole or not at all. */
    interface Part {
        void run() throws IOException;
    }

    /**
     * Asks the run to stop.
     *
     * @return what was kept just now, in words; nothing if no training was under way
     */
    public synchronized Optional<String> ask() throws IOException {
        asked = true;
        return keeping == null ? Optional.empty() : Optional.of(keeping.keep());
    }

    /** Sets who keeps the state if the run is asked to stop; null where there is none to keep. */
    synchronized void keepBy(@Nullable Keeping keeper) {
        keeping = keeper;
    }

    /** Throws {@link BrokenOff} if the run was asked to stop. */
    synchronized void check() {
        if (asked) {
            throw new BrokenOff();
        }
    }

    /** Does a part of the run, unless it was asked to stop; whoever asks meanwhile waits. */
    synchronized void whole(Part part) throws IOException {
        check();
        part.run();
    }
}
