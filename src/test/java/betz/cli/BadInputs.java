// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import betz.io.Safetensors;
import betz.io.Tensor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The folder of bad inputs: the small files beside the texts, and those that no editor would keep as they are. */
@NullMarked
final class BadInputs {
    static final Path TEXTS = Path.of("src/test/resources/golden/bad-input/texts.txt");

    private BadInputs() {}

    /** Fills a folder. */
    static void lay(Path folder) throws Exception {
        try (var files = Files.list(TEXTS.resolveSibling(""))) {
            for (Path file : files.filter(file -> !file.equals(TEXTS)).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        String good = Files.readString(folder.resolve("good.yaml"));
        write(folder, "mark.yaml", "\uFEFF" + good, StandardCharsets.UTF_8);
        write(folder, "windows.yaml", good.replace("\n", "\r\n"), StandardCharsets.UTF_8);
        write(folder, "utf-16.yaml", good, StandardCharsets.UTF_16);
        write(folder, "utf-32.yaml", good, Charset.forName("UTF-32"));
        write(folder, "latin-1.yaml", good + "about: Größe\n", StandardCharsets.ISO_8859_1);
        write(folder, "picture.png", "\u0089PNG\r\n\032\n\0\0\0\rIHDR", StandardCharsets.ISO_8859_1);
        write(folder, "bell.yaml", "name: a\007b\n", StandardCharsets.UTF_8);
        write(folder, "empty.yaml", "", StandardCharsets.UTF_8);
        write(folder, "large.yaml", good + "#".repeat(1 << 20), StandardCharsets.UTF_8);
        write(folder, "deep.yaml", "name: " + "[".repeat(100) + "]".repeat(100), StandardCharsets.UTF_8);
        Files.createDirectory(folder.resolve("folder.yaml"));
        for (String pipe : List.of("pipe.yaml", "pipe.safetensors")) {
            assertThat(new ProcessBuilder("mkfifo", folder.resolve(pipe).toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
        recordings(folder);
        weights(folder);
        runs(folder.resolve("results/reach"));
    }

    private static void recordings(Path folder) throws IOException {
        Files.createDirectory(folder.resolve("no-recording"));
        Path bad = Files.createDirectory(folder.resolve("bad-recording"));
        Files.writeString(bad.resolve("continuous.csv"), "time_s,cursor_x_cm,cursor_z_cm\n0.0,abc,0\n0.1,0\n");
        Files.writeString(bad.resolve("targets.csv"), "target_index,x_cm,z_cm\n1,10,0\n");
        Files.writeString(bad.resolve("events.csv"), "time_s,event,data\n0.0,TARGET_ON,1\n");
    }

    /** A file that is cut off; and one of a GRU in place of 8 leaky units, with other mistakes. */
    private static void weights(Path folder) throws IOException {
        var other = new Safetensors(
                List.of(
                        Tensor.f64("weight_ih_l0", new double[24 * 20], 24, 20),
                        Tensor.f64("weight_hh_l0", new double[24 * 8], 24, 8),
                        Tensor.f64("bias_ih_l0", new double[] {0, 0, 0, Double.NaN, 0, 1e300, 0, 0}, 8),
                        Tensor.f64("fc.weight", new double[6 * 8], 6, 8),
                        Tensor.f64("fc.\033[31mbias", new double[6], 6)),
                Map.of());
        other.write(folder.resolve("other.safetensors"));
        byte[] cut = Arrays.copyOf(other.bytes(), 1000);
        Files.write(folder.resolve("cut.safetensors"), cut);
        write(folder, "model.pt", "PK\003\004", StandardCharsets.ISO_8859_1);
    }

    /** Two runs that are whole by their look and hold nothing. */
    private static void runs(Path folder) throws IOException {
        for (String id : List.of("ab01", "ab02", "cd03")) {
            Path analysis = Files.createDirectories(folder.resolve(id).resolve("analysis"));
            Files.writeString(folder.resolve(id).resolve("COMPLETE"), "");
            Files.writeString(analysis.resolve("summary.json"), "{\"id\": \"" + id);
        }
        Files.delete(folder.resolve("cd03/analysis/summary.json"));
    }

    private static void write(Path folder, String file, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(charset));
    }

    /** Returns a text without what differs from machine to machine: the folder, and the memory that Java may use. */
    static String anywhere(String text, Path folder) {
        return text.replace(folder.toString(), "DIR").replaceAll("Java may use [0-9,]+ MiB", "Java may use MEMORY MiB");
    }
}
