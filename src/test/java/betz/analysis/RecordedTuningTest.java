// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** 143 units of a monkey's motor cortex in 158 reaches to 8 directions, against what statsmodels makes of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordedTuningTest {
    /** Columns of the table of fits. */
    private static final int R2_MEANS = 9;

    private static final int PREFERRED_MEANS = 10;
    private Recording recording;
    private Path vectors;

    @BeforeEach
    void read() throws IOException {
        String data = System.getProperty("betz.data");
        assumeTrue(data != null, "the system property betz.data does not name the folder of recorded data");
        vectors = Path.of(String.valueOf(data)).resolveSibling("vectors").resolve("cosine_tuning");
        assumeTrue(Files.isDirectory(vectors), "the golden vectors do not lie beside the recorded data");
        recording = recording(table(Path.of(String.valueOf(data)).resolve("centuri_m1_centerout/rates.csv")));
    }

    @Test
    void the_share_of_tuned_units_and_their_medians_are_those_of_statsmodels() throws IOException {
        var tuning = UnitTunings.of(recording, new UnitTunings.Window(0, 0.01));
        var finding = tuning.finding();

        // one unit never fires; statsmodels' figures leave it out
        double counted = 142;
        double tuned = finding.value("tuned_share").value() * 143;
        double strictly = tuning.units().stream()
                .filter(unit -> unit.trials().p() < 0.001)
                .count();
        assertThat(tuned / counted).isCloseTo(expected("frac_tuned_p05"), within(1e-12));
        assertThat(strictly / counted).isCloseTo(expected("frac_tuned_p001"), within(1e-12));
        assertThat(finding.value("cosine_r2_of_means").value())
                .isCloseTo(expected("median_R2_means_tuned"), within(1e-8));
        assertThat(finding.value("cosine_r2_of_trials").value())
                .isCloseTo(expected("median_R2_trial_tuned"), within(1e-8));
        assertThat(finding.value("share_with_cosine_r2_above_0_7").value()).isCloseTo(0.63, within(0.005)); // published
    }

    @Test
    void fits_to_the_mean_rates_of_the_directions_are_those_of_statsmodels() throws IOException {
        var tuning = UnitTunings.of(recording, new UnitTunings.Window(0, 0.01));

        int compared = 0;
        for (double[] row : table(vectors.resolve("centuri_ols_single_trial.csv"))) {
            CosineTuning means = tuning.units().get((int) row[0]).means();
            if (!Double.isNaN(row[R2_MEANS])) {
                double off = means.preferredDirection() - Math.toRadians(row[PREFERRED_MEANS]);
                assertThat(means.r2()).isCloseTo(row[R2_MEANS], within(1e-8)); // the golden vectors' tolerance
                assertThat(Angles.wrapped(off)).isCloseTo(0, within(1e-8));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(142);
    }

    @Test
    void preferred_directions_of_tuned_units_are_bimodal_along_the_published_axis() throws IOException {
        double[] preferred = Files.readAllLines(vectors.resolve("PD_rad_tuned.csv")).stream()
                .filter(line -> !line.isBlank())
                .mapToDouble(Double::parseDouble)
                .toArray();

        var spread = PreferredDirections.of(preferred);

        assertThat(spread.units()).isEqualTo(106);
        assertThat(spread.bimodality()).isCloseTo(0.40, within(0.005)); // the digits published
        assertThat(spread.axialP()).isCloseTo(2e-8, within(1.5e-8));
        assertThat(Angles.positive(spread.axis()) / 2).isCloseTo(Math.toRadians(146), within(Math.toRadians(0.5)));
        assertThat(spread.rayleighP()).isCloseTo(0.64, within(0.005));
        double[] ours = UnitTunings.of(recording, new UnitTunings.Window(0, 0.01)).units().stream()
                .filter(UnitTunings.UnitTuning::tuned)
                .mapToDouble(unit -> unit.trials().preferredDirection())
                .toArray();
        assertThat(ours).hasSize(106);
        for (int i = 0; i < ours.length; i++) {
            assertThat(Angles.wrapped(ours[i] - preferred[i])).isCloseTo(0, within(1e-8));
        }
    }

    private double expected(String name) throws IOException {
        String json = Files.readString(vectors.resolve("expected.json"));
        String after = json.substring(json.indexOf("\"" + name + "\":") + name.length() + 3);
        return Double.parseDouble(after.split("[,}\n]", 2)[0].strip());
    }

    /** One step per trial, which holds the trial's rates. */
    private static Recording recording(List<double[]> rows) {
        int units = rows.get(0).length - 2;
        List<Trial> trials = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            names.add("n" + unit);
        }
        Signal rates = Signal.zeros("unit.rate", "spikes/s", rows.size(), 1, names);
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            int degrees = (int) row[1];
            var condition = new Condition(degrees / 45, degrees + "°", Math.toRadians(degrees));
            trials.add(new Trial(condition, new Point(0, 0), new Point(1, 0), 0, 0, 1));
            for (int unit = 0; unit < units; unit++) {
                rates.set(i, 0, unit, row[2 + unit]);
            }
        }
        return new Recording(new TrialBatch(0.01, 1, trials), List.of(rates));
    }

    private static List<double[]> table(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split(",", -1))
                        .mapToDouble(
                                cell -> cell.isEmpty() || cell.equals("nan") ? Double.NaN : Double.parseDouble(cell))
                        .toArray())
                .toList();
    }
}
