// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.io.PackedFiles;
import betz.scenario.Scenario;
import betz.scenario.SettingHelp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What {@code betz help} can tell beside the commands: pages of the documentation, sections of them, and settings. */
final class Topics {
    private static final Pattern HEADING = Pattern.compile("(?m)^(#+) (.*)$");
    private static final String UNITS = "units";
    private static final String SETTINGS = "settings";

    private final Map<String, String> pages = new TreeMap<>();
    private final Map<String, String> sections = new LinkedHashMap<>();
    private final SettingHelp settings = new SettingHelp(Scenario.class);

    Topics() {
        PackedFiles.texts("docs", ".md").forEach((file, text) -> {
            pages.put(file.substring(file.lastIndexOf('/') + 1), text);
            addSections(text);
        });
    }

    /** Each reaches to the next heading of its rank or above. */
    private void addSections(String page) {
        List<MatchResult> headings = HEADING.matcher(page).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            int rank = headings.get(i).group(1).length();
            int end = page.length();
            for (int j = headings.size() - 1; j > i; j--) {
                end = headings.get(j).group(1).length() <= rank
                        ? headings.get(j).start()
                        : end;
            }
            String name = name(headings.get(i).group(2));
            if (rank > 1 && !name.isEmpty()) {
                sections.putIfAbsent(name, page.substring(headings.get(i).start(), end));
            }
        }
    }

    /** Returns {@code exit-status} for {@code Exit status}, and {@code the-arm} for a title with more in brackets. */
    private static String name(String title) {
        return title.toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)", "")
                .replaceAll("[^\\w -]", "")
                .strip()
                .replace(' ', '-');
    }

    /** Returns the pages and lists with their titles, a line each. */
    List<String> index() {
        Map<String, String> titles = new TreeMap<>();
        pages.forEach((name, text) ->
                titles.put(name, text.lines().findFirst().orElse("").replaceFirst("^#+ ", "")));
        titles.put("exit-status", "What the exit status of a command means");
        titles.put(UNITS, "Units that numbers are written with");
        titles.put(SETTINGS, "Everything that a scenario can set");
        int width = titles.keySet().stream().mapToInt(String::length).max().orElse(0);
        return titles.entrySet().stream()
                .map(topic -> "  " + topic.getKey()
                        + " ".repeat(width - topic.getKey().length() + 3) + topic.getValue())
                .toList();
    }

    /** Returns all that can be asked for, what is asked for most first. */
    Set<String> names() {
        var names = new LinkedHashSet<String>(pages.keySet());
        names.addAll(List.of(UNITS, SETTINGS));
        names.addAll(sections.keySet());
        names.addAll(settings.paths());
        settings.paths().forEach(path -> names.add(path.substring(path.lastIndexOf('.') + 1)));
        return names;
    }

    /** Returns the pages, lists and settings, for a shell to complete. */
    Set<String> plainNames() {
        var names = new TreeSet<>(pages.keySet());
        names.addAll(List.of(UNITS, SETTINGS, "exit-status"));
        names.addAll(settings.paths());
        return names;
    }

    /** Returns all lines that a topic stands for; none if it is no topic. */
    List<String> lines(String topic) {
        List<String> lines = new ArrayList<>(page(topic));
        List<String> setting = settings.lines(topic);
        if (!lines.isEmpty() && !setting.isEmpty()) {
            lines.add("");
        }
        lines.addAll(setting);
        if (lines.isEmpty()) {
            settings.paths().stream()
                    .filter(path -> path.endsWith("." + topic))
                    .forEach(path -> lines.addAll(settings.lines(path)));
        }
        return lines;
    }

    private List<String> page(String topic) {
        if (topic.equals(UNITS)) {
            List<String> lines = new ArrayList<>(List.of(
                    "A number that has a dimension carries its unit; without it the number is refused.",
                    "Each line is what a message calls it, an example, and the units it is shown in.",
                    "",
                    "SI prefixes from p to G and compound units such as N*s/m are read as well.",
                    ""));
            lines.addAll(SettingHelp.units());
            return lines;
        }
        if (topic.equals(SETTINGS)) {
            return settings.all();
        }
        String text = pages.getOrDefault(topic, sections.get(topic));
        return text == null ? List.of() : PlainPage.lines(text);
    }
}
