// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Writes to a {@link PrintWriter}, and unlike that one says at once when what is written gets lost. */
final class StrictWriter extends Writer {
    private final PrintWriter out;

    StrictWriter(PrintWriter out) {
        this.out = out;
    }

    /** What was written got lost. */
    static final class Lost extends IOException {
        private static final long serialVersionUID = 1;

        Lost() {
            super("The standard output could not be written.");
        }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        out.write(text, offset, length);
        check();
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.write(text, offset, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    private void check() throws Lost {
        if (out.checkError()) { // which flushes
            throw new Lost();
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
