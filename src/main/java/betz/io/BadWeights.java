// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.List;
import java.util.stream.Collectors;

/** A sound file of weights that are not those of the network; tells all problems. */
public final class BadWeights extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong with the file.
     *
     * @param found after the file's name, such as {@code with weight_hh of [96, 32]}
     * @param expected what was expected instead
     * @param unknown the name of a tensor that is not known, or empty
     * @param meant names that are missing of the same shape, one of which may be meant
     */
    public record Problem(String found, String expected, String unknown, List<String> meant) {
        /** Describes one that is no matter of names. */
        Problem(String found, String expected) {
            this(found, expected, "", List.of());
        }

        public Problem {
            meant = List.copyOf(meant);
        }
    }

    /** Collects what is wrong with a file, at least one problem. */
    BadWeights(String file, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> file + " comes " + problem.found() + ", expected " + problem.expected())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Returns all problems. */
    public List<Problem> problems() {
        return problems;
    }
}
