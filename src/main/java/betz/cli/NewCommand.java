// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.common.BadSetting;
import betz.scenario.FileHead;
import betz.scenario.Templates;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a scenario to start from. */
@Command(
        name = "new",
        description = "Writes a commented scenario to start from; never overwrites a file.",
        mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
    private static final String ENDING = ".yaml";
    private static final Path USUAL_FOLDER = Path.of("scenarios");
    private static final Pattern OTHER_ENDING = Pattern.compile("(?i)\\.(ya?ml|json|txt)$");
    private static final Pattern PATH = Pattern.compile("[/\\\\]|" + OTHER_ENDING);

    @Parameters(
            paramLabel = "NAME",
            description = "The scenario's name; the file is scenarios/NAME.yaml, or NAME.yaml where there is no such"
                    + " folder. Or a path that ends in .yaml.")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "TEMPLATE",
            completionCandidates = TemplateNames.class,
            description = "What to start from, see betz list templates. Default: ${DEFAULT-VALUE}.")
    private String template = "quickstart";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The templates, for the shell to complete. */
    static final class TemplateNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Templates.names().iterator();
        }
    }

    @Override
    public Integer call() throws Exception {
        if (!Templates.names().contains(template)) {
            throw new UnknownWord(spec.commandLine(), template, "a template", Templates.names());
        }
        Path file = name.endsWith(ENDING) ? Path.of(name) : inUsualFolder(checked(name));
        String plain = checked(withoutEnding(String.valueOf(file.getFileName())));
        var tables = Templates.tables(template, file);
        for (Path table : tables.keySet()) {
            if (Files.exists(table, LinkOption.NOFOLLOW_LINKS)) {
                throw taken(table, file, null);
            }
        }
        write(file, Templates.scenario(template, plain, file));
        PrintWriter out = spec.commandLine().getOut();
        for (var table : tables.entrySet()) {
            Files.writeString(
                    table.getKey(), table.getValue(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            out.println(table.getKey() + " is written, which the scenario reads.");
        }
        out.println(file + " is written, from the template " + template + ". Next:");
        out.println("    " + Shell.command("check", file.toString()));
        out.println("    " + Shell.command("run", file.toString()));
        return ExitStatus.OK.code();
    }

    private static Path inUsualFolder(String plain) {
        Path file = Path.of(plain + ENDING);
        return Files.isDirectory(USUAL_FOLDER) ? USUAL_FOLDER.resolve(file) : file;
    }

    private static String withoutEnding(String file) {
        return file.substring(0, file.length() - ENDING.length());
    }

    private void write(Path file, String text) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException taken) {
            throw taken(file, file, taken);
        }
    }

    private ParameterException taken(Path taken, Path scenario, @Nullable Throwable cause) {
        String told =
                taken + " is there already and is never overwritten. Choose another name, such as " + free(scenario);
        return new ParameterException(spec.commandLine(), told, cause);
    }

    /** Returns a name like the one that was typed whose file is not there yet. */
    private String free(Path taken) {
        String typed = name.endsWith(ENDING) ? withoutEnding(name) : name;
        int number = 2;
        while (Files.exists(sibling(taken, number), LinkOption.NOFOLLOW_LINKS)) {
            number++;
        }
        return typed + "-" + number + (name.endsWith(ENDING) ? ENDING : "");
    }

    private static Path sibling(Path file, int number) {
        return file.resolveSibling(withoutEnding(String.valueOf(file.getFileName())) + "-" + number + ENDING);
    }

    /** Returns a name that a scenario may have. A letter that the system's locale does not know arrives as U+FFFD. */
    private String checked(String plain) {
        if (plain.indexOf('\uFFFD') >= 0) {
            throw new InvalidPathException(plain, "letters that the locale does not know");
        }
        if (!name.endsWith(ENDING) && PATH.matcher(plain).find()) {
            String meant = OTHER_ENDING.matcher(plain).replaceFirst("") + ENDING;
            throw unlike("'" + plain + "' is neither a name nor a path that ends in " + ENDING, meant);
        }
        try {
            FileHead.requireName(plain);
            return plain;
        } catch (BadSetting bad) {
            String allowed = plain.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[._-]+|-+$", "");
            String meant = allowed.isEmpty() || allowed.equals(plain) ? null : allowed;
            throw unlike(bad.found() + " cannot be a scenario's name, expected " + bad.expected(), meant);
        }
    }

    private UnknownWord unlike(String message, @Nullable String meant) {
        return new UnknownWord(spec.commandLine(), message, meant);
    }
}
