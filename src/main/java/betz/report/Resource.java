// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that ship inside the program. */
final class Resource {
    static final String REGULAR = "OpenSans-Regular.ttf";
    static final String BOLD = "OpenSans-Semibold.ttf";

    private Resource() {}

    static byte[] bytes(String name) {
        try (var stream = Resource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its file " + name + ", expected beside its classes");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name + " from the program", e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).replace("\r", "");
    }
}
