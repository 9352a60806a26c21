// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads worked examples: files whose top level has the key {@code example}. */
public final class ExampleFile {
    private static final String KEY = "example";

    private ExampleFile() {}

    /**
     * Tells whether a file is a worked example rather than a scenario.
     *
     * @throws BadScenario if there is no such file, or it is no text
     */
    public static boolean isOne(Path file) {
        var toldByTheReader = new ArrayList<Problem>();
        Node tree = YamlTree.parse(SourceText.read(file), file.toString(), toldByTheReader);
        return tree instanceof Node.Fields fields && fields.get(KEY) != null;
    }

    /**
     * Reads a worked example.
     *
     * @param file YAML or JSON
     * @param overrides {@code key=value} words
     * @throws BadScenario with all problems
     */
    public static Bound<WorkedExample> read(Path file, List<String> overrides) {
        return ScenarioReader.read(file, overrides, WorkedExample.class, ExampleRules.ALL);
    }
}
