// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

/**
 * One setting of a scenario that has been read, for {@code betz explain} and the report.
 *
 * @param path such as {@code network.units}
 * @param value in a unit that reads well, as the user wrote it where they did
 * @param unit SI unit that the value is held in, empty for plain numbers and words
 * @param origin "default", "line 12" or "command line"
 * @param changed whether it differs from the default
 * @param about one sentence on what it does, or empty
 * @param source where the default comes from, or empty
 */
public record Setting(
        String path, String value, String unit, String origin, boolean changed, String about, String source) {}
