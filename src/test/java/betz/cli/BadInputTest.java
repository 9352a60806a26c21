// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds what a person reads after a mistake to the texts in {@code golden/bad-input/texts.txt}, word for word. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {
    private static final String WRITE = "mvn -q test -Dtest=BadInputTest -Dbetz.golden=write";

    @TempDir
    static Path folder;

    @BeforeAll
    static void inputs() throws Exception {
        BadInputs.lay(folder);
        if ("write".equals(System.getProperty("betz.golden"))) {
            var told = new StringBuilder(GoldenText.heading(BadInputs.TEXTS));
            for (GoldenText golden : cases()) {
                told.append(golden.with(told(golden)));
            }
            Files.writeString(BadInputs.TEXTS, told);
        }
    }

    static List<GoldenText> cases() throws IOException {
        return GoldenText.read(BadInputs.TEXTS);
    }

    private static Told told(GoldenText golden) {
        Told told = Told.betz(golden.words(folder));
        return new Told(told.status(), BadInputs.anywhere(told.out(), folder), BadInputs.anywhere(told.err(), folder));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bad_input_is_told_in_these_words_and_with_this_status(GoldenText golden) {
        Told told = told(golden);

        assertThat(told.err())
                .as("If the new text is better, write it down: %s", WRITE)
                .isEqualTo(golden.text());
        assertThat(told.status()).isEqualTo(golden.status());
        assertThat(told.out()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_text_is_empty_unfinished_or_in_the_words_of_a_programmer(GoldenText golden) {
        assertThat(golden.status()).isIn(2, 65, 74);
        assertThat(golden.text().lines())
                .isNotEmpty()
                .allMatch(
                        line -> line.matches("\\S.*[.?]|See: betz .*|DIR/results/reach/ab0\\d|.*type more of one:"),
                        "ends");
        assertThat(golden.text())
                .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]")
                .doesNotContainPattern(
                        "Exception|java\\.|\\bat betz|(?<!-)\\bnull\\b|@[0-9a-f]{5}|interface|[Pp]arameter|option '")
                .doesNotContainPattern("scalar|token|stream|(flow|block) [a-z]+|<[a-z ]+ (start|end)>");
    }

    @Test
    void every_input_beside_the_texts_is_used_by_one_of_them() throws IOException {
        String texts = Files.readString(BadInputs.TEXTS);
        try (var files = Files.list(BadInputs.TEXTS.resolveSibling(""))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("texts.txt")))
                    .allSatisfy(name -> assertThat(texts).contains("DIR/" + name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mark.yaml", "windows.yaml"})
    void a_byte_order_mark_and_the_line_ends_of_windows_are_accepted(String file) {
        String plain = Told.betz("explain", folder.resolve("good.yaml").toString())
                .succeeded()
                .out();

        assertThat(Told.betz("explain", folder.resolve(file).toString())
                        .succeeded()
                        .out())
                .isEqualTo(plain);
    }
}
