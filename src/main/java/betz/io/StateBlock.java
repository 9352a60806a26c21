// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.io.Writer;

/** Some rows of numbers, and the lines of a CSV file that they become. */
final class StateBlock {
    /** Enough for threads to take turns rarely, few enough to stay in a processor's cache. */
    static final int ROWS = 256;

    private final double[][] row;
    private final char[] text;
    private int size;
    private int length;

    StateBlock(int columns) {
        row = new double[ROWS][columns];
        text = new char[ROWS * columns * (Digits.LONGEST + 1)];
    }

    /** Takes the next states. */
    void fill(PlayedStates states) {
        size = states.fill(row);
    }

    /** Returns how many rows were taken. */
    int size() {
        return size;
    }

    /** Turns the rows into lines. */
    void compose() {
        length = 0;
        for (int i = 0; i < size; i++) {
            for (double value : row[i]) {
                length = Digits.put(value, text, length);
                text[length++] = ',';
            }
            text[length - 1] = '\n';
        }
    }

    void write(Writer out) throws IOException {
        out.write(text, 0, length);
    }
}
