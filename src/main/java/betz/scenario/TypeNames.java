// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives every record and family that a documented type leads to a name of its own, and work to do once for each. */
final class TypeNames {
    private final String suffix;
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();

    /** Gives names that end in a suffix, or in none. */
    TypeNames(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the name of a type; on its first use the type is queued for {@link #next}. */
    String name(Class<?> type) {
        String known = names.get(type);
        if (known != null) {
            return known;
        }
        String plain = Kinds.name(type) + suffix;
        List<String> tries = new ArrayList<>(List.of(plain));
        while (names.containsValue(tries.get(tries.size() - 1))) {
            tries.add(plain + "-" + (tries.size() + 1));
        }
        String free = tries.get(tries.size() - 1);
        names.put(type, free);
        open.add(type);
        return free;
    }

    boolean hasNext() {
        return !open.isEmpty();
    }

    Class<?> next() {
        return open.remove();
    }
}
