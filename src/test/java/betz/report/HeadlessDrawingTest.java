// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeadlessDrawingTest {
    private static final List<Figure> FIGURES =
            List.of(DemoFigures.speed(), DemoFigures.preferred(), DemoFigures.training());

    /** Draws in a JVM of its own. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            Charts.writeAll(FIGURES, Path.of(arguments[0]));
            var installed = GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts();
            Files.writeString(
                    Path.of(arguments[0], "fonts"),
                    Arrays.stream(installed)
                            .map(f -> f.getPSName())
                            .filter(n -> !n.matches("(Dialog|DialogInput|Monospaced|SansSerif|Serif)(\\..*)?"))
                            .collect(Collectors.joining(" ")));
        }
    }

    @Test
    void charts_come_out_the_same_without_display_fonts_fontconfig_or_environment(@TempDir Path folder)
            throws Exception {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Duser.home=" + folder.resolve("nowhere"),
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.resolve("child").toString());
        builder.environment().clear();
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("FONTCONFIG_PATH", folder.resolve("nowhere").toString());
        builder.environment()
                .put("FONTCONFIG_FILE", folder.resolve("nowhere/fonts.conf").toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());

        int status = builder.start().waitFor();

        assertThat(Files.readString(folder.resolve("log")).lines())
                .allMatch(line -> line.startsWith("Fontconfig error"));
        assertThat(status).isZero();
        assertThat(folder.resolve("child/fonts")).content().isEqualTo("OpenSans"); // not the machine's
        Charts.writeAll(FIGURES, folder.resolve("here"));
        for (var ending : List.of(".png", ".svg", ".csv")) {
            for (var figure : FIGURES) {
                String name = figure.caption().id() + ending;
                assertThat(folder.resolve("child").resolve(name))
                        .hasSameBinaryContentAs(folder.resolve("here").resolve(name));
            }
        }
    }
}
