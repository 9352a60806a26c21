// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.scenario.Words;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A word after a command that is none of those it takes, and what was probably meant. */
final class UnknownWord extends ParameterException {
    private static final long serialVersionUID = 1;
    private final @Nullable String meant;

    /** Tells the word, what it should be, such as "a list", and all that it could be. */
    UnknownWord(CommandLine command, String typed, String kind, Collection<String> known) {
        this(
                command,
                typed + " is not " + kind + ", expected " + String.join(", ", known),
                Words.nearest(typed, known));
    }

    /** Tells what is wrong with a word, and another that may be meant, or null. */
    UnknownWord(CommandLine command, String message, @Nullable String meant) {
        super(command, message);
        this.meant = meant;
    }

    /** Returns what was probably meant, or null. */
    @Nullable
    String meant() {
        return meant;
    }
}
