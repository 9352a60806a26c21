// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

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
    @CommandLine.Spec
    private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

    /** Runs one command and exits with its status. */
    public static void main(String[] args) {
        System.setOut(new StandardOutput());
        System.exit(execute(args));
    }

    /** Runs one command and returns its exit status. */
    static int execute(String... args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine command = commands()
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

    /** Returns all commands; each tells the same version. */
    private static CommandLine commands() {
        var betz = new CommandLine(new Main());
        betz.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().versionProvider(new VersionText()));
        return betz;
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
