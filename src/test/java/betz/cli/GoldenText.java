// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * What is told about one command.
 *
 * @param title what is wrong
 * @param command what was typed after {@code betz}; DIR stands for the folder of the inputs, quotes hold words together
 * @param status exit status
 * @param text standard error
 */
@NullMarked
record GoldenText(String title, String command, int status, String text) {
    private static final String TITLE = "## ";
    private static final String TYPED = "$ betz ";
    private static final String STATUS = "exit status ";
    private static final Pattern WORD = Pattern.compile("'[^']*'|[^' ]+");

    /** Reads all texts of a file: a title, the command, its status and the text, then an empty line. */
    static List<GoldenText> read(Path file) throws IOException {
        String[] parts = ("\n" + Files.readString(file)).split("\n" + TITLE, -1);
        return Arrays.stream(parts).skip(1).map(GoldenText::parse).toList();
    }

    private static GoldenText parse(String part) {
        List<String> lines = part.strip().lines().toList();
        int status = lines.size() < 3 ? -1 : Integer.parseInt(lines.get(2).substring(STATUS.length()));
        String text = lines.stream().skip(3).map(line -> line + "\n").collect(Collectors.joining());
        return new GoldenText(lines.get(0), lines.get(1).substring(TYPED.length()), status, text);
    }

    /** Returns all that stands above the first title. */
    static String heading(Path file) throws IOException {
        String whole = Files.readString(file);
        return whole.substring(0, whole.indexOf(TITLE));
    }

    /** Returns the words of the command, as a shell in the folder's place would hand them on. */
    String[] words(Path folder) {
        List<String> words = new ArrayList<>();
        var matcher = WORD.matcher(command);
        int end = -1;
        while (matcher.find()) {
            String piece = matcher.group()
                    .replace("'", "")
                    .replace("DIR", folder.toString())
                    .replace("\\e", "\033");
            if (matcher.start() == end) {
                words.set(words.size() - 1, words.get(words.size() - 1) + piece);
            } else {
                words.add(piece);
            }
            end = matcher.end();
        }
        return words.toArray(String[]::new);
    }

    /** Returns the same case as it is written down, with what has now been told. */
    String with(Told told) {
        return TITLE + title + "\n" + TYPED + command + "\n" + STATUS + told.status() + "\n" + told.err() + told.out()
                + "\n";
    }

    @Override
    public String toString() {
        return title;
    }
}
