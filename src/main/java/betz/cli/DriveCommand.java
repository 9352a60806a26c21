// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Drive;
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
        description = "Plays muscle commands through the body of a scenario and writes every state.",
        mixinStandardHelpOptions = true)
final class DriveCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SCENARIO", description = "The scenario file; its dt and effector count.")
    private Path scenario = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "COMMANDS.csv",
            description = "A table with the columns trial, step or time, and one per muscle.")
    private Path commands = Path.of("");

    @Option(
            names = "--initial",
            paramLabel = "INITIAL.csv",
            description = "A table of starts: trial, p0, p1, v0, v1. Default: at rest in the usual posture.")
    private @Nullable Path initial;

    @Option(
            names = "--out",
            paramLabel = "STATES.csv",
            description = "The file to write. Default: the standard output.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        var drive = Drive.read(scenario, commands, initial);
        var told = spec.commandLine().getOut();
        if (out == null) {
            drive.write(told);
        } else {
            int states = drive.write(out);
            String trials = drive.trials() == 1 ? "1 trial" : drive.trials() + " trials";
            told.println(states + " states of " + trials + " written to " + out + ".");
        }
        return ExitStatus.OK.code();
    }
}
