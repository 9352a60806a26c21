// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.scenario.Words;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how to use a command, what a setting does, or a page of the documentation. */
@Command(
        name = "help",
        description = "Tells how to use a command, what a setting does, or a page of the documentation.",
        mixinStandardHelpOptions = true,
        helpCommand = true)
final class HelpCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC",
            completionCandidates = TopicNames.class,
            description = "A command, a setting such as training.batch, or a page such as resume-a-run. Without it, all"
                    + " commands and pages are listed.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Commands, pages, lists and settings, for the shell to complete. */
    static final class TopicNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            Set<String> names = new TreeSet<>(new Topics().plainNames());
            names.addAll(new CommandLine(new Main()).getSubcommands().keySet());
            return names.iterator();
        }
    }

    @Override
    public Integer call() {
        CommandLine betz = spec.parent().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        String topic = String.join("-", words);
        CommandLine command = betz.getSubcommands().get(topic);
        if (command != null) {
            command.usage(out);
            return ExitStatus.OK.code();
        }
        var topics = new Topics();
        if (topic.isEmpty()) {
            betz.usage(out);
            out.println("\nTopics of betz help:");
            topics.index().forEach(out::println);
            out.println("\nEvery setting is a topic too: betz help training.batch");
            return ExitStatus.OK.code();
        }
        List<String> lines = topics.lines(topic);
        if (lines.isEmpty()) {
            throw unknown(betz, topics, topic);
        }
        lines.forEach(out::println);
        return ExitStatus.OK.code();
    }

    private UnknownWord unknown(CommandLine betz, Topics topics, String topic) {
        List<String> known = new ArrayList<>(betz.getSubcommands().keySet());
        known.addAll(topics.names());
        String message =
                topic + " is neither a command, a topic nor a setting, expected one of those that betz help lists";
        return new UnknownWord(spec.commandLine(), message, Words.nearest(topic, known));
    }
}
