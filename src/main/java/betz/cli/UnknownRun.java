// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.nio.file.Path;

/** A run was asked for that is not there. */
final class UnknownRun extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownRun(String run, Path results) {
        super("No complete run %s, and none whose id begins so below %s. See: betz list runs".formatted(run, results));
    }
}
