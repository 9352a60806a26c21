// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own reading is the oracle: it rounds to the nearest double. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DecimalTest {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");

    private final Decimal decimal = new Decimal();

    private double read(String number) {
        byte[] text = ("7" + number + "7").getBytes(StandardCharsets.UTF_8); // neighbours do not count
        return decimal.read(text, 1, text.length - 1);
    }

    private void readsAsJavaDoes(String number) {
        assertThat(read(number)).as(number).isEqualTo(Double.parseDouble(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "0e400",
                "1",
                "+1",
                "5.",
                ".5",
                "-.5e-3",
                "007",
                "0.10000000000000001",
                "1e22",
                "1e23",
                "1E+5",
                "123456789012345678",
                "9999999999999999999",
                "12345678901234567890123",
                "1e-80",
                "1e-81",
                "1e80",
                "1e81",
                "4.9e-324",
                "2e-324",
                "1.7976931348623157e308",
                "1e999",
                "-1e999",
                "1e-999999999",
                "0.000000000000000000000000000000123",
                "9007199254740993",
                "9007199254740993.0000000000001",
                "9007199254740992.9999999999999"
            })
    void a_number_is_the_nearest_double(String number) {
        readsAsJavaDoes(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1e1234567890",
                "1.2.3",
                "--1",
                "1f",
                "0x1",
                "1 ",
                "nan",
                "inf",
                "1_0",
                "\u0661"
            })
    void what_is_no_decimal_number_is_none(String text) {
        assertThat(read(text)).isNaN();
    }

    @Test
    void any_double_written_in_any_usual_way_is_read_as_that_double() {
        var random = RandomStream.of(1, "decimal");
        for (int i = 0; i < 100_000; i++) {
            double value = random.nextGaussian() * StrictMath.pow(10, 120 * random.nextDouble() - 60);
            readsAsJavaDoes(String.format(Locale.ROOT, "%.16e", value));
            readsAsJavaDoes(String.format(Locale.ROOT, "%.18e", value));
            readsAsJavaDoes(Double.toString(value));
        }
    }

    /** Half way between two doubles, and a bit beside it: there the last of all digits decides. */
    @Test
    void a_number_half_way_between_doubles_goes_to_the_even_one_and_its_neighbours_to_the_nearer() {
        var random = RandomStream.of(2, "halves");
        for (int i = 0; i < 20_000; i++) {
            long half = (1L << 53) + 1 + 2 * (random.nextLong() >>> 12); // odd, of 54 bits
            int power = (int) Math.floor(19 * random.nextDouble()) - 9;
            BigDecimal exact = power < 0
                    ? new BigDecimal(half).divide(new BigDecimal(BigInteger.TWO.pow(-power)))
                    : new BigDecimal(BigInteger.valueOf(half).shiftLeft(power));
            BigDecimal little = exact.ulp();
            for (BigDecimal number : new BigDecimal[] {exact, exact.add(little), exact.subtract(little)}) {
                readsAsJavaDoes(number.toString());
            }
        }
    }

    @Test
    void texts_of_the_letters_of_numbers_are_numbers_where_they_have_their_form() {
        var random = RandomStream.of(3, "letters");
        String letters = "01.9eE+-";
        for (int i = 0; i < 100_000; i++) {
            var text = new StringBuilder();
            for (int length = (int) Math.floor(8 * random.nextDouble()); length >= 0; length--) {
                text.append(letters.charAt((int) Math.floor(letters.length() * random.nextDouble())));
            }
            if (NUMBER.matcher(text).matches()) {
                readsAsJavaDoes(text.toString());
            } else {
                assertThat(read(text.toString())).as(text.toString()).isNaN();
            }
        }
    }
}
