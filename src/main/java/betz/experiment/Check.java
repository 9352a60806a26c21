// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

/**
 * One thing about machine or installation that a run depends on.
 *
 * @param name what was looked at
 * @param state how it is
 * @param found in words
 * @param remedy what to do, empty where nothing is to be done
 */
public record Check(String name, State state, String found, String remedy) {
    /** How it is; a run works unless there is a problem. */
    public enum State {
        OK,
        WARNING,
        /** This machine or its Java does not suffice. */
        MACHINE_PROBLEM,
        /** Files cannot be written. */
        FILE_PROBLEM,
        /** The program does not compute what it should. */
        OWN_PROBLEM;

        /** Tells whether a run cannot work. */
        public boolean isProblem() {
            return compareTo(WARNING) > 0;
        }

        /** Returns the word for it. */
        public String word() {
            return this == OK ? "ok" : this == WARNING ? "warning" : "problem";
        }
    }

    /** Returns a check that found what it should. */
    public static Check ok(String name, String found) {
        return new Check(name, State.OK, found, "");
    }
}
