// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Turns the Markdown of the documentation into text for a terminal.
 *
 * <p>Paragraphs and items are filled anew, code stays as it is, links become their text, tables are aligned.
 */
final class PlainPage {
    private static final int WIDTH = 80;
    private static final int WIDTH_OF_TABLES = 100;
    private static final String CODE = "    ";
    private static final Pattern FENCE = Pattern.compile("```.*");
    private static final Pattern HEADING = Pattern.compile("(#+) (.*)");
    private static final Pattern ITEM = Pattern.compile("( *)([-*]|[0-9]+\\.) +(.*)");
    private static final Pattern RULE = Pattern.compile("[|: -]+");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern IMAGE = Pattern.compile("!\\[([^]]*)]\\([^)\\s]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)\\s]*\\)");
    private static final Pattern CODE_SPAN = Pattern.compile("`[^`]*`");
    /** Stands for code while the words around it are changed; no text has this character. */
    private static final String CODE_PLACE = "\uE000";

    private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*]+?)(?<=\\S)\\*(?![\\w*])");

    private final List<String> lines = new ArrayList<>();

    private PlainPage() {}

    /** Returns the lines of a page. */
    static List<String> lines(String markdown) {
        var page = new PlainPage();
        List<String> block = new ArrayList<>();
        boolean fenced = false;
        for (String line : markdown.split("\n", -1)) {
            if (FENCE.matcher(line).matches()) {
                page.block(block, fenced);
                fenced = !fenced;
            } else if (!fenced && HEADING.matcher(line).matches()) {
                page.block(block, false);
                page.heading(line);
            } else if (!fenced && line.isBlank()) {
                page.block(block, false);
            } else {
                block.add(line);
            }
        }
        page.block(block, fenced);
        return page.lines;
    }

    /** Writes what was gathered, and gathers afresh. */
    private void block(List<String> block, boolean fenced) {
        if (!block.isEmpty()) {
            part();
            if (fenced) {
                block.forEach(line -> lines.add((CODE + line).stripTrailing()));
            } else if (block.get(0).startsWith(CODE)) {
                lines.addAll(block);
            } else if (block.get(0).startsWith("|")) {
                lines.addAll(new PlainTable(rows(block), WIDTH_OF_TABLES).lines());
            } else {
                prose(block);
            }
        }
        block.clear();
    }

    private void part() {
        if (!lines.isEmpty()) {
            lines.add("");
        }
    }

    private void heading(String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            String text = plain(heading.group(2)).replace(Wrap.NO_BREAK, ' ');
            part();
            lines.add(text);
            lines.add((heading.group(1).length() == 1 ? "=" : "-").repeat(text.length()));
        }
    }

    private static List<List<String>> rows(List<String> block) {
        return IntStream.range(0, block.size())
                .filter(i -> i != 1 || !RULE.matcher(block.get(i)).matches())
                .mapToObj(i -> row(block.get(i)))
                .toList();
    }

    private static List<String> row(String line) {
        String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("(?<!\\\\)\\|$", "");
        return Arrays.stream(CELL_END.split(inner, -1))
                .map(cell -> plain(cell.strip().replace("\\|", "|")))
                .toList();
    }

    /** Writes paragraphs and items; an item ends where the next begins. */
    private void prose(List<String> block) {
        String mark = "";
        var text = new StringBuilder();
        for (String line : block) {
            Matcher item = ITEM.matcher(line);
            if (item.matches()) {
                fill(mark, text);
                mark = item.group(1) + item.group(2) + " ";
                text.append(item.group(3));
            } else {
                text.append(' ').append(line.strip());
            }
        }
        fill(mark, text);
    }

    private void fill(String mark, StringBuilder text) {
        if (text.length() > 0) {
            lines.addAll(Wrap.hanging(mark, plain(text.toString()), WIDTH));
            text.setLength(0);
        }
    }

    /** Returns the words of a line of Markdown; those of code are held together. */
    private static String plain(String markdown) {
        String words = LINK.matcher(IMAGE.matcher(markdown).replaceAll("[Picture: $1]"))
                .replaceAll("$1");
        String plain = unmarked(CODE_SPAN.matcher(words).replaceAll(CODE_PLACE));
        for (MatchResult code : CODE_SPAN.matcher(words).results().toList()) {
            plain = plain.replaceFirst(
                    CODE_PLACE, Matcher.quoteReplacement(code.group().replace(' ', Wrap.NO_BREAK)));
        }
        return plain;
    }

    private static String unmarked(String words) {
        String light = EMPHASIS.matcher(STRONG.matcher(words).replaceAll("$1")).replaceAll("$1");
        return light.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
