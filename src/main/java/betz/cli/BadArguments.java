// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.scenario.Words;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the words after {@code betz}, what was probably meant, and where to read on. */
final class BadArguments implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException bad, String[] args) {
        CommandLine command = bad.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(bad.getMessage() + ".");
        String meant = bad instanceof UnmatchedArgumentException unmatched ? meant(unmatched, command) : null;
        if (meant != null) {
            err.println("Did you mean " + meant + "?");
        }
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.BAD_INPUT.code();
    }

    private static @Nullable String meant(UnmatchedArgumentException unmatched, CommandLine command) {
        String typed = unmatched.getUnmatched().get(0);
        return Words.nearest(
                typed,
                typed.startsWith("-")
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }
}
