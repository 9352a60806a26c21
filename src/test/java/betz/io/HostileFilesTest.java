// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.RandomStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie about what they hold are refused by name, before anything is allocated for what they claim. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileFilesTest {
    private static final Tensor SMALL = Tensor.f64("a", new double[] {1, 2, 3}, 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[0,1099511627776],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1099511627776,0],\"data_offsets\":[0,0]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[65536,65536],\"data_offsets\":[0,34359738368]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[18446744073709551617],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[9223372036854775800,9223372036854775807]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8,16]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[null],\"data_offsets\":[0,8]}}",
                "{\"a\":null}",
                "{\"a\":[]}",
                "{\"__metadata__\":[\"x\"],\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"__metadata__\":7,\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}",
                "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}} trailing",
            })
    void safetensors_headers_with_impossible_shapes_or_offsets_are_refused(String header) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(16 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();

        assertThatThrownBy(() -> Safetensors.parse("w.safetensors", bytes))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("w.safetensors");
    }

    @Test
    void a_header_nested_a_hundred_thousand_deep_is_refused() {
        byte[] json = ("{\"a\":" + "[".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();

        assertThatThrownBy(() -> Safetensors.parse("deep", bytes)).isInstanceOf(DamagedData.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void safetensors_with_random_bytes_changed_are_read_or_refused_but_never_fail_otherwise(long seed) {
        byte[] sound = new Safetensors(List.of(SMALL), Map.of("k", "v")).bytes();
        var random = RandomStream.of(seed, "bytes");
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = sound.clone();
            for (int change = 0; change <= random.nextInt(3); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Safetensors.parse("fuzz", bytes);
            } catch (DamagedData told) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void npy_arrays_with_random_bytes_changed_are_read_or_refused_but_never_fail_otherwise(long seed) {
        byte[] sound = Npy.bytes(SMALL);
        var random = RandomStream.of(seed, "bytes");
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] bytes = Arrays.copyOf(sound, sound.length - random.nextInt(2) * random.nextInt(sound.length));
            if (bytes.length > 0) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                Npy.parse("fuzz", "a", bytes);
            } catch (DamagedData told) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 9999999999), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999, 0), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1.0,), }",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1L,), }",
            })
    void npy_headers_with_impossible_shapes_are_refused(String header) {
        byte[] bytes = ("\u0093NUMPY\1\0" + (char) header.length() + "\0" + header + "12345678")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> Npy.parse("x", "a", bytes)).isInstanceOf(DamagedData.class);
    }

    @Test
    void a_flipped_bit_in_the_data_of_an_archive_is_noticed_by_its_checksum() throws IOException {
        byte[] bytes = Npz.bytes(List.of(SMALL));
        int data = indexOf(bytes, Npy.bytes(SMALL)) + 128; // the first number
        bytes[data] ^= 1;
        Path file = Files.write(folder.resolve("flipped.npz"), bytes);

        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DamagedData.class)
                .hasMessage(file + ": a.npy is damaged: found another checksum, expected that of the archive");
    }

    @Test
    void an_archive_with_two_arrays_of_one_name_is_refused() throws IOException {
        byte[] bytes = Npz.bytes(List.of(SMALL, Tensor.f64("b", new double[] {1, 2, 3}, 3)));
        for (int i = 0; i < bytes.length - 5; i++) {
            if (new String(bytes, i, 5, StandardCharsets.US_ASCII).equals("b.npy")) {
                bytes[i] = 'a';
            }
        }
        Path file = Files.write(folder.resolve("twice.npz"), bytes);

        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DamagedData.class)
                .hasMessageEndingWith("a.npy is damaged: found the same name again, expected each name once");
    }

    @Test
    void an_archive_cut_off_anywhere_is_refused() throws IOException {
        byte[] bytes = deflated(new byte[] {}, SMALL);
        for (int length = 0; length < bytes.length; length += 23) {
            Path file = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> NpzReader.read(file)).isInstanceOf(DamagedData.class);
        }
    }

    @Test
    void compressed_data_that_cannot_be_inflated_is_refused() throws IOException {
        byte[] bytes = deflated(new byte[] {}, Tensor.f64("a", new double[500], 500));
        int data = 30 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(26);
        for (int i = data; i < data + 12; i++) {
            bytes[i] = (byte) 0xff;
        }
        Path file = Files.write(folder.resolve("broken.npz"), bytes);

        assertThatThrownBy(() -> NpzReader.read(file)).isInstanceOf(DamagedData.class);
    }

    @Test
    void an_array_that_inflates_beyond_what_its_header_says_is_refused() throws IOException {
        byte[] bomb = deflated(new byte[4_000_000], SMALL);
        Path file = Files.write(folder.resolve("bomb.npz"), bomb);

        assertThat(bomb.length).isLessThan(10_000);
        assertThatThrownBy(() -> NpzReader.read(file))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("found 4000024 bytes of data, expected 24 for the shape [3]");
    }

    @Test
    void tensors_of_one_name_or_of_the_name_of_the_metadata_are_not_written() {
        Tensor reserved = Tensor.f64("__metadata__", new double[1], 1);

        assertThatThrownBy(() -> new Safetensors(List.of(SMALL, SMALL), Map.of()))
                .hasMessage("name of a tensor is a, expected one that no other has, and not __metadata__");
        assertThatThrownBy(() -> new Safetensors(List.of(reserved), Map.of()))
                .hasMessageStartingWith("name of a tensor is __metadata__, expected one");
    }

    /** Returns a compressed archive of one array with something after its numbers. */
    private static byte[] deflated(byte[] extra, Tensor array) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(array.name() + ".npy"));
            zip.write(Npy.bytes(array));
            zip.write(extra);
        }
        return bytes.toByteArray();
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i <= bytes.length - part.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }
}
