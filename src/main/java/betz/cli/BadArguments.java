// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the words after {@code betz}, what was probably meant, and where to read on. */
final class BadArguments implements IParameterExceptionHandler {
    private static final Pattern LAST_STOP = Pattern.compile("\\.$");

    @Override
    public int handleParseException(ParameterException bad, String[] args) {
        PrintWriter err = bad.getCommandLine().getErr();
        InvalidPathException unnameable = unnameable(bad);
        if (unnameable != null) {
            err.println(Failures.message(unnameable));
            return ExitStatus.BAD_INPUT.code();
        }
        ParameterException told = unknownWord(bad);
        CommandLine command = bad.getCommandLine();
        err.println(plain(String.valueOf(told.getMessage())) + ".");
        if (told instanceof UnknownWord word && word.meant() != null) {
            err.println("Did you mean " + word.meant() + "?");
        }
        err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.BAD_INPUT.code();
    }

    /** Returns a word that is no command or no option as such, with all that it could be; any other mistake as it is. */
    private static ParameterException unknownWord(ParameterException bad) {
        CommandLine command = bad.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String typed = typed(bad);
        if (typed == null) {
            return bad;
        }
        if (typed.startsWith("-")) {
            var options = command.getCommandSpec().optionsMap().keySet();
            return new UnknownWord(command, typed, "an option of " + name, options);
        }
        return command.getSubcommands().isEmpty()
                ? new ParameterException(command, "'" + typed + "' is one word too many for " + name)
                : new UnknownWord(
                        command, typed, "a command", command.getSubcommands().keySet());
    }

    /** Returns what is wrong with a word that should be a file's name, or null. */
    private static @Nullable InvalidPathException unnameable(ParameterException bad) {
        ArgSpec of = bad.getArgSpec();
        if (of == null
                || bad.getValue() == null
                || !Arrays.asList(of.auxiliaryTypes()).contains(Path.class)) {
            return null;
        }
        try {
            var unused = Path.of(bad.getValue());
            return null;
        } catch (InvalidPathException name) {
            return name;
        }
    }

    private static @Nullable String typed(ParameterException bad) {
        return bad instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().get(0)
                : null;
    }

    /** Returns a message without the words of programmers. */
    private static String plain(String message) {
        return LAST_STOP
                .matcher(message)
                .replaceFirst("")
                .replace("is not an int", "is not a whole number")
                .replace("is not a boolean", "is neither true nor false");
    }
}
