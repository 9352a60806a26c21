// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.scenario.Words;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with the words after {@code betz}, what was probably meant, and where to read on. */
final class BadArguments implements IParameterExceptionHandler {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern AFTER_FIRST_CLAUSE = Pattern.compile("(;|\\. |\\.$).*");

    @Override
    public int handleParseException(ParameterException bad, String[] args) {
        PrintWriter err = bad.getCommandLine().getErr();
        InvalidPathException unnameable = unnameable(bad);
        if (unnameable != null) {
            err.println(Printable.of(Failures.message(unnameable)));
            return ExitStatus.BAD_INPUT.code();
        }
        ParameterException told = unknownWord(bad);
        err.println(Printable.of(message(told)) + ".");
        if (told instanceof UnknownWord word && word.meant() != null) {
            err.println("Did you mean " + Printable.of(word.meant()) + "?");
        }
        err.println("See: " + bad.getCommandLine().getCommandSpec().qualifiedName() + " --help");
        return ExitStatus.BAD_INPUT.code();
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

    private static @Nullable String typed(ParameterException bad) {
        return bad instanceof UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().get(0)
                : null;
    }

    /** Returns a mistake in our words: the library speaks of parameters, positions and types. */
    private static String message(ParameterException bad) {
        if (bad instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0), String.valueOf(bad.getMessage()));
        }
        if (bad instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given twice, expected once";
        }
        ArgSpec of = bad.getArgSpec();
        if (of != null && bad.getValue() != null && (of.isOption() || of.type().isEnum())) {
            return name(of) + " is " + bad.getValue() + ", expected " + expected(of, bad.getValue());
        }
        return String.valueOf(bad.getMessage()).replaceFirst("\\.$", "");
    }

    private static String expected(ArgSpec of, String typed) {
        if (of.type().isEnum()) {
            var words = new ArrayList<String>();
            of.completionCandidates().forEach(words::add);
            return Words.or(words);
        }
        if (of.type() == boolean.class) {
            return "nothing behind it";
        }
        return of.type() == double.class ? "a number" : wholeNumber(typed);
    }

    private static String wholeNumber(String typed) {
        return "a whole number" + (WHOLE.matcher(typed).matches() ? " up to " + Integer.MAX_VALUE : "");
    }

    private static String missing(ArgSpec word, String message) {
        if (word.isOption() && message.contains("for option")) {
            return name(word) + " stands alone, expected " + name(word) + " " + word.paramLabel();
        }
        String about =
                AFTER_FIRST_CLAUSE.matcher(String.join(" ", word.description())).replaceFirst("");
        String label = word.isOption() ? name(word) + " " + word.paramLabel() : word.paramLabel();
        return label + " is missing, expected " + about.substring(0, 1).toLowerCase(Locale.ROOT) + about.substring(1);
    }

    private static String name(ArgSpec option) {
        return option instanceof OptionSpec named ? named.longestName() : option.paramLabel();
    }
}
