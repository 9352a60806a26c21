// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Losses of chosen terms, for tests. */
final class Losses {
    /** No term counts. */
    static final Loss NONE = new Loss(
            Term.squares(0),
            Term.squares(0),
            Term.squares(0),
            FixedTerm.squares(0),
            Term.squares(0),
            Term.squares(0),
            Term.squares(0),
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    private Losses() {}

    /** Returns a loss of squares over whole trials: names of terms, each followed by its weight. */
    static Loss squares(Object... namesAndWeights) {
        Loss loss = NONE;
        for (int i = 0; i < namesAndWeights.length; i += 2) {
            double weight = ((Number) namesAndWeights[i + 1]).doubleValue();
            loss = with(loss, (String) namesAndWeights[i], Term.squares(weight));
        }
        return loss;
    }

    /** Returns a loss of one term. */
    static Loss only(String name, Term term) {
        return with(NONE, name, term);
    }

    /** Returns a loss with one term more; where its steps are given, the window says nothing, and where it is a square, the norm. */
    static Loss with(Loss loss, String name, Term term) {
        RecordComponent[] components = Loss.class.getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = components[i].getAccessor().invoke(loss);
                if (components[i].getName().equals(name)) {
                    values[i] = as(components[i].getType(), term);
                }
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return Loss.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no loss with " + name, e);
        }
    }

    private static Object as(Class<?> type, Term term) {
        if (type == FixedTerm.class) {
            return new FixedTerm(term.weight(), term.norm(), term.width());
        }
        return type == SquaredTerm.class ? new SquaredTerm(term.weight(), term.during()) : term;
    }
}
