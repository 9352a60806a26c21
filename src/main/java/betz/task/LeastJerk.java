// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.Require;
import betz.data.Point;
import betz.data.Spline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The path of least jerk from rest to rest through some places, at the times at which it is least.
 *
 * <p>For given times of passage {@code s_i}, shares of the duration, the fifth derivative is constant between them, so that the path
 * is a {@link Spline}, whose coefficients solve a linear system: three for place, speed and acceleration at the end, one for each
 * place passed. Its cost is {@code ∫ x'''² ds = Σ_j x'''''_j Δx_j} over the parts between passages. The times are found by
 * minimising the cost over each in turn.
 *
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.05-07-01688.1985">Flash &amp; Hogan (1985), where p_i is 120 c_i</a>
 */
final class LeastJerk {
    private static final int DEGREE = 5;
    private static final int FACTORIAL = 120;

    /** Times of passage are found to this share of the duration; places differ by a millionth of the path then. */
    private static final double FINE = 1e-5;

    /** Nearer to an end or to each other passages do not come, shares of the duration. */
    private static final double APART = 0.01;

    /** Turns after which no time has ever changed by {@link #FINE}, generously. */
    private static final int TURNS = 60;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private final List<Point> places;

    /** Prepares paths through places in order: the first is the start, the last the end. */
    LeastJerk(List<Point> places) {
        Require.count("places", places.size(), 2, Integer.MAX_VALUE);
        this.places = List.copyOf(places);
    }

    /** Returns the path with the best times of passage. */
    Spline path(double duration) {
        return path(times(), duration);
    }

    /** Returns the path that passes at given times, shares of the duration. */
    Spline path(double[] times, double duration) {
        RealMatrix found = coefficients(times);
        List<Point> all = new ArrayList<>();
        for (int i = 0; i < found.getRowDimension(); i++) {
            all.add(new Point(found.getEntry(i, 0), found.getEntry(i, 1)));
        }
        return new Spline(
                places.get(0),
                all.subList(0, Spline.POWERS),
                Arrays.stream(times).boxed().toList(),
                all.subList(Spline.POWERS, all.size()),
                duration);
    }

    /** Returns x and y of the coefficients, [power, then bend][axis]. */
    private RealMatrix coefficients(double[] times) {
        int unknowns = Spline.POWERS + times.length;
        var system = new Array2DRowRealMatrix(unknowns, unknowns);
        var wanted = new Array2DRowRealMatrix(unknowns, 2);
        for (int row = 0; row < unknowns; row++) {
            int order = row < Spline.POWERS ? row : 0;
            double time = row < Spline.POWERS ? 1 : times[row - Spline.POWERS];
            for (int term = 0; term < unknowns; term++) {
                double knot = term < Spline.POWERS ? 0 : times[term - Spline.POWERS];
                int degree = term < Spline.POWERS ? term + Spline.POWERS : DEGREE;
                system.setEntry(row, term, derivative(time - knot, degree, order));
            }
            if (order == 0) {
                Point place = places.get(row == 0 ? places.size() - 1 : row - Spline.POWERS + 1);
                wanted.setEntry(row, 0, place.x() - places.get(0).x());
                wanted.setEntry(row, 1, place.y() - places.get(0).y());
            }
        }
        return new LUDecomposition(system).getSolver().solve(wanted);
    }

    /** Returns a derivative of {@code max(0, s)^degree}. */
    private static double derivative(double s, int degree, int order) {
        if (s <= 0) {
            return 0;
        }
        double value = 1;
        for (int i = 0; i < order; i++) {
            value *= degree - i;
        }
        for (int i = 0; i < degree - order; i++) {
            value *= s;
        }
        return value;
    }

    /** Returns the squared jerk of the path that passes at given times, its duration being 1 s. */
    double cost(double[] times) {
        RealMatrix found = coefficients(times);
        double cost = 0;
        for (int axis = 0; axis < 2; axis++) {
            double fifth = FACTORIAL * found.getEntry(Spline.POWERS - 1, axis);
            for (int part = 0; part < places.size() - 1; part++) {
                fifth += part == 0 ? 0 : FACTORIAL * found.getEntry(Spline.POWERS + part - 1, axis);
                cost += fifth * (axis(part + 1, axis) - axis(part, axis));
            }
        }
        return cost;
    }

    private double axis(int place, int axis) {
        return axis == 0 ? places.get(place).x() : places.get(place).y();
    }

    /** Returns the times of passage at which the cost is least, each over the others in turn. */
    double[] times() {
        double[] times = new double[places.size() - 2];
        Arrays.setAll(times, i -> (i + 1.0) / (times.length + 1));
        for (int turn = 0; turn < TURNS; turn++) {
            double moved = 0;
            for (int i = 0; i < times.length; i++) {
                double before = times[i];
                times[i] = best(times, i);
                moved = Math.max(moved, Math.abs(times[i] - before));
            }
            if (moved < FINE) {
                break;
            }
        }
        return times;
    }

    private double best(double[] times, int which) {
        double low = (which == 0 ? 0 : times[which - 1]) + APART;
        double high = (which == times.length - 1 ? 1 : times[which + 1]) - APART;
        double[] tried = times.clone();
        return least(low, high, time -> {
            tried[which] = time;
            return cost(tried);
        });
    }

    /** Returns where a function with one minimum is least, by golden section. */
    private static double least(double from, double to, DoubleUnaryOperator cost) {
        double low = from;
        double high = to;
        while (high - low > FINE / 2) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (cost.applyAsDouble(left) < cost.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }
}
