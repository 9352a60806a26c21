// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which finished run is meant. */
final class RunArgument {
    @Parameters(index = "0", paramLabel = "RUN", description = "The run's folder, or the beginning of its id.")
    private String run = "";

    @Mixin
    private ResultsOption results = new ResultsOption();

    /** Returns the run as it was typed. */
    String typed() {
        return run;
    }

    /** Returns the run's folder. */
    Path folder() throws IOException {
        return results.find(run);
    }

    /** Returns a folder in the working folder for what is made of the run: a word and the run's id. */
    Path place(String word) throws IOException {
        return Path.of(word + "-" + folder().toRealPath().getFileName());
    }
}
