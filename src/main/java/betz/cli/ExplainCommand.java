// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Results;
import betz.scenario.ExampleFile;
import betz.scenario.Setting;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells every setting of a scenario. */
@Command(
        name = "explain",
        description = "Prints every setting with its value, where it comes from, what it does and its source.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private ScenarioArguments scenario = new ScenarioArguments();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Setting setting : settings()) {
            out.println(setting.path() + " = " + setting.value() + "   (" + setting.origin() + ")");
            String source = setting.source().isEmpty() ? "" : " [" + setting.source() + "]";
            out.println("    " + setting.about() + source);
        }
        return ExitStatus.OK.code();
    }

    private List<Setting> settings() {
        return scenario.isExample()
                ? ExampleFile.read(scenario.file(), scenario.overrides()).settings()
                : scenario.read(Results.DEFAULT).bound().settings();
    }
}
