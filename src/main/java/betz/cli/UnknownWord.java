// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A word after a command that is none of those it knows. */
final class UnknownWord extends ParameterException {
    private static final long serialVersionUID = 1;
    private final transient String typed;
    private final transient List<String> known;

    /** Tells the word, what it should be, such as "a list", and all that it could be. */
    UnknownWord(CommandLine command, String typed, String kind, Collection<String> known) {
        super(command, typed + " is not " + kind + ", expected " + String.join(", ", known));
        this.typed = typed;
        this.known = List.copyOf(known);
    }

    String typed() {
        return typed;
    }

    List<String> known() {
        return known;
    }
}
