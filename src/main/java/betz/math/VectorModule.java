// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.lang.reflect.InvocationTargetException;

/** The module jdk.incubator.vector, which a Java virtual machine has but does not load unless it is told to. */
final class VectorModule {
    private static final String NAME = "jdk.incubator.vector";

    private VectorModule() {}

    /**
     * Loads the module where it is not there yet, before the first class that needs it.
     *
     * <p>What loads it is not for everyone: the runnable jar's manifest opens it ({@code Add-Exports}). Elsewhere {@code
     * --add-modules jdk.incubator.vector} must be on the command line.
     *
     * @return whether the module is there
     */
    static boolean load() {
        if (isThere()) {
            return true;
        }
        try {
            Class.forName("jdk.internal.module.Modules")
                    .getMethod("loadModule", String.class)
                    .invoke(null, NAME);
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException e) {
            return false; // a virtual machine without the module, or one that keeps it closed: plain Java does the work
        }
        return isThere();
    }

    private static boolean isThere() {
        try {
            Class.forName(NAME + ".FloatVector", false, VectorModule.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException missing) {
            return false;
        }
    }
}
