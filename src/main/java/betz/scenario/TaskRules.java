// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.cortex.TunedCortex;
import betz.data.TrialBatch;
import betz.io.BadTable;
import betz.io.DamagedData;
import betz.task.RandomReach;
import betz.task.Sampler;
import betz.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the task must hold with the rest of a scenario. */
final class TaskRules {
    private static final int MOST_STEPS = 100_000;
    /** After so many problems of a table the rest is counted only. */
    private static final int MOST_TOLD = 20;

    /**
     * How far from home a tuned cortex may start, m. Its read-out is fitted around one posture; elsewhere the hand drifts by 2 mm
     * per cm before it moves. Within 1 cm reaches end within 10 mm of their targets (median 3 mm), from 5 cm on they may miss by
     * centimetres.
     */
    private static final double CORTEX_STARTS = 0.01;

    private TaskRules() {}

    /** Recorded reaches bring their own targets and times. */
    static boolean usesTask(Scenario scenario) {
        return !(scenario.reference() instanceof Recorded);
    }

    /** Tells all problems of a table of trials. */
    static List<Rule.Breach> tableIsSound(Scenario scenario) {
        if (!usesTask(scenario) || !(scenario.task() instanceof Table table)) {
            return List.of();
        }
        if (!Files.isRegularFile(table.file())) {
            return List.of(file(
                    "'" + table.file() + "', which is not a file",
                    "a CSV file of trials; make one with: betz new NAME --from table"));
        }
        try {
            var unused = Samplers.of(scenario);
            return List.of();
        } catch (BadTable bad) {
            return told(bad.problems()).stream()
                    .map(problem -> file("'" + table.file() + "'", "a table without this problem: " + problem))
                    .toList();
        } catch (IOException | DamagedData unreadable) {
            return List.of(file("'" + table.file() + "', which cannot be read", "a readable CSV file of trials"));
        }
    }

    private static List<String> told(List<String> problems) {
        List<String> told = new ArrayList<>(problems.subList(0, Math.min(MOST_TOLD, problems.size())));
        if (problems.size() > MOST_TOLD) {
            told.add((problems.size() - MOST_TOLD) + " more like these");
        }
        return told;
    }

    private static Rule.Breach file(String found, String expected) {
        return new Rule.Breach("task.file", found, expected, null);
    }

    /** Returns what makes the trials; nothing where the reference does, or where {@link #tableIsSound} tells what is wrong. */
    private static Optional<Sampler> sampler(Scenario scenario) {
        return usesTask(scenario) && tableIsSound(scenario).isEmpty() ? Optional.of(read(scenario)) : Optional.empty();
    }

    private static Sampler read(Scenario scenario) {
        try {
            return Samplers.of(scenario);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Returns the trials that are learnt from, or judged; nothing where the reference brings them, or where none can be drawn. */
    static Optional<TrialBatch> trials(Scenario scenario, boolean judged) {
        if (sampler(scenario).isEmpty()
                || !targetsAreInReach(scenario).isEmpty()
                || !trialsAreShort(scenario).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(judged ? Samplers.heldOut(scenario, scenario.seed()) : Samplers.training(scenario));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** Returns the longest time that a trial can take, s; infinite where it is not known. */
    static double longest(Scenario scenario) {
        return sampler(scenario).map(Sampler::longest).orElse(Double.POSITIVE_INFINITY);
    }

    /** Returns the number of conditions of the task; 0 where it is not known before the trials are. */
    static int conditions(Scenario scenario) {
        return scenario.task() instanceof Table
                ? 0
                : sampler(scenario).map(Sampler::kinds).orElse(0);
    }

    /** Returns how far from home trials may start, m. */
    static double startsWithin(Scenario scenario) {
        return sampler(scenario).map(Sampler::startsWithin).orElse(0.0);
    }

    /** Tells whether trials start in more than one place. */
    static boolean startsDiffer(Scenario scenario) {
        return sampler(scenario).map(Sampler::startsDiffer).orElse(false);
    }

    static List<Rule.Breach> targetsAreInReach(Scenario scenario) {
        return sampler(scenario).stream()
                .flatMap(sampler -> sampler.misfits(scenario.effector()).stream())
                .map(bad -> new Rule.Breach(path(bad.name()), bad.found(), bad.expected(), null))
                .toList();
    }

    /** Returns the path of a setting of the task; its kind stands for the whole, which may be written as one word. */
    private static String path(String setting) {
        return setting.equals(Kinds.of(Task.class).key()) ? "task" : "task." + setting;
    }

    static List<Rule.Breach> startsSuitCortex(Scenario scenario) {
        double starts = startsWithin(scenario);
        if (!(scenario.reference() instanceof TunedCortex)
                || starts <= CORTEX_STARTS
                || !cortexReaches(scenario).isEmpty()) {
            return List.of();
        }
        String distance = ScenarioRules.cm(starts);
        String expected = ScenarioRules.decimal(CORTEX_STARTS * 100)
                + " cm for a tuned-cortex, whose read-out is fitted to one posture; or reference: minimum-jerk";
        if (scenario.task() instanceof Table table) {
            return List.of(file(
                    table.file().getFileName() + " with starts up to " + distance + " from (0, 0)",
                    "at most " + expected));
        }
        if (scenario.task() instanceof RandomReach) {
            return List.of(new Rule.Breach("task.startsWithin", distance, "at most " + expected, null));
        }
        String task = Kinds.name(scenario.task());
        return List.of(new Rule.Breach("task", task, "one whose trials start within " + expected, null));
    }

    /** The tuned cortex goes for where a target is, slower the nearer it is, and falls behind one that moves; its hand is free. */
    static List<Rule.Breach> cortexReaches(Scenario scenario) {
        boolean follows = sampler(scenario).map(Sampler::follows).orElse(false);
        boolean held = HandleRules.isometric(scenario).isPresent();
        if (!(scenario.reference() instanceof TunedCortex) || !(follows || held)) {
            return List.of();
        }
        String why = follows ? "does not follow moving targets" : "is fitted to move a free hand and knows no handle";
        String expected = "a reach for a tuned-cortex, which " + why + "; or reference: minimum-jerk";
        return List.of(new Rule.Breach("task", Kinds.name(scenario.task()), expected, null));
    }

    static List<Rule.Breach> trialsAreShort(Scenario scenario) {
        double longest = longest(scenario);
        if (Double.isInfinite(longest) || longest / scenario.dt() <= MOST_STEPS) {
            return List.of();
        }
        return List.of(new Rule.Breach(
                "dt",
                ScenarioRules.ms(scenario.dt()),
                "a step of which a trial of " + ScenarioRules.ms(longest) + " has at most " + MOST_STEPS,
                null));
    }
}
