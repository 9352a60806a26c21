// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words why a text is no YAML; the parser speaks of tokens, scalars and flow mappings. */
final class YamlReason {
    private static final Pattern FOUND = Pattern.compile("but (?:got|found) '?(.*?)'?$");
    private static final Pattern CHARACTER = Pattern.compile("found character '?(.*?)'? that cannot start any token.*");
    private static final Pattern INDENTATION_ADVICE = Pattern.compile("\\.? \\(Do not use .* for indentation\\)$");

    private YamlReason() {}

    /** Returns what is wrong and, where something was begun, on which line. */
    static String of(MarkedYamlEngineException failure) {
        String context = String.valueOf(failure.getContext());
        String problem =
                INDENTATION_ADVICE.matcher(String.valueOf(failure.getProblem())).replaceFirst("");
        int line = failure.getContextMark().map(Mark::getLine).orElse(0) + 1;
        if (context.contains("flow mapping")) {
            return inBrackets("brace {", "}", problem, line);
        }
        if (context.contains("flow sequence")) {
            return inBrackets("bracket [", "]", problem, line);
        }
        if (context.contains("quoted scalar")) {
            return problem.contains("end of stream") || problem.contains("document separator")
                    ? "the quote opened on line " + line + " is not closed"
                    : "in the quotes opened on line " + line + ": " + plain(problem);
        }
        Matcher character = CHARACTER.matcher(problem);
        if (character.matches()) {
            return "no value begins with " + character.group(1) + " unless it is in quotes";
        }
        return ofLines(context, problem, line);
    }

    private static String inBrackets(String opened, String closing, String problem, int line) {
        Matcher found = FOUND.matcher(problem);
        return !found.find() || found.group(1).equals("<stream end>")
                ? "the " + opened + " opened on line " + line + " is not closed"
                : "behind the " + opened + " opened on line " + line + " stands " + plain(found.group(1))
                        + " where a comma or the closing " + closing + " should";
    }

    private static String ofLines(String context, String problem, int line) {
        if (problem.startsWith("mapping values are not allowed")) {
            return "a second colon on one line";
        }
        if (problem.contains("<document start>")) {
            return "this line is indented less than the first, or follows the end of the file's text";
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return "this line is indented unlike the lines from line " + line + " on, or does not go on as they do";
        }
        if (context.contains("simple key")) {
            return "a word on line " + line + " is followed by no colon";
        }
        Matcher found = FOUND.matcher(problem);
        return found.find() ? plain(found.group(1)) + " stands where a value should" : plain(problem);
    }

    private static String plain(String words) {
        return words.replace("<stream end>", "the end of the file")
                .replace("<block mapping start>", "a key")
                .replace("<block sequence start>", "a list")
                .replace("<block end>", "the end of the lines indented alike")
                .replace("<scalar>", "a text")
                .replace("scalar", "text")
                .replace("token", "value")
                .replace("end of stream", "end of the file");
    }
}
