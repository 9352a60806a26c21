// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.common.BadSetting;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of weights that are broken, or made to do harm, are told in one sentence and cost next to nothing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileWeightsTest {
    private static final byte[] SOUND = new HandmadeTensors()
            .f32("weight_hh", List.of(2, 2), 1, 2, 3, 4)
            .f64("readout.bias", List.of(2), 5, 6)
            .bits("b", "F16", List.of(1), 0x3c00)
            .bytes();
    private static final int HEADER_END = SOUND.length - 34;
    private static final String B = "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

    @TempDir
    Path folder;

    /** Reads the file both ways; returns what was thrown, or null. */
    private Throwable reading(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("w.safetensors"), bytes);
        Throwable parsed = catchThrowable(() -> Safetensors.parse(file.toString(), bytes));
        Throwable read = catchThrowable(() -> Safetensors.read(file));
        assertThat(String.valueOf(read)).isEqualTo(String.valueOf(parsed));
        return read;
    }

    private void readsOrIsToldInOneSentence(byte[] bytes) {
        String place = folder.resolve("w.safetensors").toString();
        Throwable thrown = catchThrowable(() -> Safetensors.parse(place, bytes));
        if (thrown != null) {
            assertThat(thrown).isInstanceOfAny(DamagedData.class, BadSetting.class);
            assertThat(String.valueOf(thrown.getMessage()).replace(folder.toString(), ""))
                    .hasSizeLessThan(300)
                    .doesNotContainPattern("\\p{Cntrl}|Exception|null")
                    .containsPattern("found .*, expected ");
        }
    }

    @Test
    void the_sound_file_is_read() throws IOException {
        assertThat(reading(SOUND)).isNull();
        assertThat(Safetensors.parse("w", SOUND).tensor("readout.bias").values())
                .containsExactly(5, 6);
    }

    @Test
    void any_bit_of_length_or_header_may_be_flipped() {
        for (int i = 0; i < HEADER_END; i++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = SOUND.clone();
                flipped[i] ^= (byte) (1 << bit);
                readsOrIsToldInOneSentence(flipped);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, '"', '{', '}', '[', ']', ',', ':', '-', '9', '.', 'e', '\\', 0xff, 0xc3, 0x1b, '\n'})
    void any_byte_of_the_header_may_be_replaced_doubled_or_lost(int value) {
        for (int i = 8; i < HEADER_END; i++) {
            byte[] header = Arrays.copyOfRange(SOUND, 8, HEADER_END);
            byte[] data = Arrays.copyOfRange(SOUND, HEADER_END, SOUND.length);
            header[i - 8] = (byte) value;
            readsOrIsToldInOneSentence(HandmadeTensors.file(header, data));
            byte[] more = ByteBuffer.allocate(header.length + 1)
                    .put(SOUND, 8, i - 8)
                    .put((byte) value)
                    .put(SOUND, i, HEADER_END - i)
                    .array();
            readsOrIsToldInOneSentence(HandmadeTensors.file(more, data));
            byte[] less = ByteBuffer.allocate(header.length - 1)
                    .put(SOUND, 8, i - 8)
                    .put(SOUND, i + 1, HEADER_END - i - 1)
                    .array();
            readsOrIsToldInOneSentence(HandmadeTensors.file(less, data));
        }
    }

    @Test
    void a_file_cut_off_or_continued_anywhere_is_refused() throws IOException {
        for (int length = 0; length < SOUND.length; length++) {
            assertThat(reading(Arrays.copyOf(SOUND, length))).isInstanceOf(DamagedData.class);
        }
        assertThat(reading(Arrays.copyOf(SOUND, SOUND.length + 1))).isInstanceOf(DamagedData.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + B + "," + B + "}",
                "{\"b\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"__metadata__\":{\"a\":\"\",\"a\":\"\"}," + B + "}",
                "{\"__metadata__\":{},\"__metadata__\":{}," + B + "}",
                "{" + B + "}{}",
                "{\"\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[[1]],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"f32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":[\"F32\"],\"shape\":[1],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"BOOL\",\"shape\":[4],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[1e0],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[-1,-1],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[3037000500,3037000500],\"data_offsets\":[0,4]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2147483648],\"data_offsets\":[0,8589934592]}}",
                "{\"b\":{\"dtype\":\"F32\",\"shape\":[2147483647],\"data_offsets\":[0,8589934588]}}",
            })
    void a_header_that_lies_or_says_a_thing_twice_is_refused(String header) throws IOException {
        Throwable thrown = reading(HandmadeTensors.file(header, new byte[4]));

        assertThat(thrown).isInstanceOf(DamagedData.class);
        readsOrIsToldInOneSentence(HandmadeTensors.file(header, new byte[4]));
    }

    @Test
    void other_encodings_than_utf_8_are_refused() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)) {
            byte[] header = ("{" + B + "}").getBytes(charset);
            assertThat(reading(HandmadeTensors.file(header, new byte[4]))).isInstanceOf(DamagedData.class);
        }
        byte[] latin = ("{" + B.replace("\"b\"", "\"\u00e9\"") + "}").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reading(HandmadeTensors.file(latin, new byte[4])))
                .hasMessageEndingWith("found a header that is no UTF-8, expected a JSON object in UTF-8");
    }

    @Test
    void names_and_values_cannot_flood_or_colour_the_message() throws IOException {
        String name = "\\u001b[31m" + "x".repeat(1000) + "\\n";
        for (String entry : List.of("7", "{\"dtype\":\"" + name + "\",\"shape\":[1],\"data_offsets\":[0,4]}")) {
            byte[] bytes = HandmadeTensors.file("{\"" + name + "\":" + entry + "}", new byte[4]);

            assertThat(reading(bytes)).isInstanceOf(DamagedData.class);
            readsOrIsToldInOneSentence(bytes);
        }
    }

    @Test
    void so_many_tensors_that_their_names_alone_would_fill_the_memory_are_refused() throws IOException {
        String header = IntStream.range(0, 20_000)
                .mapToObj(i -> "\"" + i + "\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]}")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(reading(HandmadeTensors.file(header)))
                .isInstanceOf(DamagedData.class)
                .hasMessageContaining("nested too deep or too long");
    }

    @Test
    void what_is_no_file_is_refused_at_once() throws Exception {
        Path pipe = folder.resolve("pipe.safetensors");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Path loop = folder.resolve("loop.safetensors");
        Files.createSymbolicLink(loop, loop);
        Path empty = Files.createFile(folder.resolve("empty.safetensors"));

        assertThatThrownBy(() -> Safetensors.read(pipe))
                .hasMessageEndingWith("something else, expected a regular file");
        assertThatThrownBy(() -> Safetensors.read(folder))
                .hasMessageEndingWith("something else, expected a regular file");
        assertThatThrownBy(() -> Safetensors.read(loop)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> Safetensors.read(empty)).hasMessageEndingWith("found 0 bytes, expected at least 8");
    }

    /** A file of a gigabyte that takes no room on the disk, since nothing was ever written to most of it. */
    @ParameterizedTest
    @ValueSource(longs = {100_000_001, 1 << 30, Long.MAX_VALUE, -1})
    void a_header_longer_than_any_is_refused_before_there_is_room_for_it(long length) throws IOException {
        Path file = folder.resolve("sparse.safetensors");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
            sparse.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array());
        }

        assertThat(allocatedIn(() -> Safetensors.read(file))).isLessThan(1 << 20);
    }

    @Test
    void data_that_is_not_there_is_refused_before_there_is_room_for_it() throws IOException {
        String header = "{\"b\":{\"dtype\":\"F64\",\"shape\":[134217728],\"data_offsets\":[0,1073741824]}}";
        Path file = Files.write(folder.resolve("short.safetensors"), HandmadeTensors.file(header, new byte[8]));

        assertThat(allocatedIn(() -> Safetensors.read(file))).isLessThan(1 << 20);
    }

    private static long allocatedIn(org.assertj.core.api.ThrowableAssert.ThrowingCallable refused) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assertThatThrownBy(refused).isInstanceOf(DamagedData.class); // loads classes
        long before = threads.getCurrentThreadAllocatedBytes();
        Throwable thrown = catchThrowable(refused);
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(thrown).isInstanceOf(DamagedData.class);
        return after - before;
    }
}
