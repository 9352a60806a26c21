// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every quantity, tried on many. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitAlgebraTest {
    private static final List<String> SYMBOLS = List.of(
            "m", "cm", "kg", "g", "s", "ms", "A", "pA", "rad", "deg", "N", "Hz", "V", "mV", "F", "S", "Ohm", "J", "W");

    private static final List<String> DECLARED =
            List.of("s", "m", "rad", "kg", "N", "N*m", "Hz", "1/s", "m/s", "1/s^2", "kg·m²", "N*m*s/rad", "V", "A", "");

    private static ScaledUnit unit(String text) {
        return Objects.requireNonNull(ScaledUnit.parse(text), text);
    }

    private static String pick(List<String> from, RandomStream random) {
        return from.get(random.nextInt(from.size()));
    }

    /** Returns a double of any size and sign, most of them with all digits. */
    private static double anyDouble(RandomStream random) {
        double digits = random.nextInt(3) == 0 ? random.nextInt(1000) : random.nextGaussian();
        return digits * StrictMath.pow(10, random.nextInt(25) - 12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_written_value_reads_back_as_the_same_bits_in_every_unit(long seed) {
        var random = RandomStream.of(seed, "values");
        for (int i = 0; i < 400; i++) {
            String unit = pick(DECLARED, random);
            double value = anyDouble(random);

            String text = Quantity.text(value, unit);

            assertThat(Quantity.parse(text, unit)).as(text).isEqualTo(value + 0.0); // minus zero is written 0
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_written_range_reads_back_as_the_same_range(long seed) {
        var random = RandomStream.of(seed, "ranges");
        for (int i = 0; i < 300; i++) {
            String unit = pick(DECLARED, random);
            double one = random.nextInt(4) == 0 ? 0 : anyDouble(random);
            double other = random.nextInt(4) == 0 ? 0 : anyDouble(random);
            var range = new Range(Math.min(one, other) + 0.0, Math.max(one, other) + 0.0);

            String text = RangeText.text(range, unit);

            assertThat(RangeText.parse(text, unit, null)).as(text).isEqualTo(range);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void products_of_units_do_not_depend_on_their_order(long seed) {
        var random = RandomStream.of(seed, "products");
        for (int i = 0; i < 300; i++) {
            String a = pick(SYMBOLS, random);
            String b = pick(SYMBOLS, random);
            String c = pick(SYMBOLS, random);

            ScaledUnit forth = unit(a + "*" + b + "/" + c);
            ScaledUnit back = unit("1/" + c + "*" + b + "·" + a);

            assertThat(back.dimension()).isEqualTo(forth.dimension());
            assertThat(back.factor()).isEqualByComparingTo(forth.factor());
        }
    }

    @Test
    void a_unit_over_itself_is_one() {
        for (String symbol : SYMBOLS) {
            ScaledUnit one = unit(symbol + "/" + symbol);

            assertThat(one.dimension()).as(symbol).isEqualTo(Dimension.NONE);
            assertThat(one.factor().subtract(BigDecimal.ONE).abs())
                    .as(symbol)
                    .isLessThan(new BigDecimal("1e-45")); // fifty digits are kept
        }
    }

    @Test
    void a_power_is_the_repeated_product_however_it_is_written() {
        for (String symbol : SYMBOLS) {
            ScaledUnit squared = unit(symbol + "*" + symbol);

            assertThat(unit(symbol + "^2")).as(symbol).isEqualTo(squared).isEqualTo(unit(symbol + "²"));
            assertThat(unit(symbol + "2")).as(symbol).isEqualTo(squared);
            assertThat(unit(symbol + "^-2").dimension())
                    .isEqualTo(unit("1/" + symbol + "^2").dimension());
            assertThat(unit(symbol + "⁻¹").dimension())
                    .isEqualTo(unit("1/" + symbol).dimension());
            assertThat(unit(symbol + "⁻³").dimension())
                    .isEqualTo(unit("1/" + symbol + "^3").dimension());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "N, kg*m/s^2",
        "J, N*m",
        "W, J/s",
        "Pa, N/m^2",
        "V, W/A",
        "Ohm, V/A",
        "S, A/V",
        "C, A*s",
        "F, C/V",
        "Hz, 1/s",
        "N, kg·m·s⁻²",
        "V, kg*m^2/s^3/A",
        "mV, pA*GOhm",
        "ms, MOhm*nF"
    })
    void derived_units_are_what_the_si_says(String symbol, String made) {
        assertThat(unit(made).dimension()).isEqualTo(unit(symbol).dimension());
        assertThat(unit(made).factor()).isEqualByComparingTo(unit(symbol).factor());
    }

    @ParameterizedTest
    @CsvSource({
        "p, 1e-12",
        "n, 1e-9",
        "u, 1e-6",
        "µ, 1e-6",
        "μ, 1e-6",
        "m, 1e-3",
        "c, 1e-2",
        "k, 1e3",
        "M, 1e6",
        "G, 1e9"
    })
    void every_prefix_scales_every_unit_by_its_power_of_ten(String prefix, BigDecimal factor) {
        for (String symbol : List.of("m", "s", "A", "N", "V", "F", "S", "Ohm", "Ω", "Hz", "Pa", "J", "W", "C", "rad")) {
            assertThat(unit(prefix + symbol).factor())
                    .as(prefix + symbol)
                    .isEqualByComparingTo(unit(symbol).factor().multiply(factor));
        }
    }

    @ParameterizedTest
    @CsvSource({"N/m*s, N*s/m", "m/s/s, m/s^2", "1/s*m, m/s", "kg*m^2/s^2, N*m"})
    void products_and_quotients_go_from_left_to_right(String written, String meant) {
        assertThat(unit(written).dimension()).isEqualTo(unit(meant).dimension());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*m", "·s", "m*", "m//s", "m**2", "m^0", "m^10", "s^^2", "m s", "(m)", "m/", "mm m", "ks²³", "dag"
            })
    void what_is_not_a_unit_is_refused(String text) {
        assertThat(ScaledUnit.parse(text)).isNull();
    }

    @Test
    void an_angle_is_never_a_plain_number_nor_a_torque_per_angle_a_torque() {
        assertThat(unit("rad").dimension()).isNotEqualTo(Dimension.NONE);
        assertThat(unit("N*m/rad").dimension()).isNotEqualTo(unit("N*m").dimension());
        assertThat(unit("Hz").dimension()).isNotEqualTo(unit("rad/s").dimension());
    }

    @Test
    void percent_divides_by_a_hundred_and_goes_with_other_units() {
        assertThat(Quantity.parse("12.5 %", "")).isEqualTo(0.125);
        assertThat(Quantity.parse("50 %*m", "m")).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_sum_of_values_does_not_depend_on_the_unit_they_are_written_in(long seed) {
        var random = RandomStream.of(seed, "sums");
        for (int i = 0; i < 300; i++) {
            int whole = random.nextInt(100_000);

            double inMillimetres = Quantity.parse(whole + " mm", "m");
            double inKilometres = Quantity.parse(new BigDecimal(whole).movePointLeft(6) + " km", "m");

            assertThat(inMillimetres).isEqualTo(inKilometres).isEqualTo(whole / 1000.0); // one rounding each
        }
    }

    @Test
    void degrees_are_those_of_the_mathematics_library() {
        for (int degrees = -720; degrees <= 720; degrees++) {
            // the library rounds twice, 360 degrees have seven radians' worth of the last bit
            assertThat(Quantity.parse(degrees + " deg", "rad"))
                    .isCloseTo(Math.toRadians(degrees), within(2 * Math.ulp(4 * Math.PI)));
        }
    }

    @Test
    void a_unit_that_is_asked_for_is_in_the_message_that_asks() {
        for (String declared : DECLARED) {
            String expected = Quantity.expected(declared, null);

            String example = expected.substring(expected.lastIndexOf(" such as ") + " such as ".length());

            if (!declared.isEmpty()) {
                assertThat(Quantity.parse(example, declared)).as(expected).isNotZero();
            }
        }
    }
}
