// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.loop.UnitLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The terms of a loss that count, tied to a loop. */
final class Costs {
    private final List<Placed> costs = new ArrayList<>();

    /** A cost and its place among the values of {@link LossTerms}. */
    private record Placed(int place, Cost cost) {}

    /** Adds a term unless it is absent or has no weight. */
    void add(String name, @Nullable Term term, Function<Term, Cost> made) {
        int place = LossTerms.place(name);
        if (term != null && term.weight() > 0) {
            costs.add(new Placed(place, made.apply(term)));
        }
    }

    /** Adds a term whose steps are given. */
    void add(String name, @Nullable FixedTerm term, Window window, Function<Term, Cost> made) {
        add(name, term == null ? null : term.in(window), made);
    }

    /** Adds a term of squares. */
    void add(String name, @Nullable SquaredTerm term, Function<Term, Cost> made) {
        add(name, term == null ? null : term.squares(), made);
    }

    /** Adds the terms of a loss that look at the units of a network, over so many steps of a loop around it. */
    void addUnits(Loss loss, UnitLoop loop, int units, int steps, double dt) {
        add(
                "activity",
                loss.activity(),
                term -> term.norm() == Norm.SQUARED
                        ? new NetworkSquares(term, units, steps, loop::activityWeight, loop::activity)
                        : new Change(term, 0, 1, loop.rates(units), units, dt));
        add("activityRate", loss.activityRate(), term -> new Change(term, 1, 1, loop.rates(units), units, dt));
        add(
                "jacobian",
                loss.jacobian(),
                term -> new NetworkSquares(term, 1, steps, loop::jacobianWeight, loop::jacobian));
    }

    /** Returns what all terms come to in a part of a batch, after they added their gradients. */
    LossTerms apply(Cost.Part part) {
        double[] values = new double[LossTerms.names().size()];
        for (Placed placed : costs) {
            values[placed.place] = placed.cost.apply(part);
        }
        return LossTerms.of(values);
    }
}
