// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import java.util.List;

/**
 * A chart as data, in the units in which people read it; how it looks is decided elsewhere.
 *
 * @param id file name without its ending: lower-case letters, digits and hyphens
 * @param title a few words
 * @param text what is shown, as under a figure in a paper
 * @param form how it is to be drawn
 * @param x what is measured along
 * @param y what is measured upwards
 * @param curves in the order of the legend
 */
public record Plot(String id, String title, String text, Form form, Axis x, Axis y, List<Curve> curves) {
    /** How a plot is drawn. */
    public enum Form {
        /** Curves over a common axis. */
        LINES,
        /** Curves in a plane, such as trajectories of a state: both axes have the same scale. */
        PATHS,
        /** Single values with their intervals; a fit runs through them as a line. */
        DOTS,
        /** A histogram: x is the centre of each bin, y its count. */
        BARS,
        /** A histogram around the circle: x is the centre of each sector in degrees, y its count. */
        ROSE
    }

    /**
     * What an axis measures.
     *
     * @param label such as {@code Time}
     * @param unit such as {@code ms}; empty if the quantity has none
     */
    public record Axis(String label, String unit) {}

    /** What a curve is, which decides how it looks. */
    public enum Kind {
        /** What is analysed. */
        DATA,
        /** What it is compared with: a second recording, surrogates, chance. */
        OTHER,
        /** A fit to the data. */
        FIT
    }

    public Plot {
        Require.that(id.matches("[a-z][a-z0-9-]{0,79}"), "id", id, "lower-case letters, digits and hyphens");
        curves = List.copyOf(curves);
    }

    /** Returns the same plot with whose it is before its title. */
    public Plot of(String whose) {
        return new Plot(id, whose + ": " + title, text, form, x, y, curves);
    }

    /** Points in the order in which they are joined, if they are, with an optional interval around each. */
    public static final class Curve {
        private final String name;
        private final Kind kind;
        private final double[] x;
        private final double[] y;
        private final double[] low;
        private final double[] high;

        private Curve(String name, Kind kind, double[] x, double[] y, double[] low, double[] high) {
            this.name = name;
            this.kind = kind;
            this.x = x;
            this.y = y;
            this.low = low;
            this.high = high;
        }

        /** Makes a curve of the data; the arrays, [point], are copied. Curves of one name share a place in the legend. */
        public static Curve of(String name, double[] x, double[] y) {
            return of(name, Kind.DATA, x, y);
        }

        /** Makes a curve; the arrays, [point], are copied. */
        public static Curve of(String name, Kind kind, double[] x, double[] y) {
            Require.length("y of " + name, y.length, x.length);
            return new Curve(name, kind, x.clone(), y.clone(), new double[0], new double[0]);
        }

        /** Returns this curve with an interval around each point; the arrays are copied. */
        public Curve between(double[] from, double[] to) {
            Require.length("low of " + name, from.length, x.length);
            Require.length("high of " + name, to.length, x.length);
            return new Curve(name, kind, x, y, from.clone(), to.clone());
        }

        /** Returns the name for the legend. */
        public String name() {
            return name;
        }

        /** Returns what the curve is. */
        public Kind kind() {
            return kind;
        }

        /** Returns the points' places along the x axis; a copy. */
        public double[] x() {
            return x.clone();
        }

        /** Returns the points' heights; a copy. */
        public double[] y() {
            return y.clone();
        }

        /** Tells whether each point has an interval. */
        public boolean hasInterval() {
            return low.length > 0;
        }

        /** Returns the lower ends of the intervals; a copy, empty if there are none. */
        public double[] low() {
            return low.clone();
        }

        /** Returns the upper ends of the intervals; a copy, empty if there are none. */
        public double[] high() {
            return high.clone();
        }
    }
}
