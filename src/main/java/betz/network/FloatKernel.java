// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import betz.math.OuterSum;
import betz.math.Products;
import betz.math.Rows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the fast kernels of all cells share: states over time, the drives of each step, the read-out, and the way back.
 *
 * <p>Rows of a batch lie one after another in one array for each step, so that what a cell does to units is one loop over the
 * whole batch. The gradients of all weights are sums of outer products over all trials and steps.
 */
abstract class FloatKernel implements NetworkKernel {
    private static final float[] NOTHING = {};

    private final Shape shape;
    /** State before each step, [step][trial·stride + unit]; one step more than are taken. */
    private final float[][] h;

    /** Gradient of the state after the step in hand, [trial·stride + unit]. */
    private final float[] stateGradient;

    private final float[] startGradient; // of the state before the first step

    private final List<Drive> drives;
    private final DriveJacobian jacobian;
    private final ReadoutKernel readout;
    private final float[] weights;
    private final float[][] x; // [step][trial·stride + (1 | input)]; one step more than are taken
    private final Rows from; // what the drives of a step come from, [trial][h | 1 | x]
    private final float[] inputGradient;
    private final OuterSum states;
    private final OuterSum inputs;
    private final StartState start;
    private final FloatHearing hearing;
    private int taken;
    private int gone; // first step that has gone back

    /** Lays out units with gates. */
    FloatKernel(Layer cell, Products products, Shape shape, List<Drive.Sources> sources) {
        this(cell, products, shape, sources, DriveJacobian.ofGates(shape, sources));
    }

    FloatKernel(Layer cell, Products products, Shape shape, List<Drive.Sources> sources, DriveJacobian jacobian) {
        this.shape = shape;
        this.jacobian = jacobian;
        WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
        weights = new float[layout.size()];
        drives = sources.stream()
                .map(source -> new Drive(products, shape, source))
                .toList();
        readout = new ReadoutKernel(cell.readout(), products, shape, layout);
        h = new float[shape.steps() + 1][shape.batch() * shape.stride()];
        stateGradient = new float[shape.batch() * shape.stride()];
        startGradient = new float[stateGradient.length];
        x = new float[shape.steps() + 1][shape.batch() * shape.inputStride()];
        for (float[] rows : x) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                rows[trial * shape.inputStride()] = 1;
            }
        }
        from = new Rows(shape.batch(), shape.units() + 1 + shape.inputs());
        from.fillColumn(shape.units(), 1);
        inputGradient = new float[shape.batch() * shape.inputStride()];
        states = new OuterSum(shape.units());
        inputs = new OuterSum(1 + shape.inputs());
        start = new StartState(cell, shape, layout);
        hearing = new FloatHearing(cell, shape);
    }

    /** Returns the units' activity before a step, [trial·stride + unit]; not a copy. */
    final float[] state(int step) {
        return h[step];
    }

    /** Adds noise to the drive of a step, [trial·stride + unit]. */
    final void addNoise(UnitNoise noise, float[] drive) {
        for (int trial = 0; trial < shape.batch() && noise.isDrawn(); trial++) {
            int row = trial * shape.stride();
            for (int i = 0; i < shape.units(); i++) {
                drive[row + i] += (float) noise.next(trial, i);
            }
        }
    }

    /** Returns one of the drives. */
    final Drive drive(int i) {
        return drives.get(i);
    }

    /** Returns the values whose slopes a step's Jacobian has, [trial·stride + unit]; those after it unless a cell says otherwise. */
    float[] sloped(int step) {
        return h[step + 1];
    }

    /** Returns which of the drives a current is added to. */
    int driven() {
        return 0;
    }

    /** Puts the own state of the unit at a place after a step at rest; nothing where its drive alone makes it. */
    void still(int step, int place) {}

    /** Forgets what later steps ask of the own state of the unit at a place beside h; nothing unless a cell says otherwise. */
    void stillBack(int place) {}

    /** From the drives of a step and the state before it computes the state after it, all [trial·stride + unit]. */
    abstract void advance(int step, float[] before, float[] after);

    /**
     * Puts the gradients of the drives of a step in their place, from that of the state after it; and replaces this by what
     * reaches the state before it past the drives.
     */
    abstract void retreat(int step, float[] before, float[] after, float[] gradient);

    /**
     * Returns what else the state before the first step is made of, [trial·stride + unit], or an array without elements where there is
     * nothing else.
     */
    float[] more() {
        return NOTHING;
    }

    /** Returns the gradient of {@link #more} after the first step has gone back. */
    float[] moreGradient() {
        return NOTHING;
    }

    /**
     * Makes the units' activity of the state that the trials begin in, and forgets what the way back has left; the activity is the
     * state itself unless a cell says otherwise.
     */
    void rest(@Nullable Occasion occasion, float[] state) {}

    /** Turns the gradient of the activity before the first step into that of the state. */
    void restBack(float[] gradient) {}

    @Override
    public final void begin(double[] weights, @Nullable Occasion occasion) {
        Require.length("weights", weights.length, this.weights.length);
        for (int i = 0; i < weights.length; i++) {
            this.weights[i] = (float) weights[i];
        }
        drives.forEach(drive -> drive.begin(weights, this.weights));
        readout.begin(this.weights);
        jacobian.begin();
        Arrays.fill(stateGradient, 0);
        start.begin(weights, occasion);
        for (int trial = 0; trial < shape.batch(); trial++) {
            putStart(trial);
        }
        rest(occasion, h[0]);
        hearing.begin(occasion);
        layOut(hearing.hear(0, h[0]));
        taken = 0;
        gone = 0;
    }

    private void putStart(int trial) {
        double[] from = start.of(trial);
        int row = trial * shape.stride();
        for (int i = 0; i < shape.units(); i++) {
            h[0][row + i] = (float) from[i];
        }
        float[] more = more();
        for (int i = shape.units(); i < from.length; i++) {
            more[row + i - shape.units()] = (float) from[i];
        }
    }

    private void addStart(double[] gradient) {
        hearing.back(0, stateGradient);
        System.arraycopy(stateGradient, 0, startGradient, 0, stateGradient.length);
        restBack(startGradient);
        float[] more = moreGradient();
        for (int trial = 0; trial < shape.batch(); trial++) {
            double[] to = start.of(trial);
            int row = trial * shape.stride();
            for (int i = 0; i < to.length; i++) {
                to[i] = i < shape.units() ? startGradient[row + i] : more[row + i - shape.units()];
            }
        }
        start.addTo(gradient);
    }

    /** Lays out a state for the drives of the step after it, and for the read-out. */
    private void layOut(float[] state) {
        from.set(0, state, 0, shape.stride(), shape.units());
    }

    @Override
    public final void step(int step, double[][] input, double[][] output) {
        float[] now = x[step];
        for (int i = 0; i < shape.inputs(); i++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                now[trial * shape.inputStride() + 1 + i] = (float) input[i][trial];
            }
        }
        from.set(shape.units() + 1, now, 1, shape.inputStride(), shape.inputs());
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).compute(step, from);
        }
        hearing.drive(step, drives.get(driven()).value[step]);
        advance(step, h[step], h[step + 1]);
        hearing.rest(step, this);
        layOut(hearing.hear(step + 1, h[step + 1]));
        readout.apply(step, from, output);
        taken = step + 1;
        gone = taken;
    }

    @Override
    public final void rates(int step, double[][] rate) {
        RateRows.write(shape, hearing.of(h)[step + 1], rate);
    }

    @Override
    public final double activity(int step, double[] activityWeight) {
        return RateRows.cost(shape, hearing.of(h)[step + 1], activityWeight);
    }

    @Override
    public final double jacobian(int step, double[] jacobianWeight) {
        return jacobian.cost(weights, sloped(step), jacobianWeight);
    }

    @Override
    public final void back(
            int step,
            double[][] outputGradient,
            double[] activityWeight,
            double[] jacobianWeight,
            double[][] rateGradient,
            double[][] inputGradient) {
        float[] ofHeard = hearing.gradient(stateGradient);
        readout.back(step, outputGradient, ofHeard);
        RateRows.addCost(shape, hearing.of(h)[step + 1], activityWeight, ofHeard);
        RateRows.add(shape, rateGradient, ofHeard);
        hearing.back(step + 1, stateGradient);
        hearing.restBack(step, stateGradient, this);
        jacobian.back(weights, sloped(step), jacobianWeight);
        retreat(step, h[step], h[step + 1], stateGradient);
        jacobian.add(drives.get(0).value[step], stateGradient);
        float[] asked = inputGradient.length > 0 ? this.inputGradient : NOTHING;
        Arrays.fill(asked, 0);
        for (int i = 0; i < drives.size(); i++) {
            drives.get(i).back(step, ofHeard, asked);
        }
        gone = step;
        for (int i = 0; i < inputGradient.length; i++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                inputGradient[i][trial] = this.inputGradient[trial * shape.inputStride() + 1 + i];
            }
        }
    }

    @Override
    public final void addGradient(double[] gradient) {
        jacobian.addGradient(weights, gradient, this::addProducts);
    }

    private void addProducts(double[] gradient) {
        for (Drive drive : drives) {
            drive.beginGradient(taken);
        }
        readout.beginGradient(gone);
        int end = (taken + 1) * shape.batch(); // the last state is read out, but leads to no step
        for (int row = gone * shape.batch(); row < end; row += OuterSum.BLOCK) {
            states.begin(row, end, hearing.of(h), shape.batch(), shape.stride());
            inputs.begin(row, end, x, shape.batch(), shape.inputStride());
            for (Drive drive : drives) {
                drive.addBlock(row, end, inputs, states);
            }
            readout.addBlock(inputs, states);
        }
        drives.forEach(drive -> drive.addGradient(gradient));
        readout.addGradient(gradient);
        if (gone == 0) {
            addStart(gradient);
        }
    }
}
