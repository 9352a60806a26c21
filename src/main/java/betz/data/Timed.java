// SPDX-License-Identifier: Apache-2.0
package betz.data;

/** What begins at a time that is counted from an event of the trial. */
public interface Timed {
    /** Returns what {@link #at} is counted from. */
    Since since();

    /** Returns when it begins, s; before 0 it is earlier than the event. */
    double at();
}
