// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The standard output of the process, which remembers why it could not be written; a plain one only knows that. */
final class StandardOutput extends PrintStream {
    private static final int BUFFER = 1 << 13; // bytes

    private final Witness witness;

    StandardOutput() {
        this(new Witness(new FileOutputStream(FileDescriptor.out)));
    }

    /** Makes one that writes elsewhere. */
    StandardOutput(OutputStream place) {
        this(new Witness(place));
    }

    private StandardOutput(Witness witness) {
        super(new BufferedOutputStream(witness, BUFFER), false, StandardCharsets.UTF_8);
        this.witness = witness;
    }

    /** Passes on what is written and keeps the first failure. */
    private static final class Witness extends FilterOutputStream {
        private @Nullable IOException failure;

        Witness(OutputStream place) {
            super(place);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failed) {
                failure = failure == null ? failed : failure;
                throw failed;
            }
        }
    }

    /** Returns what {@link System#out} failed by, with a colon before it; nothing if that is not known. */
    static String reason() {
        IOException failure = System.out instanceof StandardOutput out ? out.witness.failure : null;
        return failure == null ? "" : ": " + failure.getMessage();
    }

    /** Tells whether {@link System#out} led to a reader that has gone away, as {@code head} does once it has enough. */
    static boolean hasGone() {
        return reason().toLowerCase(Locale.ROOT).contains("pipe"); // so in the words of every system
    }
}
