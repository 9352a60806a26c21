// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import java.util.Objects;

/** Versions that a run depends on. */
public final class Versions {
    /** Raised whenever the same scenario would give other numbers. */
    public static final int NUMERICS = 3;

    private Versions() {}

    /** Returns the version of Betz. */
    public static String betz() {
        return Objects.requireNonNullElse(Versions.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    /** Returns name and version of the virtual machine. */
    public static String java() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }
}
