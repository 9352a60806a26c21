// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

/**
 * The dimension of a quantity as powers of base dimensions. The angle counts as one, so that radians are never mistaken
 * for a plain number, nor a torque per angle for a torque.
 */
record Dimension(int length, int mass, int time, int current, int angle) {
    static final Dimension NONE = new Dimension(0, 0, 0, 0, 0);

    /** Returns the product with a power of another dimension. */
    Dimension times(Dimension other, int power) {
        return new Dimension(
                length + power * other.length,
                mass + power * other.mass,
                time + power * other.time,
                current + power * other.current,
                angle + power * other.angle);
    }
}
