// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.OnsetRule;
import betz.analysis.Subject;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Plants what is looked at in rates of which each tells its unit, and in reaches of a chosen length. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsTest {
    private static final double ROUNDING = 1e-12;
    private static final Measuring MEAN_RATE =
            Objects.requireNonNull(TuningScores.all().get("mean_rate"));
    private static final Condition CONDITION = new Condition(0, "right", 0);

    @Test
    void decoders_have_143_units_evenly_chosen_from_the_first_on() {
        Signal few =
                views(286, "spikes/s", 0.1, 4, false).fewUnits().recording().signal(Views.RATE);

        assertThat(few.channels()).hasSize(143);
        assertThat(IntStream.range(0, 143).mapToDouble(i -> few.get(0, 0, i)))
                .containsExactly(IntStream.range(0, 143).mapToObj(i -> 2.0 * i).toArray(Double[]::new));
    }

    @Test
    void decoders_have_all_units_where_there_are_fewer() {
        Signal few = views(7, "spikes/s", 0.1, 4, false).fewUnits().recording().signal(Views.RATE);

        assertThat(few.channels()).containsExactly("0", "1", "2", "3", "4", "5", "6");
    }

    @Test
    void the_mean_rate_is_that_of_samples_before_the_end_of_each_trial() {
        // unit i has rate i while a trial lasts, and 1000 after it
        double mean = MEAN_RATE.of(views(5, "spikes/s", 0.1, 3, false)).value();

        assertThat(mean).isCloseTo(2, within(ROUNDING));
        assertThatThrownBy(() -> MEAN_RATE.of(views(5, "1", 0.1, 3, false)))
                .hasMessageContaining("unit of unit.rate is 1, expected spikes/s");
    }

    @Test
    void ranges_get_5_spikes_per_second_more_or_a_tenth_of_the_largest_where_units_do_not_spike() {
        Views spiking = views(5, "spikes/s", 0.1, 3, false);
        Views plain = views(5, "1", 0.1, 4, false);

        assertThat(spiking.softening(spiking.activity(Views.RATE))).isEqualTo(5);
        // rates of unit i grow from i to 2 i over a trial of four steps: the last of five has the largest range, 4
        assertThat(plain.softening(plain.activity(Views.RATE))).isCloseTo(0.4, within(ROUNDING));
    }

    @Test
    void speeds_and_times_are_those_of_reaches_of_ten_centimetres_give_or_take_one() {
        views(2, "1", 0.1, 4, false).needTenCentimetres();
        views(2, "1", 0.091, 4, false).needTenCentimetres();
        views(2, "1", 0.109, 4, false).needTenCentimetres();

        assertThatThrownBy(() -> views(2, "1", 0.08, 4, false).needTenCentimetres())
                .hasMessageContaining("reaches is 8 cm long, expected 10 cm");
        assertThatThrownBy(() -> views(2, "1", 0.12, 4, false).needTenCentimetres())
                .hasMessageContaining("reaches is 12 cm long, expected 10 cm");
    }

    @Test
    void every_measuring_has_one_row() {
        Set<String> measured = new HashSet<>(TuningScores.all().keySet());
        measured.addAll(PopulationScores.all().keySet());
        measured.addAll(ReachScores.all().keySet());

        assertThat(ScoreRows.all().stream().map(ScoreRow::id)).containsAll(measured);
        assertThat(measured)
                .hasSize(TuningScores.all().size()
                        + PopulationScores.all().size()
                        + ReachScores.all().size());
    }

    /** Unit i has rate i, growing to 2 i over four steps where the unit of rates is 1; 1000 after a trial's end. */
    private static Views views(int units, String unit, double length, int end, boolean drawn) {
        List<String> names =
                IntStream.range(0, units).mapToObj(Integer::toString).toList();
        Signal rates = Signal.zeros(Views.RATE, unit, 2, 4, names);
        List<Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < 2; trial++) {
            trials.add(new Trial(CONDITION, new Point(0, 0), new Point(length, 0), 0, 1, end));
            for (int step = 0; step < 4; step++) {
                for (int i = 0; i < units; i++) {
                    double growing = unit.equals("1") ? i * (1 + step / 3.0) : i;
                    rates.set(trial, step, i, step < end ? growing : 1000);
                }
            }
        }
        var recording = new Recording(new TrialBatch(0.01, 4, trials), List.of(rates));
        return new Views(Subject.of(recording, 1), OnsetRule.DEFAULT, drawn);
    }
}
