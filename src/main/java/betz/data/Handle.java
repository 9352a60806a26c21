// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;

/**
 * A stiff handle that the hand holds, and a screen whose cursor is moved by the force on it.
 *
 * <p>The handle is a spring and a damper at the start of the trial, so that the hand moves by force over stiffness only: nearly
 * isometric. The cursor goes {@code gain} times as far: {@code seen = start + gain (x - start)}, which is {@code gain /
 * stiffness} metres per newton of the spring. All places of the trial, and what is sensed and recorded of the hand, are on that
 * screen.
 *
 * @param stiffness N/m
 * @param damping N·s/m
 * @param gain way of the cursor over that of the hand, 1
 */
public record Handle(double stiffness, double damping, double gain) {

    public Handle {
        Require.positive("stiffness", stiffness, "N/m");
        Require.notNegative("damping", damping, "N*s/m");
        Require.positive("gain", gain, "");
    }

    /** Returns the load of a handle at the start of a trial, [row], in the order of {@link LoadRows}. */
    public double[] load(Point start) {
        return LoadRows.field(
                new double[] {-stiffness, 0, 0, -stiffness}, start, new double[] {-damping, 0, 0, -damping});
    }

    /** Returns where the hand is that puts the cursor at a place in a trial with some start. */
    public Point hand(Point start, Point seen) {
        return start.plus((seen.x() - start.x()) / gain, (seen.y() - start.y()) / gain);
    }

    /** Returns the force of the spring that moves the cursor by a metre, N/m. */
    public double newtonsPerMetre() {
        return stiffness / gain;
    }

    /**
     * Returns the force of the hand on the handle along one axis, N.
     *
     * @param place of the cursor from the start, m
     * @param speed of the cursor, m/s
     */
    public double force(double place, double speed) {
        return (stiffness * place + damping * speed) / gain;
    }
}
