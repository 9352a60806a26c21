// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The Jacobian of the recurrent part of a drive in single precision: {@code ‖J‖²/units}, and its way back.
 *
 * <p>Slopes stand on one side of W, so that {@code ‖J‖² = Σ φ'²·n} with n the squared norms of the rows or columns of W: once
 * these are known, a step takes as many operations as there are units. They are computed when somebody asks.
 */
final class DriveJacobian {
    private final Activation activation;
    private final Shape shape;
    private final SlopeSide side;
    private final int drives; // of each unit
    private final @Nullable SquaredNorms norms; // null where nothing recurs
    private final double[] norm; // squared, over units, [unit]
    private final double[] ofNorm; // gradient over squared norms, [unit]
    private final float[] slope; // φ' of the step in hand, [trial·stride + unit]
    private final float[] bend; // gradient over φ of the step in hand, [trial·stride + unit]
    private boolean isComputed; // norms, of the weights in hand
    private boolean bends; // whether the step in hand has a gradient

    /** Returns that of units with several drives, which nobody may ask for. */
    static DriveJacobian ofGates(Shape shape, List<Drive.Sources> sources) {
        return new DriveJacobian(Activation.IDENTITY, SlopeSide.ROWS, shape, sources);
    }

    /** Returns that of units with one drive, nothing if it does not come from the state. */
    static DriveJacobian of(Activation activation, SlopeSide side, Shape shape, Drive.Sources sources) {
        return new DriveJacobian(activation, side, shape, List.of(sources));
    }

    private DriveJacobian(Activation activation, SlopeSide side, Shape shape, List<Drive.Sources> sources) {
        this.activation = activation;
        this.shape = shape;
        this.side = side;
        drives = sources.size();
        Drive.Sources only = sources.get(0);
        boolean recurs = only.state() != Drive.Sources.NONE || only.low().rank() > 0;
        norms = recurs ? SquaredNorms.of(only, side, shape.units()) : null;
        norm = new double[shape.units()];
        ofNorm = new double[shape.units()];
        slope = new float[shape.batch() * shape.stride()];
        bend = new float[slope.length];
    }

    /** Forgets weights and gradients. */
    void begin() {
        isComputed = false;
        bends = false;
        Arrays.fill(ofNorm, 0);
    }

    /**
     * Returns the cost of a step, see {@link NetworkKernel#jacobian}.
     *
     * @param weights all, in the order of the layout. Not modified.
     * @param value φ whose slopes are in the Jacobian, [trial·stride + unit]. Not modified.
     */
    double cost(float[] weights, float[] value, double[] jacobianWeight) {
        double sum = 0;
        if (prepare(weights, value, jacobianWeight)) {
            for (int trial = 0; trial < jacobianWeight.length; trial++) {
                int row = trial * shape.stride();
                for (int i = 0; i < norm.length; i++) {
                    double here = slope[row + i];
                    sum += jacobianWeight[trial] / 2 * norm[i] * here * here;
                }
            }
        }
        return sum;
    }

    /** Computes norms and slopes if they count, and tells whether they do. */
    private boolean prepare(float[] weights, float[] value, double[] jacobianWeight) {
        if (!isAny(jacobianWeight)) {
            return false;
        }
        Require.count("drives of a unit, for their Jacobian", drives, 1, 1);
        if (norms == null) {
            return false;
        }
        if (!isComputed) {
            norms.compute(weights, norm);
            for (int i = 0; i < norm.length; i++) {
                norm[i] /= norm.length;
            }
            isComputed = true;
        }
        System.arraycopy(value, 0, slope, 0, slope.length);
        activation.toSlope(slope);
        return true;
    }

    private static boolean isAny(double[] values) {
        for (double value : values) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }

    /** Takes the gradient of {@link #cost}, before other gradients take the place of values. */
    void back(float[] weights, float[] value, double[] jacobianWeight) {
        bends = prepare(weights, value, jacobianWeight);
        for (int trial = 0; trial < jacobianWeight.length && bends; trial++) {
            int row = trial * shape.stride();
            for (int i = 0; i < norm.length; i++) {
                double here = slope[row + i];
                double curvature = activation.curvature(value[row + i], here);
                bend[row + i] = (float) (jacobianWeight[trial] * norm[i] * curvature);
                ofNorm[i] += jacobianWeight[trial] / 2 * here * here / norm.length;
            }
        }
    }

    /**
     * Adds the gradient over values to that of what they are made of.
     *
     * @param ofDrive where values are those of drives, [trial·stride + unit]. Modified.
     * @param ofState where values are the state before the step, [trial·stride + unit]. Modified.
     */
    void add(float[] ofDrive, float[] ofState) {
        for (int i = 0; i < bend.length && bends; i++) {
            if (side == SlopeSide.ROWS) {
                ofDrive[i] += bend[i] * slope[i];
            } else {
                ofState[i] += bend[i];
            }
        }
    }

    /**
     * Adds the gradient of all weights, each of which is added to once, so that what is there changes none of its bits.
     *
     * @param others adds what else the gradient is made of
     */
    void addGradient(float[] weights, double[] gradient, Consumer<double[]> others) {
        if (norms == null || !isAny(ofNorm)) {
            others.accept(gradient);
            return;
        }
        double[] sum = new double[gradient.length];
        others.accept(sum);
        norms.back(weights, ofNorm, sum);
        for (int i = 0; i < sum.length; i++) {
            gradient[i] += sum[i];
        }
    }
}
