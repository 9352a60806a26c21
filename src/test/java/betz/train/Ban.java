// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.effector.Arm26;
import betz.effector.CompliantTendonHill;
import betz.effector.Convention;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.effector.Reacher;
import betz.effector.Relu;
import betz.effector.TorqueArm;
import betz.network.Activation;
import betz.network.Connectivity;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Initialisation;
import betz.network.Leaky;
import betz.network.Lstm;
import betz.network.Part;
import betz.network.Stack;
import betz.network.Start;
import betz.train.CoveringArray.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Why levels of two factors never stand in one training; for tests.
 *
 * @param reason in a few words
 * @param isRefused whether the program refuses them; otherwise one of them would count for nothing
 * @param one a factor
 * @param other a factor that comes after it
 * @param covers tells of a level of either
 */
record Ban(String reason, boolean isRefused, Factor one, Factor other, BiPredicate<Object, Object> covers) {
    private static final Set<Object> GATED = Set.of(Gru.class, Lstm.class);
    private static final String BOTH_SIGNS = "gates make activities of both signs";
    private static final Predicate<Object> DALE = Initialisation.LogNormal.class::isInstance;
    private static final Predicate<Object> JACOBIAN = "jacobian"::equals;
    private static final Predicate<Object> IMITATION = Mode.Imitation.class::isInstance;

    /** All of them. */
    static final List<Ban> ALL = all();

    Ban {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException(one + " comes after " + other);
        }
    }

    /** Tells whether two levels might stand in one training if it were not for a reason. */
    static boolean allowsBut(String lifted, Pair pair) {
        return ALL.stream().noneMatch(ban -> !ban.reason.equals(lifted) && ban.covers(pair));
    }

    /** Tells whether two levels may stand in one training. */
    static boolean allows(Pair pair) {
        return ALL.stream().noneMatch(ban -> ban.covers(pair));
    }

    boolean covers(Pair pair) {
        return pair.factor() == one.ordinal()
                && pair.otherFactor() == other.ordinal()
                && covers.test(one.levels().get(pair.level()), other.levels().get(pair.otherLevel()));
    }

    private static List<Ban> all() {
        List<Ban> bans = new ArrayList<>();
        bans.addAll(ofCells());
        bans.addAll(ofStructures());
        bans.addAll(ofLosses());
        bans.addAll(ofBodies());
        return List.copyOf(bans);
    }

    private static List<Ban> ofCells() {
        List<Ban> bans = new ArrayList<>();
        for (Factor factor : List.of(Factor.CONNECTIVITY, Factor.INITIAL, Factor.GAIN, Factor.START, Factor.FROZEN)) {
            bans.add(idle(
                    "it has no recurrent weights", Factor.CELL, FeedForward.class::equals, factor, unusual(factor)));
        }
        for (Factor factor : List.of(Factor.TAU, Factor.UNIT_NOISE)) {
            bans.add(idle("none of its units leaks", Factor.CELL, cell -> !leaks(cell), factor, unusual(factor)));
            bans.add(idle("gates do not leak", Factor.ACTIVATION, Ban::isOfGates, factor, unusual(factor)));
        }
        bans.add(new Ban(
                "gates have theirs, and all others need one",
                false,
                Factor.CELL,
                Factor.ACTIVATION,
                (cell, activation) -> GATED.contains(cell) != isOfGates(activation)));
        return bans;
    }

    private static boolean isOfGates(Object activation) {
        return !(activation instanceof Activation);
    }

    private static boolean leaks(Object cell) {
        return cell instanceof Leaky.Form || cell == Stack.class;
    }

    private static List<Ban> ofStructures() {
        return List.of(
                refused(
                        "matrices of low rank begin with draws of their own",
                        Factor.CONNECTIVITY,
                        Connectivity.LowRank.class::isInstance,
                        Factor.INITIAL,
                        initial -> !Initialisation.Orthogonal.DEFAULT.equals(initial)),
                refused(
                        "a layer above hears all units",
                        Factor.CELL,
                        Stack.class::equals,
                        Factor.CONNECTIVITY,
                        Connectivity.Areas.class::isInstance),
                refused("a layer above hears all units", Factor.CELL, Stack.class::equals, Factor.INITIAL, DALE),
                refused(BOTH_SIGNS, Factor.CELL, GATED::contains, Factor.INITIAL, DALE),
                refused(BOTH_SIGNS, Factor.ACTIVATION, Ban::isOfGates, Factor.INITIAL, DALE),
                refused(
                        "a rate has no sign",
                        Factor.ACTIVATION,
                        activation -> activation instanceof Activation phi && !phi.isRate(),
                        Factor.INITIAL,
                        DALE),
                idle(
                        "zeros do not learn anyway",
                        Factor.START,
                        Start.Zero.class::isInstance,
                        Factor.FROZEN,
                        Part.START::equals));
    }

    private static List<Ban> ofLosses() {
        List<Ban> bans = new ArrayList<>();
        bans.add(new Ban("it counts once", false, Factor.TERM, Factor.BESIDE, Object::equals));
        bans.add(idle(
                "its steps are given", Factor.TERM, ofType(FixedTerm.class), Factor.WINDOW, unusual(Factor.WINDOW)));
        bans.add(idle(
                "it is one of squares", Factor.TERM, ofType(SquaredTerm.class), Factor.NORM, unusual(Factor.NORM)));
        for (Factor term : List.of(Factor.TERM, Factor.BESIDE)) {
            bans.add(new Ban("what is imitated has none", false, term, Factor.MODE, Ban::isWithout));
            bans.add(idle("units hear no unit", Factor.CELL, FeedForward.class::equals, term, JACOBIAN));
            bans.add(refused("gates have several drives", Factor.CELL, GATED::contains, term, JACOBIAN));
            bans.add(refused("gates have several drives", Factor.ACTIVATION, Ban::isOfGates, term, JACOBIAN));
        }
        return bans;
    }

    /** Tells of a name of a term whether it counts as one of a type. */
    private static Predicate<Object> ofType(Class<?> type) {
        return term -> Arrays.stream(Loss.class.getRecordComponents())
                .anyMatch(component -> component.getName().equals(term) && component.getType() == type);
    }

    private static boolean isWithout(Object term, Object mode) {
        return Loss.names().contains(term)
                && mode instanceof Mode.Imitation imitation
                && !Loss.of(imitation.of()).contains(term);
    }

    private static List<Ban> ofBodies() {
        List<Ban> bans = new ArrayList<>();
        bans.add(idle(
                "it has one kind of muscles",
                Factor.BODY,
                Set.of(PointMass.class, TorqueArm.class, Reacher.class)::contains,
                Factor.MUSCLE,
                muscle -> !(muscle instanceof Relu)));
        bans.add(refused(
                "MotorNet's order is Euler's",
                Factor.INTEGRATOR,
                unusual(Factor.INTEGRATOR),
                Factor.CONVENTION,
                Convention.MOTORNET::equals));
        bans.add(refused(
                "fibres on compliant tendons take a step of their own",
                Factor.MUSCLE,
                CompliantTendonHill.class::isInstance,
                Factor.INTEGRATOR,
                Integrator.RK4::equals));
        List<Factor> physical = List.of(
                Factor.MUSCLE,
                Factor.INTEGRATOR,
                Factor.CONVENTION,
                Factor.MINI_STEPS,
                Factor.LOADED,
                Factor.FEEDBACK,
                Factor.MOTOR_NOISE,
                Factor.REFLEX);
        for (Factor factor : physical) {
            bans.add(idle("there is no body", factor, unusual(factor), Factor.MODE, IMITATION));
        }
        bans.add(idle("there is no body", Factor.BODY, body -> body != Arm26.class, Factor.MODE, IMITATION));
        return bans;
    }

    private static Ban idle(
            String reason, Factor one, Predicate<Object> ofOne, Factor other, Predicate<Object> ofOther) {
        return new Ban(reason, false, one, other, (a, b) -> ofOne.test(a) && ofOther.test(b));
    }

    private static Ban refused(
            String reason, Factor one, Predicate<Object> ofOne, Factor other, Predicate<Object> ofOther) {
        return new Ban(reason, true, one, other, (a, b) -> ofOne.test(a) && ofOther.test(b));
    }

    private static Predicate<Object> unusual(Factor factor) {
        return level -> !factor.usual().equals(level);
    }
}
