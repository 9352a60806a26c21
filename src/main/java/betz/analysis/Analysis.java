// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

/**
 * A question that is put to a recording: a record whose components are the settings, each with its published default in {@code
 * DEFAULT}.
 *
 * <p>What it needs and does not find, it tells by a {@link betz.common.BadSetting} that names what is needed.
 */
public interface Analysis {
    /** Returns what is found. */
    Finding of(Subject subject);
}
