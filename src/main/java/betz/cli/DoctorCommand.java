// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Check;
import betz.experiment.Checkup;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether a run will work here. */
@Command(
        name = "doctor",
        description = "Looks whether runs will work with this machine and installation, and what to do if not.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private ResultsOption results = new ResultsOption();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<Check> checks = new ArrayList<>(Checkup.of(results.path()).checks());
        checks.add(Check.ok("Terminal", Console.isTerminal() ? "yes" : "no (progress comes as plain lines)"));
        var checkup = new Checkup(checks);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(checkup.json());
        } else {
            lines(checkup).forEach(out::println);
        }
        return status(checkup).code();
    }

    /** Returns a line for each check, with what to do below it where something is to be done, and a verdict. */
    static List<String> lines(Checkup checkup) {
        List<String> lines = new ArrayList<>();
        for (Check check : checkup.checks()) {
            lines.add(String.format(Locale.ROOT, "%-9s%-18s%s", check.state().word(), check.name(), check.found()));
            if (!check.remedy().isEmpty()) {
                lines.add(" ".repeat(9) + "-> " + check.remedy());
            }
        }
        lines.add("");
        lines.add(checkup.problem()
                .map(problem -> "A run will not work here; the first problem: " + problem.name() + ".")
                .orElse("Runs will work here."));
        return lines;
    }

    static ExitStatus status(Checkup checkup) {
        Optional<Check> problem = checkup.problem();
        if (problem.isEmpty()) {
            return ExitStatus.OK;
        }
        return switch (problem.get().state()) {
            case FILE_PROBLEM -> ExitStatus.FILE_ERROR;
            case OWN_PROBLEM -> ExitStatus.OWN_BUG;
            default -> ExitStatus.BAD_INPUT;
        };
    }
}
