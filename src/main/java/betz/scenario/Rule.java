// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A check across settings, such as "dt is at most half of tau".
 *
 * @param <T> the record that a scenario is read into
 */
@FunctionalInterface
public interface Rule<T> {
    /** Returns what is wrong with the value; nothing if all is well. */
    List<Breach> check(T value);

    /**
     * One breach of a rule; the reader finds its line and column.
     *
     * @param path the setting to change, such as {@code network.tau}
     * @param found its value
     * @param expected what is accepted
     * @param suggestion what was probably meant, or null
     */
    record Breach(
            String path,
            String found,
            String expected,
            @Nullable String suggestion) {}
}
