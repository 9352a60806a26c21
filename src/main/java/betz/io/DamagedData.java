// SPDX-License-Identifier: Apache-2.0
package betz.io;

/** A file whose content cannot be what it claims to be; says where and what was expected. */
public final class DamagedData extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Describes the damage.
     *
     * @param place the file or the part of it
     * @param found what was found
     * @param expected what was expected instead
     */
    public DamagedData(String place, String found, String expected) {
        super(place + " is damaged: found " + found + ", expected " + expected);
    }

    static void unless(boolean sound, String place, String found, String expected) {
        if (!sound) {
            throw new DamagedData(place, found, expected);
        }
    }
}
