// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * The hand is seen elsewhere: turned and scaled about the start of the trial, {@code seen = start + gain R (x - start)}, its
 * velocity {@code gain R v}.
 *
 * <p>A clamped cursor keeps the hand's distance r from the start alone and lies on the way to the target turned by the rotation:
 * {@code seen = start + gain r w}, velocity {@code gain r' w}. So that it leaves the start smoothly, {@code r = √(d² + e²) - e}
 * with e = 1 mm.
 *
 * @param rotation counter-clockwise, rad
 * @param gain seen distance over that of the hand, 1
 * @param clamped whether the cursor does not follow the direction of the hand
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.20-23-08916.2000">Krakauer et al. (2000)</a>
 * @see <a href="https://doi.org/10.1162/jocn_a_01108">Morehead et al. (2017)</a>, where it is clamped
 */
@About(
        value = "The hand is seen elsewhere: turned and scaled about the start.",
        source = "doi:10.1523/JNEUROSCI.20-23-08916.2000",
        equation = "seen = start + gain R (x - start), seen velocity = gain R v; R turns by rotation")
public record Cursor(
        @Unit("rad") @About(value = "Counter-clockwise.", source = "doi:10.1523/JNEUROSCI.20-23-08916.2000")
        double rotation,

        @About("Seen distance from the start over that of the hand.")
        double gain,

        @About(
                value =
                        "Whether only the distance follows the hand: the cursor stays on the way to the target, turned by"
                                + " rotation.",
                source = "doi:10.1162/jocn_a_01108")
        boolean clamped)
        implements Perturbation {
    /** Turned by 30 degrees, following the hand. */
    public static final Cursor DEFAULT = new Cursor(StrictMath.asin(0.5), 1, false); // 30 deg to the last digit

    private static final int ROWS = 4; // place and velocity
    private static final double MOST_GAIN = 10;
    private static final double SMOOTH = 1e-3; // e, m

    public Cursor {
        Require.finite("rotation", rotation, "rad");
        Require.within("gain", gain, 0, MOST_GAIN, "");
    }

    /**
     * Turns what there is of one hand into what is seen of it.
     *
     * @param hand x, y (m), vx, vy (m/s), [4][trial]. Not modified, unless it is what is seen too.
     * @param seen [4][trial]. Modified at {@code i}.
     */
    public void see(Trial trial, int i, double[][] hand, double[][] seen) {
        double dx = hand[0][i] - trial.start().x();
        double dy = hand[1][i] - trial.start().y();
        double vx = hand[2][i];
        double vy = hand[3][i];
        if (clamped) {
            Point w = Sided.offset(trial, gain, rotation);
            double root = Math.sqrt(dx * dx + dy * dy + SMOOTH * SMOOTH);
            double outward = (dx * vx + dy * vy) / root;
            put(trial, i, w.x() * (root - SMOOTH), w.y() * (root - SMOOTH), seen);
            seen[2][i] = w.x() * outward;
            seen[3][i] = w.y() * outward;
        } else {
            double c = gain * StrictMath.cos(rotation);
            double s = gain * StrictMath.sin(rotation);
            put(trial, i, c * dx - s * dy, s * dx + c * dy, seen);
            seen[2][i] = c * vx - s * vy;
            seen[3][i] = s * vx + c * vy;
        }
    }

    @Override
    public Point hand(Trial trial, Point seen) {
        if (clamped || gain == 0) {
            return new Point(Double.NaN, Double.NaN);
        }
        double c = StrictMath.cos(rotation) / gain;
        double s = StrictMath.sin(rotation) / gain;
        double dx = seen.x() - trial.start().x();
        double dy = seen.y() - trial.start().y();
        return trial.start().plus(c * dx + s * dy, c * dy - s * dx);
    }

    private static void put(Trial trial, int i, double dx, double dy, double[][] seen) {
        seen[0][i] = trial.start().x() + dx;
        seen[1][i] = trial.start().y() + dy;
    }

    /**
     * Turns the gradient over what is seen into that over the hand.
     *
     * @param hand as in {@link #see}. Not modified.
     * @param gradient [4][trial]. Modified at {@code i}.
     */
    public void seeVjp(Trial trial, int i, double[][] hand, double[][] gradient) {
        if (clamped) {
            clampedVjp(trial, i, hand, gradient);
            return;
        }
        double c = gain * StrictMath.cos(rotation);
        double s = gain * StrictMath.sin(rotation);
        for (int row = 0; row < ROWS; row += 2) {
            double gx = gradient[row][i];
            double gy = gradient[row + 1][i];
            gradient[row][i] = c * gx + s * gy;
            gradient[row + 1][i] = c * gy - s * gx;
        }
    }

    private void clampedVjp(Trial trial, int i, double[][] hand, double[][] gradient) {
        Point w = Sided.offset(trial, gain, rotation);
        double dx = hand[0][i] - trial.start().x();
        double dy = hand[1][i] - trial.start().y();
        double root = Math.sqrt(dx * dx + dy * dy + SMOOTH * SMOOTH);
        double outward = (dx * hand[2][i] + dy * hand[3][i]) / root;
        double byRoot = w.x() * gradient[0][i] + w.y() * gradient[1][i];
        double byOutward = w.x() * gradient[2][i] + w.y() * gradient[3][i];
        double along = (byRoot - byOutward * outward / root) / root;
        gradient[0][i] = along * dx + byOutward * hand[2][i] / root;
        gradient[1][i] = along * dy + byOutward * hand[3][i] / root;
        gradient[2][i] = byOutward * dx / root;
        gradient[3][i] = byOutward * dy / root;
    }
}
