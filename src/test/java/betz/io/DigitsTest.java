// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DigitsTest {
    private static final MathContext SEVENTEEN = new MathContext(17, RoundingMode.HALF_EVEN);

    /** As C prints them by %.17g. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "-2.5, -2.5",
        "0.1, 0.10000000000000001",
        "0.03, 0.029999999999999999",
        "100, 100",
        "123456.75, 123456.75",
        "0.0001, 0.0001",
        "0.00001, 1.0000000000000001e-5",
        "1e16, 10000000000000000",
        "1e17, 1e17",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "4.9e-324, 4.9406564584124654e-324",
        "9007199254740993, 9007199254740992",
        "3.141592653589793, 3.1415926535897931",
        "0.9999999999999999, 0.99999999999999989",
    })
    void numbers_have_seventeen_significant_digits_without_zeros_at_the_end(double value, String text) {
        assertThat(written(value)).isEqualTo(text);
    }

    @Test
    void what_is_no_number_is_written_as_a_word() {
        assertThat(written(Double.NaN)).isEqualTo("NaN");
        assertThat(written(Double.POSITIVE_INFINITY)).isEqualTo("inf");
        assertThat(written(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }

    @Test
    void any_double_is_read_back_as_the_same_double_and_is_rounded_to_the_nearest_seventeen_digits() {
        var random = RandomStream.of(1, "digits");
        for (int i = 0; i < 200_000; i++) {
            boolean usual = i % 2 == 0;
            double value = usual
                    ? random.nextGaussian() * StrictMath.pow(10, 14 * random.nextDouble() - 10)
                    : Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = written(value);

                assertThat(Double.parseDouble(text)).isEqualTo(value);
                assertThat(new BigDecimal(text)).isEqualByComparingTo(new BigDecimal(value).round(SEVENTEEN));
            }
        }
    }

    @Test
    void powers_of_ten_and_their_neighbours_have_the_right_exponent() {
        for (int power = -30; power < 30; power++) {
            double ten = Double.parseDouble("1e" + power);
            for (double value : new double[] {Math.nextDown(ten), ten, Math.nextUp(ten)}) {
                assertThat(new BigDecimal(written(value))).isEqualByComparingTo(new BigDecimal(value).round(SEVENTEEN));
            }
        }
    }

    private static String written(double value) {
        char[] text = new char[1 + Digits.LONGEST];
        int end = Digits.put(value, text, 1);
        return new String(text, 1, end - 1);
    }
}
