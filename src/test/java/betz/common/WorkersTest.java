// SPDX-License-Identifier: Apache-2.0
package betz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void every_piece_runs_exactly_once(int threads) {
        var runs = new AtomicIntegerArray(100);

        try (var workers = new Workers(threads)) {
            workers.each(100, runs::incrementAndGet);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_failing_piece_is_told(int threads) {
        try (var workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.each(4, piece -> Require.count("piece", piece, 0, 2)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessage("piece is 3, expected 0 to 2");
        }
    }
}
