// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SafetensorsTest {
    private static final Tensor WEIGHTS = Tensor.f64("w", new double[] {1, -0.0, Double.MIN_VALUE, 4, 5, 1e300}, 2, 3);
    private static final Tensor BIAS = new Tensor("b", Tensor.Precision.F32, List.of(2), new double[] {0.5, 0.1});

    @Test
    void what_was_written_is_read_back_to_the_last_bit(@TempDir Path folder) throws IOException {
        var file = folder.resolve("weights.safetensors");

        new Safetensors(List.of(WEIGHTS, BIAS), Map.of("seed", "1", "about", "tést")).write(file);
        var read = Safetensors.read(file);

        assertThat(read.tensor("w").shape()).containsExactly(2, 3);
        assertThat(read.tensor("w").values()).containsExactly(WEIGHTS.values());
        assertThat(read.tensor("b").values()).containsExactly(0.5, 0.1f); // single precision
        assertThat(read.metadata()).containsEntry("seed", "1").containsEntry("about", "tést");
    }

    @Test
    void the_bytes_are_those_of_the_published_format() {
        byte[] bytes = new Safetensors(List.of(BIAS), Map.of()).bytes();

        String header = "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(buffer.getLong()).isEqualTo(56);
        assertThat(new String(bytes, 8, 56, StandardCharsets.UTF_8).strip()).isEqualTo(header);
        assertThat(buffer.position(64).getFloat()).isEqualTo(0.5f);
        assertThat(bytes).hasSize(72);
    }

    @Test
    void metadata_is_written_in_the_order_of_its_keys() {
        var one = new Safetensors(List.of(BIAS), Map.of("a", "1", "b", "2", "c", "3"));
        var other = new Safetensors(List.of(BIAS), Map.of("c", "3", "b", "2", "a", "1"));

        assertThat(one.bytes()).isEqualTo(other.bytes());
        assertThat(new String(one.bytes(), StandardCharsets.UTF_8)).contains("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() {
        byte[] bytes = new Safetensors(List.of(WEIGHTS, BIAS), Map.of("k", "v")).bytes();

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Safetensors.parse("cut", cut)).isInstanceOf(DamagedData.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"b\":1}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[1099511627776],\"data_offsets\":[0,4398046511104]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,8]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2.0],\"data_offsets\":[0,8]}}",
                "{\"b\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"c\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":{\"a\":1},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
                "{}",
            })
    void a_header_that_lies_is_refused(String header) {
        byte[] bytes = withHeader(header, header.length());

        assertThatThrownBy(() -> Safetensors.parse("weights.safetensors", bytes))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("weights.safetensors");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void a_header_of_absurd_length_is_refused(long length) {
        assertThatThrownBy(() -> Safetensors.parse("x", withHeader("{}", length)))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("a header of " + length + " bytes");
    }

    @Test
    void a_folder_or_a_missing_file_in_its_place_is_named(@TempDir Path folder) {
        assertThatThrownBy(() -> Safetensors.read(folder)).hasMessageContaining(folder.toString());
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    private static byte[] withHeader(String header, long length) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .put(json)
                .array();
    }
}
