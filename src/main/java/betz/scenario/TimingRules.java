// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.data.Handle;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Since;
import betz.data.TargetJump;
import betz.data.Timed;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** What a perturbation that begins at some time must hold with the trials that have it. */
final class TimingRules {
    /** Jumps are tried to the millimetre. */
    private static final double MILLIMETRE = 0.001;

    private final String path;
    private final Perturbation perturbation;
    private final Timed timed;
    private final double dt;
    private final List<Trial> trials;

    private TimingRules(String path, Perturbation perturbation, Timed timed, TrialBatch trials) {
        this.path = path;
        this.perturbation = perturbation;
        this.timed = timed;
        this.dt = trials.dt();
        this.trials = trials.trials().stream()
                .filter(trial -> trial.goes() || timed.since() != Since.GO)
                .toList();
    }

    /** Returns the rules of a perturbation; none where it lasts the whole trial, or where no trial has what its time is counted from. */
    static Optional<TimingRules> of(String path, Perturbation perturbation, TrialBatch trials) {
        return perturbation instanceof Timed timed
                ? Optional.of(new TimingRules(path, perturbation, timed, trials))
                        .filter(rules -> !rules.trials.isEmpty())
                : Optional.empty();
    }

    /** Refuses what begins after the end of every trial, and what ends before time 0 in every trial. */
    List<Rule.Breach> actsInTrials() {
        if (count(this::misses) < trials.size()) {
            return List.of();
        }
        int late = -most(trial -> trial.end() - 1 - perturbation.from(trial, dt));
        String expected = late > 0
                ? "at most " + ScenarioRules.ms(timed.at() - late * dt) + event()
                        + ", before the longest trial ends; or longer trials"
                : "at least " + ScenarioRules.ms(timed.at() + dt * (1 - most(trial -> perturbation.until(trial, dt))))
                        + event() + ", so that it lasts beyond time 0; or a longer for";
        return List.of(new Rule.Breach(path + ".at", ScenarioRules.ms(timed.at()), expected, null));
    }

    /** Tells how many trials have nothing of it, if it is some of them. */
    Optional<String> missedTrials() {
        long missed = count(this::misses);
        return missed == 0 || missed == trials.size()
                ? Optional.empty()
                : Optional.of(
                        path + " (" + Kinds.name(perturbation) + ") begins after the end, or ends before time 0, of "
                                + missed + " of " + trials.size() + " trials, which have nothing of it.");
    }

    /** Refuses a jump after which the hand could not reach every target. */
    List<Rule.Breach> targetsStayInReach(Workspace body) {
        if (!(perturbation instanceof TargetJump jump)) {
            return List.of();
        }
        long lost = count(trial -> !reaches(body, trial.with(jump)));
        if (lost == 0) {
            return List.of();
        }
        String expected = "a jump after which the hand can reach all targets, " + farthest(body, jump) + ": "
                + body.workspace() + "; beyond it are those of " + lost + " of " + trials.size() + " trials";
        return List.of(new Rule.Breach(path + ".by", ScenarioRules.cm(jump.by()), expected, null));
    }

    private String farthest(Workspace body, TargetJump jump) {
        return IntStream.iterate(
                        (int) (jump.by() / MILLIMETRE), millimetres -> millimetres > 0, millimetres -> millimetres - 1)
                .mapToDouble(millimetres -> millimetres * MILLIMETRE)
                .filter(by -> trials.stream().allMatch(trial -> reaches(body, trial.with(jump.withBy(by)))))
                .mapToObj(by -> "at most " + ScenarioRules.cm(by) + " in this direction")
                .findFirst()
                .orElse("in another direction");
    }

    /** Tells whether the hand can follow the target wherever the task has it; it must not where no go cue comes. */
    private boolean reaches(Workspace body, Trial trial) {
        int last = trial.end() - 1;
        int first = trial.trajectory() == null ? last : Math.min(last, Math.max(0, trial.goCue()));
        return !trial.goes() || IntStream.rangeClosed(first, last).allMatch(step -> body.reaches(hand(trial, step)));
    }

    /** Returns where the hand is that is seen at the target; it hardly moves at a handle. */
    private Point hand(Trial trial, int step) {
        Point target = trial.target(step, dt);
        Handle handle = trial.handle();
        return handle == null ? target : handle.hand(trial.start(), target);
    }

    private boolean misses(Trial trial) {
        return perturbation.from(trial, dt) >= trial.end() || perturbation.until(trial, dt) <= 0;
    }

    private long count(Predicate<Trial> those) {
        return trials.stream().filter(those).count();
    }

    private int most(ToIntFunction<Trial> of) {
        return trials.stream().mapToInt(of).max().orElseThrow();
    }

    private String event() {
        return switch (timed.since()) {
            case START -> " from the start";
            case TARGET -> " from when the target appears";
            case GO -> " from the go cue";
        };
    }
}
