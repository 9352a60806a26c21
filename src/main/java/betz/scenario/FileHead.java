// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.Require;

/** What every kind of file begins with. */
public final class FileHead {
    private FileHead() {}

    /** Throws unless the format is known and the name can be a folder's. */
    static void check(int betz, String name) {
        Require.that(betz == 1, "betz", Integer.toString(betz), "1, the format that this version reads");
        requireName(name);
    }

    /** Throws unless a scenario may have this name, which is also that of a folder. */
    public static void requireName(String name) {
        Require.that(
                name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}"),
                "name",
                "'" + name + "'",
                "up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit");
    }
}
