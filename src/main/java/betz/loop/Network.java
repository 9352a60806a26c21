// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.network.Cell;

/**
 * A network between the senses and the muscles of one body: how its kernels are made, and its sizes.
 *
 * @param factory makes its kernels
 * @param units number of its units
 * @param weights number of its weights
 */
public record Network(NetworkFactory factory, int units, int weights) {

    /** Returns the network of a cell that moves so many muscles by steps of {@code dt} seconds, in single precision. */
    public static Network of(Cell cell, int muscles, double dt) {
        int inputs = Observation.rows(muscles);
        return of(cell, muscles, (batch, steps) -> cell.kernel(inputs, muscles, batch, steps, dt));
    }

    /** Returns the same in double precision, plain and slow. */
    public static Network definition(Cell cell, int muscles, double dt) {
        int inputs = Observation.rows(muscles);
        return of(cell, muscles, (batch, steps) -> cell.definition(inputs, muscles, batch, steps, dt));
    }

    private static Network of(Cell cell, int muscles, NetworkFactory factory) {
        int weights = cell.layout(Observation.rows(muscles), muscles).size();
        return new Network(factory, cell.units(), weights);
    }
}
