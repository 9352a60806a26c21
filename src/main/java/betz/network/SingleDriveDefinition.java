// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/** What the definitions of cells share whose units have one drive each: the Jacobian of its recurrent part. */
abstract class SingleDriveDefinition extends RecurrentDefinition {
    final Activation activation;

    /** Gradient over what φ' is taken of in the Jacobian of the step and trial in hand, [unit]. */
    final double[] bend;

    private final SlopeSide side;

    SingleDriveDefinition(Layer cell, Activation activation, SlopeSide side, Shape shape) {
        super(cell, shape);
        this.activation = activation;
        this.side = side;
        bend = new double[shape.units()];
    }

    /** Returns the values φ whose slopes are in the Jacobian of a step, [unit]; not a copy. */
    abstract double[] sloped(int step, int trial);

    @Override
    final double jacobian(int step, int trial) {
        double[] value = sloped(step, trial);
        double sum = 0;
        for (int row = 0; row < shape.units(); row++) {
            for (int column = 0; column < shape.units(); column++) {
                double slope = activation.slope(value[side.unit(row, column)]);
                double element = hh[row * shape.units() + column] * slope;
                sum += element * element;
            }
        }
        return sum / shape.units();
    }

    @Override
    final void jacobianBack(int step, int trial, double gradient) {
        Arrays.fill(bend, 0);
        double[] value = sloped(step, trial);
        for (int i = 0; i < hh.length && gradient != 0; i++) {
            int unit = side.unit(i / shape.units(), i % shape.units());
            double slope = activation.slope(value[unit]);
            double ofElement = gradient * 2 * hh[i] * slope / shape.units();
            dhh[i] += ofElement * slope;
            bend[unit] += ofElement * hh[i] * activation.curvature(value[unit], slope);
        }
    }
}
