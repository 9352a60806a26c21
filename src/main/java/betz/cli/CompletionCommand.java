// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script with which a shell completes commands. */
@Command(
        name = "completion",
        description = "Prints a script with which a shell completes commands, options and kinds.",
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "${COMPLETION-CANDIDATES}. How to install: betz help complete-commands.")
    private String shell = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The shells, for a shell to complete. */
    static final class Shells implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return SHELLS.iterator();
        }
    }

    @Override
    public Integer call() {
        if (!SHELLS.contains(shell)) {
            throw new UnknownWord(spec.commandLine(), shell, "a shell that is known here", SHELLS);
        }
        CommandLine betz = spec.parent().commandLine();
        String script = shell.equals("fish") ? FishCompletion.of(betz) : bash(betz);
        spec.commandLine().getOut().print(script);
        spec.commandLine().getOut().flush();
        return ExitStatus.OK.code();
    }

    /** The library numbers its variables in the digits of the default language, which no shell reads where they are Arabic. */
    private static String bash(CommandLine betz) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            return AutoComplete.bash("betz", betz);
        } finally {
            Locale.setDefault(before);
        }
    }
}
