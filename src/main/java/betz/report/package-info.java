// SPDX-License-Identifier: Apache-2.0
/**
 * Figures as data, drawn as charts, and one HTML file that shows them with the numbers behind them.
 *
 * <p>A {@link betz.report.Figure} holds what a chart shows (series, axis labels, units, caption) in the units that
 * people read: ms, cm, degrees. {@link betz.report.Charts} draws each once, as a list of vector operations, and writes
 * these as SVG and as PNG, with a CSV of the numbers beside them. {@link betz.report.HtmlReport} puts the same SVG into
 * a page that loads nothing and runs no script but its own.
 *
 * <p>All output is repeatable byte for byte and needs no display, no installed fonts and no locale: text is set in a
 * font that ships with the program. This package knows nothing of cortex, networks or files of results.
 * Start reading at {@link betz.report.Figure} and {@link betz.report.Charts}.
 */
@NullMarked
package betz.report;

import org.jspecify.annotations.NullMarked;
