// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class LayoutOfBytesTest {
    private static final Tensor HALF = new Tensor("b", Tensor.Precision.F32, List.of(1), new double[] {0.5});
    private static final Tensor ONE = Tensor.f64("w", new double[] {1, -2}, 2, 1);

    @Test
    void safetensors_are_a_length_a_padded_header_and_little_endian_numbers_without_gaps() {
        byte[] bytes = new Safetensors(List.of(HALF, ONE), Map.of("k", "v")).bytes();

        String header =
                "{\"__metadata__\":{\"k\":\"v\"},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"w\":{\"dtype\":\"F64\",\"shape\":[2,1],\"data_offsets\":[4,20]}}";
        int padded = (header.length() + 7) / 8 * 8;
        String expected = HexFormat.of().toHexDigits(Long.reverseBytes(padded))
                + hex((header + " ".repeat(padded - header.length())).getBytes(StandardCharsets.US_ASCII))
                + "0000003f" // 0.5
                + "000000000000f03f" // 1
                + "00000000000000c0"; // -2
        assertThat(hex(bytes)).isEqualTo(expected);
    }

    @Test
    void an_npy_array_begins_as_numpy_writes_it() {
        byte[] bytes = Npy.bytes(ONE);

        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 1), }";
        assertThat(hex(Arrays.copyOf(bytes, 10))).isEqualTo("934e554d505901007600"); // version 1.0, 118 bytes
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .isEqualTo(header + " ".repeat(117 - header.length()) + "\n");
        assertThat(hex(Arrays.copyOfRange(bytes, 128, 144))).isEqualTo("000000000000f03f00000000000000c0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1; (1,)", "1 1; (1, 1)", "1 1 1; (1, 1, 1)"})
    void shapes_are_written_as_python_tuples(String axes, String tuple) {
        Integer[] shape =
                Arrays.stream(axes.split(" ", -1)).map(Integer::valueOf).toArray(Integer[]::new);

        byte[] bytes = Npy.bytes(Tensor.f64("a", new double[1], shape));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("'shape': " + tuple + ", }");
    }

    @Test
    void a_number_without_axes_has_an_empty_tuple() {
        byte[] bytes = Npy.bytes(Tensor.f64("dt", new double[] {0.01}));

        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("'shape': (), }");
        assertThat(Npy.parse("x", "dt", bytes).values()).containsExactly(0.01);
    }

    @Test
    void an_npz_archive_stores_its_arrays_uncompressed_under_a_fixed_date() throws IOException {
        byte[] bytes = Npz.bytes(List.of(ONE));

        var zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(zip.getInt(0)).isEqualTo(0x04034b50);
        assertThat(zip.getShort(8)).isZero(); // stored
        assertThat(zip.getShort(10)).isZero(); // midnight
        assertThat(zip.getShort(12)).isEqualTo((short) (2 << 5 | 1)); // 1 February 1980
        assertThat(zip.getInt(22)).isEqualTo(144);
        assertThat(new String(bytes, 30, 5, StandardCharsets.US_ASCII)).isEqualTo("w.npy");
        int data = 30 + zip.getShort(26) + zip.getShort(28);
        assertThat(Arrays.copyOfRange(bytes, data, data + 144)).isEqualTo(Npy.bytes(ONE));
        assertThat(Npz.bytes(List.of(ONE))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}; found dtype I64, expected F32, F64, F16 or BF16",
                "{\"shape\":[1],\"data_offsets\":[0,8]}; found dtype nothing, expected F32, F64, F16 or BF16",
                "{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}; found the count -1, expected a whole number",
                "{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0]}; found data_offsets [0], expected two of them",
                "{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,4]}; found data_offsets [0, 4], expected 8 bytes apart",
                "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}; found a begin of 4, expected 0",
                "{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}; found 8 bytes of data, expected 4",
                "{\"dtype\":\"F64\",\"shape\":3,\"data_offsets\":[0,8]}; found counts 3, expected an array",
            })
    void a_lying_header_is_told_with_what_was_found_and_expected(String entry, String told) {
        byte[] json = ("{\"b\":" + entry + "}").getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(16 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();

        assertThatThrownBy(() -> Safetensors.parse("w.safetensors", bytes))
                .isInstanceOf(DamagedData.class)
                .hasMessageStartingWith("w.safetensors")
                .hasMessageContaining(told);
    }

    @Test
    void a_tensor_that_is_not_there_is_told_beside_those_that_are() {
        var file = new Safetensors(List.of(HALF, ONE), Map.of());

        assertThatThrownBy(() -> file.tensor("x")).hasMessage("tensor x is damaged: found [b, w], expected that name");
        assertThatThrownBy(() -> Tensor.f64("w", new double[3], 2)).hasMessage("w is 3 values, expected 2 values");
        assertThatThrownBy(() -> Tensor.f64("", new double[0], 0))
                .hasMessageContaining("expected the name of a tensor");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1.0, 1",
        "0.1, 0.1",
        "1e-7, 1E-7",
        "123456.5, 123456.5",
        "NaN, NaN",
        "Infinity, inf",
        "-Infinity, -inf",
        "0.30000000000000004, 0.3",
        "1e15, 1E+15"
    })
    void numbers_of_a_table_have_twelve_digits_and_no_more_than_they_need(double value, String text) {
        assertThat(SignalCsv.number(value)).isEqualTo(text);
        assertThat(Double.parseDouble(SignalCsv.number(value).replace("inf", "Infinity")))
                .satisfiesAnyOf(
                        read -> assertThat(read).isNaN(),
                        read -> assertThat(Math.abs(read - value) <= 1e-12 * Math.abs(value) || read == value)
                                .isTrue());
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
