// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;
import java.util.List;

/**
 * What a report says, as plain values; texts may come from anywhere and are escaped.
 *
 * @param title name of the scenario
 * @param verdict the result in one sentence with numbers
 * @param reference name of what the network is compared with, for the head of a column
 * @param keyNumbers rows of the first table
 * @param networks rows of the table that sets the network beside its baselines; empty if there are none
 * @param tables others, each with a section of its own
 * @param figures in reading order
 * @param settings every setting of the run
 * @param provenance versions, seed, hashes: nothing that may differ between identical runs
 * @param command what repeats the run
 * @param warnings what the reader should doubt
 * @param citation how to cite
 * @param links data files, relative to the report
 */
public record ReportContent(
        String title,
        String verdict,
        String reference,
        List<KeyNumber> keyNumbers,
        List<NetworkNumbers> networks,
        List<ReportTable> tables,
        List<Figure> figures,
        List<Setting> settings,
        List<Entry> provenance,
        String command,
        List<String> warnings,
        String citation,
        List<Link> links) {
    public ReportContent {
        keyNumbers = List.copyOf(keyNumbers);
        networks = List.copyOf(networks);
        tables = List.copyOf(tables);
        figures = List.copyOf(figures);
        settings = List.copyOf(settings);
        provenance = List.copyOf(provenance);
        warnings = List.copyOf(warnings);
        links = List.copyOf(links);
    }

    /** A report without other tables. */
    public ReportContent(
            String title,
            String verdict,
            String reference,
            List<KeyNumber> keyNumbers,
            List<NetworkNumbers> networks,
            List<Figure> figures,
            List<Setting> settings,
            List<Entry> provenance,
            String command,
            List<String> warnings,
            String citation,
            List<Link> links) {
        this(
                title,
                verdict,
                reference,
                keyNumbers,
                networks,
                List.of(),
                figures,
                settings,
                provenance,
                command,
                warnings,
                citation,
                links);
    }

    /**
     * One measure of network and cortex.
     *
     * @param name what is measured
     * @param network the network's value
     * @param cortex the reference's value
     * @param interval uncertainty, such as {@code "4.1 to 5.0"}; may be empty
     * @param unit may be empty
     * @param note the rule by which it was computed; may be empty
     */
    public record KeyNumber(String name, String network, String cortex, String interval, String unit, String note) {}

    /**
     * What one of several networks came to.
     *
     * @param name of the network
     * @param units number of its units
     * @param parameters number of its weights
     * @param loss of its last batch
     * @param endError mm
     * @param directionError degrees
     * @param velocityFit R² of the hand's velocity
     */
    public record NetworkNumbers(
            String name,
            String units,
            String parameters,
            String loss,
            String endError,
            String directionError,
            String velocityFit) {}

    /**
     * One setting.
     *
     * @param path where it stands in the scenario, such as {@code network.tau}
     * @param value with its unit
     * @param changed whether it differs from the default
     * @param note its meaning or where it comes from; may be empty
     */
    public record Setting(String path, String value, boolean changed, String note) {}

    /** One fact about how the run came about. */
    public record Entry(String name, String value) {}

    /**
     * A file beside the report.
     *
     * @param label what is in it
     * @param path relative, with forward slashes, inside the run's folder
     */
    public record Link(String label, String path) {
        public Link {
            Require.that(
                    !path.matches("(?s).*[:\\\\].*|/.*|(.*/)?\\.\\.(/.*)?"),
                    "link to " + label,
                    path,
                    "a path relative to the report and inside its folder");
        }
    }
}
