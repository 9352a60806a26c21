// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the golden vectors in the test resources. */
public final class Golden {
    private Golden() {}

    /** Returns all numbers of a headerless CSV, row by row. */
    public static double[] numbers(String path) {
        return lines(path).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    public static List<String> lines(String path) {
        return text(path).lines().filter(line -> !line.isBlank()).toList();
    }

    public static String text(String path) {
        try (InputStream in = Golden.class.getResourceAsStream("/golden/" + path)) {
            return new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
