// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;

/** What a chart shows, as data: nothing here is drawn, and every number is in the unit that its axis names. */
public sealed interface Figure permits Lines, Paths, Dots, Rose, Panels {
    /** Returns the file name, the title and the words that go with the figure. */
    Caption caption();

    /** Returns the single charts inside, in reading order: the figure itself unless it is made of panels. */
    default List<Figure> parts() {
        return List.of(this);
    }

    /** Returns what is plotted, in the order of the legend; empty for a figure made of panels. */
    List<Series> series();

    /** Returns the moments marked by vertical lines. */
    default List<Mark> marks() {
        return List.of();
    }
}
