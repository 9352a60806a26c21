// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.List;

/** A table that cannot be used as it is; tells all problems, each with file and line. */
public final class BadTable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** After so many problems the rest is counted only. */
    private static final int MOST = 20;

    private final transient List<String> problems;

    /**
     * Collects what is wrong.
     *
     * @param problems at least one, such as {@code reaches.csv:12: x [cm] is abc, expected a number}
     */
    public BadTable(List<String> problems) {
        super(told(problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems. */
    public List<String> problems() {
        return problems;
    }

    private static String told(List<String> problems) {
        String shown = String.join("\n", problems.subList(0, Math.min(MOST, problems.size())));
        return problems.size() <= MOST ? shown : shown + "\nand " + (problems.size() - MOST) + " more problems";
    }
}
