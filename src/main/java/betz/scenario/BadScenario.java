// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be used, with every problem found in it, in reading order. */
public final class BadScenario extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /** Carries the problems; they are sorted by place here. */
    public BadScenario(List<Problem> problems) {
        super(problems.stream().sorted().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = problems.stream().sorted().toList();
    }

    static BadScenario wholeFile(String file, String found, String expected) {
        return new BadScenario(List.of(new Problem(Place.whole(file), "", found, expected, null)));
    }

    /** Returns the problems, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }
}
