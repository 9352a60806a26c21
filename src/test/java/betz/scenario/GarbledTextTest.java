// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class GarbledTextTest {
    private static final String GOOD = """
            name: x
            dt: 5 ms
            delay: 200..600 ms
            effector: {kind: arm26, muscle: hill, upperArm: {length: 31 cm}}
            network:
              cell: leaky
              units: 12
            analyses: [kinematics, {kind: pca, components: 6}]
            pushes: [{force: 2 N, for: 50 ms}]
            """;
    private static final String SPLINTERS = "{}[]:,-&*!<|>'\"%@`#?~ \n0159.eE+xs/^²\u0085\u200b\ud83d\ude00é";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void garbled_text_is_accepted_or_refused_in_plain_words_and_never_fails_otherwise(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 500; i++) {
            String text = garble(GOOD, random);

            List<String> told = Demo.told(text);

            assertThat(told).allMatch(m -> m.contains(", expected ") && !m.contains("\n"), text);
        }
    }

    private static String garble(String text, RandomGenerator random) {
        var garbled = new StringBuilder(text);
        for (int edits = random.nextInt(1, 4); edits > 0; edits--) {
            int at = random.nextInt(garbled.length() - 3);
            int piece = random.nextInt(SPLINTERS.length());
            garbled.replace(at, at + random.nextInt(3), SPLINTERS.substring(piece, piece + 1));
        }
        return garbled.toString();
    }
}
