// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.io.CommandTable;
import betz.io.CommandTrial;
import betz.io.StateCsv;
import betz.scenario.Scenario;
import betz.scenario.ScenarioFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Muscle commands that are played through the body of a scenario, without any controller. */
public final class Drive {
    private final Scenario scenario;
    private final List<CommandTrial> trials;
    private final List<Path> inputs;

    private Drive(Scenario scenario, List<CommandTrial> trials, List<Path> inputs) {
        this.scenario = scenario;
        this.trials = trials;
        this.inputs = inputs;
    }

    /**
     * Reads a scenario, of which the body and the step count, the commands, and how trials begin, if a file says so.
     *
     * @throws betz.scenario.BadScenario with all problems of the scenario
     * @throws betz.io.BadTable with all problems of the tables
     */
    public static Drive read(Path scenario, Path commands, @Nullable Path initial) throws IOException {
        Scenario read = ScenarioFile.readBody(scenario).value();
        List<Path> inputs = new ArrayList<>(List.of(scenario, commands));
        if (initial != null) {
            inputs.add(initial);
        }
        return new Drive(read, CommandTable.read(commands, initial, read.effector(), read.dt()), inputs);
    }

    /** Returns the number of trials. */
    public int trials() {
        return trials.size();
    }

    /** Returns what is allowed but doubtful, in sentences. */
    public List<String> warnings() {
        return scenario.effector().checkStep(scenario.dt()).stream().toList();
    }

    /** Writes every state; returns how many there are. */
    public int write(Writer out) throws IOException {
        return StateCsv.write(out, scenario.effector(), scenario.dt(), trials);
    }

    /**
     * Writes every state to a file, which is there whole or not at all, or to a device; returns how many there are.
     *
     * @param file as the user typed it
     * @throws betz.common.BadSetting if no file can be written by that name, or it is one of those that are read
     */
    public int write(String file) throws IOException {
        int[] states = new int[1];
        new OutputFile(file, inputs).write(out -> states[0] = write(out));
        return states[0];
    }
}
