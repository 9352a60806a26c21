// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import picocli.CommandLine.Option;

/** How many threads work. */
final class ThreadsOption {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads; never changes a result. Default: all cores.")
    private int threads = Runtime.getRuntime().availableProcessors();

    int number() {
        return threads;
    }
}
