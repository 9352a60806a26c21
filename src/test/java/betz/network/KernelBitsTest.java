// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernels in virtual machines of other kinds: each must compute the same bits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KernelBitsTest {
    private static final String MODULE = "--add-exports=java.base/jdk.internal.module=ALL-UNNAMED";
    private static final String PLAIN = run("-Xshare:auto");

    /** Vectors of 128, 256 and whatever is the most bits, without AVX-512, and without the compiler that knows vectors. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-Xshare:auto",
                "-XX:MaxVectorSize=16",
                "-XX:MaxVectorSize=32",
                "-XX:UseAVX=2",
                "-XX:TieredStopAtLevel=1"
            })
    void vectors_of_any_width_have_the_bits_of_plain_products(String flag) {
        String digest = PLAIN.substring("plain ".length());

        assertThat(run(MODULE, flag).lines()).containsExactly("plain " + digest, "vector " + digest);
    }

    @Test
    void a_virtual_machine_that_keeps_the_module_closed_has_the_plain_products() {
        assertThat(PLAIN).startsWith("plain ").hasLineCount(1);
    }

    /** Returns what {@link KernelBits} prints in a virtual machine with some flags. */
    private static String run(String... flags) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("-XX:+IgnoreUnrecognizedVMOptions"); // flags of other processors
        words.addAll(List.of(flags));
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), KernelBits.class.getName()));
        try {
            Process process = new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            byte[] told = process.getInputStream().readAllBytes();
            return new String(told, StandardCharsets.UTF_8).lines().collect(Collectors.joining("\n"));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
