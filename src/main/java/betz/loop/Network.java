// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.network.Cell;
import betz.network.Part;
import betz.network.WeightLayout;
import betz.network.Wiring;
import java.util.List;

/**
 * A network as it is used: its cell, what it sees and puts out, and how its kernels are made.
 *
 * @param cell step rule and size
 * @param inputs rows of what it sees, as {@link Observation} orders them: of task and body, or of the task alone
 * @param outputs number of its outputs
 * @param factory makes its kernels
 */
public record Network(Cell cell, int inputs, int outputs, NetworkFactory factory) {

    /** Returns the network of a cell that moves so many muscles by steps of {@code dt} seconds, in single precision. */
    public static Network of(Cell cell, int muscles, double dt) {
        return fast(cell, Observation.rows(muscles), muscles, dt);
    }

    /** Returns the same in double precision, plain and slow. */
    public static Network definition(Cell cell, int muscles, double dt) {
        return exact(cell, Observation.rows(muscles), muscles, dt);
    }

    /** Returns the network of a cell that sees the task alone, in single precision. */
    public static Network alone(Cell cell, int outputs, double dt) {
        return fast(cell, Observation.TASK, outputs, dt);
    }

    /** Returns the same in double precision, plain and slow. */
    public static Network aloneDefinition(Cell cell, int outputs, double dt) {
        return exact(cell, Observation.TASK, outputs, dt);
    }

    private static Network fast(Cell cell, int inputs, int outputs, double dt) {
        return new Network(cell, inputs, outputs, (batch, steps) -> cell.kernel(inputs, outputs, batch, steps, dt));
    }

    private static Network exact(Cell cell, int inputs, int outputs, double dt) {
        return new Network(cell, inputs, outputs, (batch, steps) -> cell.definition(inputs, outputs, batch, steps, dt));
    }

    /** Tells whether it feels a body. */
    public boolean feels() {
        return inputs > Observation.TASK;
    }

    /** Returns the number of its units. */
    public int units() {
        return cell.units();
    }

    /** Returns where its weights lie. */
    public WeightLayout layout() {
        return cell.layout(inputs, outputs);
    }

    /** Returns the number of its weights. */
    public int weights() {
        return layout().size();
    }

    /** Returns what is fixed about its weights, as the seed of a scenario has it. */
    public Wiring wiring(long seed) {
        return wiring(seed, List.of());
    }

    /** Returns what is fixed about its weights while some more parts do not learn. */
    public Wiring wiring(long seed, List<Part> frozen) {
        return Wiring.of(cell, Observation.senses(inputs), outputs, seed, frozen);
    }

    /** Returns its initial weights, as parameters of its {@link #wiring}. */
    public double[] initial(long seed) {
        return wiring(seed).tidy(cell.initial(inputs, outputs, seed));
    }
}
