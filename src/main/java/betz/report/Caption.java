// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;

/**
 * The words of a figure.
 *
 * @param id file name without its ending and anchor in the page: lower-case letters, digits and hyphens
 * @param title a few words; stands above a panel, and before the caption in a report
 * @param text what is shown, with numbers of trials and the meaning of bands, as under a figure in a paper
 * @param alt what a reader who cannot see the chart needs to know
 */
public record Caption(String id, String title, String text, String alt) {
    public Caption {
        Require.that(id.matches("[a-z][a-z0-9-]{0,79}"), "id", id, "lower-case letters, digits and hyphens");
        Require.that(!alt.isBlank(), "alt", "blank", "what the chart shows");
    }

    /** A caption whose alternative text is its title and its text. */
    public static Caption of(String id, String title, String text) {
        return new Caption(id, title, text, title + ". " + text);
    }
}
