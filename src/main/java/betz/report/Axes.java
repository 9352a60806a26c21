// SPDX-License-Identifier: Apache-2.0
package betz.report;

/** The two axes of a single chart. */
record Axes(Axis x, Axis y) {
    static Axes of(Figure figure) {
        if (figure instanceof Lines lines) {
            return new Axes(lines.x(), lines.y());
        } else if (figure instanceof Paths paths) {
            return new Axes(paths.x(), paths.y());
        } else if (figure instanceof Dots dots) {
            return new Axes(dots.x(), dots.y());
        } else if (figure instanceof Rose rose) {
            return new Axes(Axis.direction("Direction"), rose.radius());
        }
        throw new IllegalArgumentException(
                "figure " + figure.caption().id() + " is made of panels, expected one chart");
    }
}
