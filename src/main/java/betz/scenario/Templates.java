// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.io.PackedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The scenarios that ship with the program, and new scenarios made from them. */
public final class Templates {
    private static final String FOLDER = "scenarios";
    private static final String TABLE = ".csv";
    private static final Path SCHEMAS = Path.of("docs", "reference");
    /** The line by which editors find a schema; its group is the schema's file. */
    private static final Pattern SCHEMA_LINE =
            Pattern.compile("(?m)^# yaml-language-server: \\$schema=(?:.*/)?(.+)\\n");

    private static final Pattern NAME_LINE = Pattern.compile("(?m)^name: *\\S+");

    /** A name that no reader of YAML takes for a number or a truth value. */
    private static final Pattern PLAIN_WORD =
            Pattern.compile("(?i)(?!(true|false|null|yes|no|on|off|y|n|nan|inf)$)\\p{L}[\\p{L}\\p{N}._-]*");

    private Templates() {}

    /** Returns the templates' names, such as {@code quickstart}. */
    public static Set<String> names() {
        return texts().keySet();
    }

    private static SortedMap<String, String> texts() {
        return PackedFiles.texts(FOLDER, ".yaml");
    }

    /** Returns a line for every template: its name and what it is about. */
    public static List<String> lines() {
        return texts().entrySet().stream()
                .map(template -> template.getKey() + "   " + about(template.getKey(), template.getValue()))
                .toList();
    }

    private static String about(String template, String text) {
        var toldByTests = new ArrayList<Problem>();
        Node tree = YamlTree.parse(text, template, toldByTests);
        return tree instanceof Node.Fields fields && fields.get("about") instanceof Node.Scalar about
                ? about.text()
                : "";
    }

    /**
     * Returns the text of a new scenario, with all comments of its template.
     *
     * @param template one of {@link #names}
     * @param name the new scenario's
     * @param file where it will stand; comments that name the template's own file name this one
     */
    public static String scenario(String template, String name, Path file) {
        String text = texts().get(template);
        if (text == null) {
            throw new IllegalArgumentException(template + " is not a template, expected one of " + names());
        }
        String value = PLAIN_WORD.matcher(name).matches() ? name : "\"" + name + "\"";
        String named = NAME_LINE.matcher(text).replaceFirst(Matcher.quoteReplacement("name: " + value));
        return SCHEMA_LINE
                .matcher(named)
                .replaceFirst(line -> Matcher.quoteReplacement(schemaLine(file, line.group(1))))
                .replace("scenarios/" + template + ".yaml", file.toString())
                .transform(whole -> beside(whole, file));
    }

    /**
     * Returns the tables that a new scenario reads, which are written beside it.
     *
     * @param template one of {@link #names}
     * @param file where the new scenario will stand
     * @return texts by file
     */
    public static SortedMap<Path, String> tables(String template, Path file) {
        String text = texts().getOrDefault(template, "");
        var tables = new TreeMap<Path, String>();
        PackedFiles.texts(FOLDER, TABLE).forEach((name, table) -> {
            if (text.contains(FOLDER + "/" + name + TABLE)) {
                tables.put(table(name, file), table);
            }
        });
        return tables;
    }

    /** Names the tables of a template by where they will stand. */
    private static String beside(String text, Path file) {
        String changed = text;
        for (String name : PackedFiles.texts(FOLDER, TABLE).keySet()) {
            String own = table(name, file).toString();
            changed = changed.replace(
                            "file: " + FOLDER + "/" + name + TABLE, "file: \"" + own.replace("\\", "\\\\") + "\"")
                    .replace(FOLDER + "/" + name + TABLE, own);
        }
        return changed;
    }

    private static Path table(String name, Path file) {
        String scenario = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        return file.resolveSibling(scenario + "-" + name + TABLE);
    }

    /** Returns the line by which editors find the schema, if the project's is in a folder above the file. */
    private static String schemaLine(Path file, String schema) {
        Path kept = SCHEMAS.resolve(schema);
        Path folder = file.toAbsolutePath().normalize().resolveSibling("");
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.isRegularFile(above.resolve(kept))) {
                String link = folder.relativize(above.resolve(kept)).toString();
                return "# yaml-language-server: $schema=" + link.replace('\\', '/') + "\n";
            }
        }
        return "";
    }
}
