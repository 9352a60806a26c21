// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A run was asked for that is not there, or by too few letters of its id. */
final class UnknownRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Tells of a word that stands for no run, or for all that are given. */
    UnknownRun(String run, Path results, List<Path> meant) {
        super(meant.isEmpty() ? unknown(run, results) : ambiguous(run, meant));
    }

    private static String unknown(String run, Path results) {
        return "No complete run '%s', and none whose id begins so below %s.\nSee: betz list runs"
                .formatted(run, results);
    }

    private static String ambiguous(String run, List<Path> meant) {
        return meant.stream()
                .map(Path::toString)
                .collect(Collectors.joining(
                        "\n", "'" + run + "' begins the ids of several runs; type more of one:\n", ""));
    }
}
