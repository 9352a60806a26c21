// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Drive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays muscle commands through a body. */
@Command(
        name = "drive",
        description = "Plays muscle commands through the body of a scenario and writes every state, as CSV.",
        footer = {"", "Columns and an example: betz help drive-a-body."},
        mixinStandardHelpOptions = true)
final class DriveCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "/dev/stdout"; // where no other word belongs

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "The scenario file; only its dt and effector count.")
    private Path scenario = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "COMMANDS.csv",
            description = "A table of excitations: trial, step or time, and a column per muscle, by its name or in the"
                    + " body's order.")
    private Path commands = Path.of("");

    @Option(
            names = "--initial",
            paramLabel = "INITIAL.csv",
            description = "A table of starts, a row per trial: trial, p0, p1 (rad or m), v0, v1 (rad/s or m/s)."
                    + " Default: at rest in the body's usual posture.")
    private @Nullable Path initial;

    @Option(
            names = "--out",
            paramLabel = "STATES.csv",
            description = "The file to write. Default: the standard output.")
    private @Nullable String out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        if (out != null) {
            var unused = Path.of(out); // throws before anything is read if it can name no file
        }
        var drive = Drive.read(scenario, commands, initial);
        var told = spec.commandLine().getOut();
        var console = new Console(spec.commandLine().getErr(), false);
        drive.warnings().forEach(console::note);
        if (out == null || out.equals(STANDARD_OUTPUT)) {
            print(drive, told);
        } else {
            int states = drive.write(out);
            String trials = drive.trials() == 1 ? "1 trial" : drive.trials() + " trials";
            told.println(states + " states of " + trials + " written to " + out + ".");
        }
        return ExitStatus.OK.code();
    }

    /** Writes to the standard output until all is written, or nobody takes it any more. */
    private static void print(Drive drive, PrintWriter told) throws IOException {
        try {
            var unused = drive.write(new StrictWriter(told));
        } catch (StrictWriter.Lost lost) {
            told.flush(); // why is told at the end of every command
        }
    }
}
