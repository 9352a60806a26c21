// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Recorded data and what public implementations make of them, which lie outside the project; tests are skipped without. */
public final class Recorded {
    private Recorded() {}

    /** Returns a file of the recorded data, such as {@code churchland2012_TME/tensor.csv}. */
    public static Path data(String file) {
        String data = System.getProperty("betz.data");
        assumeTrue(data != null, "the system property betz.data does not name the folder of recorded data");
        return Path.of(String.valueOf(data)).resolve(file);
    }

    /** Returns a golden file that was made of recorded data, such as {@code jpca/summary.csv}. */
    public static Path vector(String file) {
        Path found =
                data("").toAbsolutePath().normalize().resolveSibling("vectors").resolve(file);
        assumeTrue(Files.exists(found), "the golden vectors do not lie beside the recorded data");
        return found;
    }

    /** Returns the numbers of a CSV, [row][column], without so many first lines; NaN where a cell is no number. */
    public static double[][] table(Path file, int header) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.subList(header, lines.size()).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> Arrays.stream(line.split(",", -1))
                            .mapToDouble(Recorded::number)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
