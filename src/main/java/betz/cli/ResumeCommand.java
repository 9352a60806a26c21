// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The command that goes on with a run that was not finished.
 *
 * @param words of the command that began it, after the program's name
 */
record ResumeCommand(List<String> words) {
    private static final String RESUME = "--resume";

    ResumeCommand {
        words = List.copyOf(words);
    }

    /** Returns what to do, and the command on a line of its own. */
    String text() {
        List<String> all = new ArrayList<>(words);
        if (!all.contains(RESUME)) {
            all.add(RESUME);
        }
        return "go on with\n  " + Shell.command(all.toArray(String[]::new));
    }
}
