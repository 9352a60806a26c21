// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code betz}. */
@Command(
        name = "betz",
        description = "Simulates a motor cortex that reaches, and trains networks to reach like it.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footer = {"", "To begin: betz new NAME. Pages and settings: betz help TOPIC."},
        subcommands = {
            NewCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            SchemaCommand.class,
            ImportCommand.class,
            AnalyzeCommand.class,
            ScoreCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            RolloutCommand.class,
            DriveCommand.class,
            VerifyCommand.class,
            ListCommand.class,
            DoctorCommand.class,
            BenchCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {
    /** Commands that tell of all others. */
    private static final Set<Class<?>> TELLING = Set.of(Main.class, HelpCommand.class, CompletionCommand.class);

    @CommandLine.Spec
    private @Nullable CommandSpec spec;

    /** Runs one command and exits with its status. */
    public static void main(String[] args) {
        System.setOut(new StandardOutput());
        System.exit(execute(args));
    }

    /** Runs one command and returns its exit status. */
    static int execute(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine command = commands(args)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new BadArguments())
                .setExecutionExceptionHandler((failure, of, parsed) -> told(failure, err));
        try {
            return written(command.execute(args), out, err);
        } catch (OutOfMemoryError full) {
            err.println(TooLarge.message(Runtime.getRuntime().maxMemory()));
            return ExitStatus.BAD_INPUT.code();
        }
    }

    /** Returns the status of a command, or of a failure to write what it told; a reader that goes away is none. */
    private static int written(int status, PrintWriter out, PrintWriter err) {
        if (!out.checkError() || StandardOutput.hasGone()) {
            return status;
        }
        err.println("The standard output could not be written" + StandardOutput.reason() + ".");
        return status == ExitStatus.OK.code() ? ExitStatus.FILE_ERROR.code() : status;
    }

    /** Returns the command that is named first, since to set up the others takes time; all of them if none is, or it tells of them. */
    private static CommandLine commands(String... args) {
        Class<?> named = args.length == 0 ? Main.class : named(args[0]);
        CommandLine betz = TELLING.contains(named) ? new CommandLine(new Main()) : alone(args[0], named);
        betz.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new VersionText()));
        return betz;
    }

    /** Returns the command of a name, or this one. */
    private static Class<?> named(String name) {
        return Stream.of(described(Main.class).subcommands())
                .filter(command -> described(command).name().equals(name))
                .findFirst()
                .orElse(Main.class);
    }

    private static Command described(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Command.class));
    }

    private static CommandLine alone(String name, Class<?> command) {
        var spec = CommandSpec.wrapWithoutInspection(new Main())
                .name(described(Main.class).name());
        return new CommandLine(spec.addSubcommand(name, new CommandLine(command)));
    }

    private static int told(Exception failure, PrintWriter err) {
        err.println(Printable.of(Failures.message(failure)));
        if (System.getenv("BETZ_TRACE") != null) {
            failure.printStackTrace(err);
        }
        return Failures.status(failure).code();
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
