// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Feedback;
import betz.network.Cell;
import betz.network.Part;
import betz.network.WeightLayout;
import betz.network.Wiring;
import java.util.List;

/**
 * A network as it is used: its cell, what it sees and puts out, and how its kernels are made.
 *
 * @param cell step rule and size
 * @param observation what it sees: task and body, or the task alone
 * @param outputs number of its outputs
 * @param factory makes its kernels
 */
public record Network(Cell cell, Observation observation, int outputs, NetworkFactory factory) {

    /** Returns the network of a cell that moves so many muscles by steps of {@code dt} seconds, in single precision. */
    public static Network of(Cell cell, int muscles, double dt) {
        return of(cell, Feedback.DEFAULT, muscles, dt);
    }

    /** Returns the same with senses that are not the usual ones. */
    public static Network of(Cell cell, Feedback feedback, int muscles, double dt) {
        return fast(cell, Observation.of(feedback, muscles), muscles, dt);
    }

    /** Returns the network of a cell with the usual senses in double precision, plain and slow. */
    public static Network definition(Cell cell, int muscles, double dt) {
        return definition(cell, Feedback.DEFAULT, muscles, dt);
    }

    /** Returns the same with senses that are not the usual ones. */
    public static Network definition(Cell cell, Feedback feedback, int muscles, double dt) {
        return exact(cell, Observation.of(feedback, muscles), muscles, dt);
    }

    /** Returns the network of a cell that sees the task alone, in single precision. */
    public static Network alone(Cell cell, int outputs, double dt) {
        return fast(cell, Observation.ALONE, outputs, dt);
    }

    /** Returns the same in double precision, plain and slow. */
    public static Network aloneDefinition(Cell cell, int outputs, double dt) {
        return exact(cell, Observation.ALONE, outputs, dt);
    }

    private static Network fast(Cell cell, Observation observation, int outputs, double dt) {
        int inputs = observation.rows();
        return new Network(
                cell, observation, outputs, (batch, steps) -> cell.kernel(inputs, outputs, batch, steps, dt));
    }

    private static Network exact(Cell cell, Observation observation, int outputs, double dt) {
        int inputs = observation.rows();
        return new Network(
                cell, observation, outputs, (batch, steps) -> cell.definition(inputs, outputs, batch, steps, dt));
    }

    /** Returns the number of rows of what it sees. */
    public int inputs() {
        return observation.rows();
    }

    /** Tells whether it feels a body. */
    public boolean feels() {
        return observation.feels();
    }

    /** Returns the number of its units. */
    public int units() {
        return cell.units();
    }

    /** Returns where its weights lie. */
    public WeightLayout layout() {
        return cell.layout(inputs(), outputs);
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
        return Wiring.of(cell, observation.senses(), outputs, seed, frozen);
    }

    /** Returns its initial weights, as parameters of its {@link #wiring}. */
    public double[] initial(long seed) {
        return wiring(seed).tidy(cell.initial(inputs(), outputs, seed));
    }
}
