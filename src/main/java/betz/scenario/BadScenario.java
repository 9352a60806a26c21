// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario that cannot be used, with every problem found in it, in reading order. */
public final class BadScenario extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /** Carries the problems, each once; they are sorted by place here. */
    public BadScenario(List<Problem> problems) {
        super(told(problems).stream().map(Problem::message).collect(Collectors.joining("\n")));
        this.problems = told(problems);
    }

    private static List<Problem> told(List<Problem> problems) {
        return problems.stream().distinct().sorted().toList();
    }

    static BadScenario wholeFile(String file, String found, String expected) {
        return new BadScenario(List.of(new Problem(Place.whole(file), "", found, expected, null)));
    }

    /** Returns the problems, sorted by place. */
    public List<Problem> problems() {
        return problems;
    }
}
