// SPDX-License-Identifier: Apache-2.0
package betz.cli;

/** Muscles whose force is their activation times their strength, N. */
final class Rectified implements PlainBody.Law {
    private final double[] strength;

    Rectified(double... strength) {
        this.strength = strength;
    }

    @Override
    public double least() {
        return 0;
    }

    @Override
    public double length(int muscle, double whole) {
        return whole;
    }

    @Override
    public double force(int muscle, double a, double length, double velocity) {
        return a * strength[muscle];
    }
}
