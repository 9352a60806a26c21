// SPDX-License-Identifier: Apache-2.0
package betz.report;

/**
 * The size of a figure without its legend, in points.
 *
 * @param width 1.5 columns of a journal (12 cm) for one chart, a full page (17.8 cm) for many
 * @param height without the legend
 * @param columns charts side by side
 * @param rows charts one above the other
 */
record PageSize(double width, double height, int columns, int rows) {
    private static final double SINGLE = 340;
    private static final double FULL = 504;
    private static final double SQUARE = 310;
    private static final double ROUND = 270;
    private static final double SINGLE_HEIGHT = 220;
    private static final double PANEL_HEIGHT = 108;
    private static final double AXIS_HEIGHT = 36;
    private static final int WIDE = 2;

    static PageSize of(Figure figure) {
        if (figure instanceof Panels panels) {
            double width = panels.columns() >= WIDE ? FULL : SINGLE;
            double square = (width / panels.columns()) * panels.rows();
            boolean plane = panels.parts().stream().allMatch(PageSize::isPlane);
            double height = plane ? square : PANEL_HEIGHT * panels.rows();
            return new PageSize(width, height + AXIS_HEIGHT, panels.columns(), panels.rows());
        }
        if (figure instanceof Rose) {
            return new PageSize(ROUND, ROUND, 1, 1);
        }
        return isPlane(figure) ? new PageSize(SQUARE, SQUARE, 1, 1) : new PageSize(SINGLE, SINGLE_HEIGHT, 1, 1);
    }

    private static boolean isPlane(Figure figure) {
        return figure instanceof Paths || figure instanceof Rose;
    }
}
