// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.Comparator;

/**
 * Where a piece of text stands.
 *
 * @param file name of the file as the user gave it, or {@link #COMMAND_LINE}
 * @param line from 1; 0 where the whole file is meant
 * @param column in characters, from 1; 0 where the whole file is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    /** What stands in place of a file name for {@code key=value} on the command line. */
    public static final String COMMAND_LINE = "command line";

    private static final Comparator<Place> READING_ORDER = Comparator.comparing(Place::onCommandLine)
            .thenComparing(Place::file)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    /** Returns the place that stands for a whole file. */
    public static Place whole(String file) {
        return new Place(file, 0, 0);
    }

    /** Returns the place of an override. */
    public static Place commandLine() {
        return whole(COMMAND_LINE);
    }

    /** Tells whether this is an override rather than a line of a file. */
    public boolean onCommandLine() {
        return file.equals(COMMAND_LINE);
    }

    /** Orders as a reader meets them: the file from top to bottom, then the command line. */
    @Override
    public int compareTo(Place other) {
        return READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line + ":" + column;
    }
}
