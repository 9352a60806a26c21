// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import betz.analysis.Plot;
import betz.analysis.Plot.Curve;
import betz.analysis.Values;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingFilesTest {
    private static final Finding FINDING = new Finding(
            "some",
            List.of(
                    Measure.of("share", "1", 0.1 + 0.2),
                    new Measure("speed", "m/s", new Interval(1, 0.5, 1.5)),
                    Measure.of("nothing", "1", Double.NaN)),
            List.of(
                    Values.list("frequencies_hz", "Hz", new double[] {1.25, Double.NaN}),
                    Values.table("matrix", "1", new double[][] {{1, 2}, {3, 4}})),
            List.of(new Plot(
                    "some-plot",
                    "Some",
                    "Some plot.",
                    Plot.Form.LINES,
                    new Plot.Axis("Time", "ms"),
                    new Plot.Axis("Rate", ""),
                    List.of(Curve.of("Rate", new double[] {0, 1}, new double[] {1, 2})))),
            List.of("How it was counted."));

    @Test
    void figures_and_lists_stand_by_their_names_with_all_digits() {
        assertThat(Json.line(FindingJson.of(FINDING)))
                .isEqualTo("{\"share\":0.30000000000000004,\"speed\":1.0,\"nothing\":null,"
                        + "\"frequencies_hz\":[1.25,null],\"matrix\":[[1.0,2.0],[3.0,4.0]],"
                        + "\"intervals\":{\"speed\":[0.5,1.5]},\"units\":{\"speed\":\"m/s\",\"frequencies_hz\":\"Hz\"},"
                        + "\"conventions\":[\"How it was counted.\"]}");
    }

    @Test
    void inside_other_values_a_finding_tells_its_single_figures() {
        assertThat(Json.line(FINDING))
                .startsWith("{\"name\":\"some\",\"measures\":[")
                .endsWith("\"conventions\":[\"How it was counted.\"]}")
                .doesNotContain("plots", "frequencies_hz");
    }

    @Test
    void lists_have_one_column_and_tables_as_many_as_their_rows() {
        assertThat(FindingCsv.of(FINDING.list("frequencies_hz"))).isEqualTo("frequencies_hz [Hz]\n1.25\nNaN\n");
        assertThat(FindingCsv.of(FINDING.list("matrix"))).isEqualTo("matrix_0,matrix_1\n1.0,2.0\n3.0,4.0\n");
    }
}
