// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

/** A run that stopped because it was asked to; see {@link Interruption}. */
public final class BrokenOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenOff() {
        super("The run was interrupted; it goes on with --resume.");
    }
}
