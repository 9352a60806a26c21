// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the text of a scenario file: UTF-8, with or without a byte order mark, at most 1 MiB; all else is refused by name. */
final class SourceText {
    /** Greatest size of a scenario file, bytes: a hundred times the longest that a person would write. */
    static final int LARGEST = 1 << 20;

    private static final String WANTED = "a scenario in UTF-8";

    private SourceText() {}

    static String read(Path path) {
        String file = path.toString();
        if (!Files.exists(path)) {
            throw new BadScenario(List.of(
                    new Problem(Place.whole(file), "", "missing", "the name of a scenario file", sibling(path))));
        }
        if (Files.isDirectory(path)) {
            throw BadScenario.wholeFile(file, "a folder", "a scenario file");
        }
        if (!Files.isRegularFile(path)) {
            throw BadScenario.wholeFile(file, "a device or a pipe", "a regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return decode(in.readNBytes(LARGEST + 1), file);
        } catch (IOException e) {
            throw BadScenario.wholeFile(file, "not readable", "a file that may be read");
        }
    }

    /** Returns the name in the same folder that is nearest to a missing one. */
    private static @Nullable String sibling(Path path) {
        Path name = path.getFileName();
        Path folder = path.toAbsolutePath().getParent();
        if (name == null || folder == null || !Files.isDirectory(folder)) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString())
                    .sorted()
                    .toList();
            String nearest = Words.nearest(
                    stem(name.toString()), names.stream().map(SourceText::stem).toList());
            return names.stream()
                    .filter(file -> stem(file).equals(nearest))
                    .findFirst()
                    .map(file -> path.resolveSibling(file).toString())
                    .orElse(null);
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns a name without its ending, which says little of what is meant. */
    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    static String decode(byte[] bytes, String file) {
        if (bytes.length > LARGEST) {
            throw BadScenario.wholeFile(file, "larger than 1 MiB", "at most 1 MiB of text");
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF) || hasZeroIn(bytes, 2)) {
            throw BadScenario.wholeFile(file, "UTF-16 or UTF-32", WANTED);
        }
        if (hasZeroIn(bytes, bytes.length)) {
            throw BadScenario.wholeFile(file, "binary", WANTED);
        }
        int mark = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        String text = decodeUtf8(ByteBuffer.wrap(bytes, mark, bytes.length - mark), file);
        if (text.isBlank()) {
            throw BadScenario.wholeFile(file, "empty", "a scenario");
        }
        refuseUnprintable(text, file);
        return text;
    }

    private static String decodeUtf8(ByteBuffer bytes, String file) {
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            Place place = placeAt(text.toString(), text.length(), file);
            throw new BadScenario(
                    List.of(new Problem(place, "", "not UTF-8 (Latin-1 or Windows-1252 perhaps)", WANTED, null)));
        }
        return text.toString();
    }

    private static void refuseUnprintable(String text, String file) {
        List<Problem> problems = new ArrayList<>();
        int line = 1;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                begin = i + 1;
            } else if (c == '\t') {
                boolean indents = text.substring(begin, i).isBlank();
                String found = indents ? "indented with a tab" : "marred by a tab";
                problems.add(new Problem(new Place(file, line, i - begin + 1), "", found, "spaces", null));
            } else if (Character.isISOControl(c) && c != '\r') {
                String found = "marred by the control character " + Integer.toHexString(c);
                problems.add(new Problem(new Place(file, line, i - begin + 1), "", found, "printable text", null));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadScenario(problems);
        }
    }

    private static Place placeAt(String text, int index, String file) {
        int line = 1
                + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        return new Place(file, line, index - text.lastIndexOf('\n', index - 1));
    }

    private static boolean starts(byte[] bytes, int... begin) {
        for (int i = 0; i < begin.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != begin[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasZeroIn(byte[] bytes, int first) {
        for (int i = 0; i < Math.min(first, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
