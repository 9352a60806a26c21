// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** Where the slopes φ' of the units stand in the Jacobian of what they drive one another by. */
enum SlopeSide {
    /** {@code diag(φ'(a))·W}: of rates over rates. */
    ROWS,
    /** {@code W·diag(φ'(v))}: of drives over potentials. */
    COLUMNS;

    /** Returns which unit's slope multiplies an element of W. */
    int unit(int row, int column) {
        return this == ROWS ? row : column;
    }
}
