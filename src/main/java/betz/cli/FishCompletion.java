// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes the completion of commands, options and words for the shell fish, from the commands themselves. */
final class FishCompletion {
    private static final Set<Class<?>> FILES = Set.of(Path.class, File.class);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z)}])[.;] .*|\\.$");

    private final StringBuilder script = new StringBuilder();

    private FishCompletion() {}

    static String of(CommandLine betz) {
        var fish = new FishCompletion();
        fish.script.append("# Completes the commands of betz in fish; made by: betz completion fish\n");
        fish.line("-f");
        Map<String, CommandLine> commands = betz.getSubcommands();
        fish.options(betz, "__fish_use_subcommand");
        commands.forEach((name, command) -> fish.line("-n __fish_use_subcommand -a " + name
                + described(command.getCommandSpec().usageMessage().description())));
        commands.forEach((name, command) -> fish.command(command, "'__fish_seen_subcommand_from " + name + "'"));
        return fish.script.toString();
    }

    private void line(String words) {
        script.append("complete -c betz ").append(words).append('\n');
    }

    private void command(CommandLine command, String condition) {
        options(command, condition);
        command.getCommandSpec().positionalParameters().stream()
                .map(FishCompletion::words)
                .filter(words -> !words.isEmpty())
                .forEach(words -> line("-n " + condition + words));
    }

    private void options(CommandLine command, String condition) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            var names = new StringBuilder();
            for (String name : option.names()) {
                names.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            boolean takesValue = option.arity().max() > 0;
            String value = !takesValue ? "" : FILES.contains(option.type()) ? " -r -F" : " -x" + words(option);
            line("-n " + condition + names + value + described(option.description()));
        }
    }

    /** Returns what may stand in a place: files, one of a list of words, or nothing that is known. */
    private static String words(ArgSpec place) {
        Class<?> type = place.auxiliaryTypes().length > 0 ? place.auxiliaryTypes()[0] : place.type();
        if (FILES.contains(type) || place.paramLabel().equals("RUN")) {
            return " -F";
        }
        return place.completionCandidates() == null
                ? ""
                : " -a " + quoted(String.join(" ", place.completionCandidates()));
    }

    /** Returns the first sentence of a description. */
    private static String described(String[] description) {
        String whole = String.join(" ", description);
        return whole.isEmpty()
                ? ""
                : " -d " + quoted(SENTENCE_END.matcher(whole).replaceFirst(""));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
