// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TouchTest {
    private static final double DT = 0.01;
    private static final Trial AHEAD =
            new Trial(new Condition(0, "ahead", 0), new Point(0, 0), new Point(0, 0.1), 20, 70, 200);
    private static final List<String> AREAS = areas();

    private static List<String> areas() {
        List<String> areas = new ArrayList<>(Collections.nCopies(100, "PMd"));
        areas.addAll(Collections.nCopies(50, "M1"));
        return areas;
    }

    @Test
    void touches_last_from_their_event_and_time_on_and_a_lesion_always() {
        var silence = new Passing.Silence(UnitChoice.DEFAULT, Since.GO, -0.1, 0.25);

        Touched touched = one(silence);

        assertThat(silence.from(AHEAD, DT)).isEqualTo(60);
        assertThat(silence.until(AHEAD, DT)).isEqualTo(85);
        assertThat(touched.acts(59)).isFalse();
        assertThat(touched.acts(60)).isTrue();
        assertThat(touched.acts(84)).isTrue();
        assertThat(touched.acts(85)).isFalse();
        assertThat(touched.actsAtStart()).isFalse();
        assertThat(one(new Touch.Lesion(UnitChoice.DEFAULT)).acts(199)).isTrue();
        assertThat(one(new Touch.Lesion(UnitChoice.DEFAULT)).actsAtStart()).isTrue();
    }

    @Test
    void what_ended_before_the_trial_never_acts() {
        Touched touched = one(new Passing.Silence(UnitChoice.DEFAULT, Since.START, -0.2, 0.2));

        assertThat(touched.actsAtStart()).isFalse();
        assertThat(touched.acts(0)).isFalse();
    }

    @Test
    void only_trials_that_touch_are_touched() {
        var batch = new TrialBatch(DT, 200, List.of(AHEAD, AHEAD, AHEAD))
                .with(i -> i == 1 ? Passing.Cool.DEFAULT : Cursor.DEFAULT);

        List<Touched> touched = Touched.of(batch, AREAS, unit -> 0);

        assertThat(touched).hasSize(1);
        assertThat(touched.get(0).trial()).isEqualTo(1);
        assertThat(touched.get(0).heard(3)).isEqualTo(1.5); // halved
    }

    @Test
    void a_share_of_an_area_has_that_many_units_of_it_to_the_nearest() {
        assertThat(units(UnitChoice.of("M1", 0.33))).hasSize(17).allMatch(unit -> unit >= 100); // 16.5
        assertThat(units(UnitChoice.of("PMd", 1))).hasSize(100).allMatch(unit -> unit < 100);
        assertThat(units(UnitChoice.DEFAULT)).hasSize(150);
        assertThat(units(UnitChoice.DEFAULT.withShare(0))).isEmpty();
        assertThat(units(UnitChoice.of("V1", 1))).isEmpty();
    }

    @Test
    void a_greater_share_holds_a_smaller_one_and_another_draw_takes_others() {
        List<Integer> few = units(UnitChoice.DEFAULT.withShare(0.2));
        List<Integer> again = units(UnitChoice.DEFAULT.withShare(0.2));
        List<Integer> others = units(new UnitChoice(UnitChoice.ALL, 0.2, 1, 0, Math.PI));

        assertThat(units(UnitChoice.DEFAULT.withShare(0.5))).containsAll(few);
        assertThat(again).isEqualTo(few);
        assertThat(others).hasSize(30).isNotEqualTo(few);
    }

    @Test
    void every_unit_is_as_likely_as_any_other() {
        int[] chosen = new int[AREAS.size()];
        for (int draw = 0; draw < 2000; draw++) {
            units(new UnitChoice(UnitChoice.ALL, 0.2, draw, 0, Math.PI)).forEach(unit -> chosen[unit]++);
        }

        // a binomial count of mean 400 and standard deviation 18; five of them
        assertThat(Arrays.stream(chosen)).allMatch(count -> Math.abs(count - 400) < 90);
    }

    @Test
    void preferred_directions_are_near_across_half_a_turn_and_a_unit_without_is_never_chosen() {
        var choice = new UnitChoice(UnitChoice.ALL, 1, 0, Math.PI, Math.toRadians(20));
        double[] preferred = {Math.toRadians(165), Math.toRadians(-165), Math.toRadians(155), 0, Double.NaN};

        boolean[] near = choice.among(Collections.nCopies(5, "output"), unit -> preferred[unit]);

        assertThat(near).containsExactly(true, true, false, false, false);
    }

    @Test
    void a_part_of_a_brain_counts_its_own_units() {
        Touched layer = one(new Touch.Lesion(UnitChoice.of("M1", 1))).part(90, 30);

        assertThat(layer.has(9)).isFalse();
        assertThat(layer.has(10)).isTrue();
        assertThat(layer.has(29)).isTrue();
    }

    @Test
    void nobody_is_asked_to_do_what_a_touch_does() {
        assertThat(Passing.Silence.DEFAULT.taskPart()).isEqualTo(Perturbation.None.DEFAULT);
        assertThat(Passing.Silence.DEFAULT.target(AHEAD, 100, DT)).isEqualTo(AHEAD.target());
    }

    @Test
    void values_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> UnitChoice.of("M1", 1.5)).hasMessage("share is 1.5, expected 0.0 to 1.0");
        assertThatThrownBy(() -> UnitChoice.of(" ", 1))
                .hasMessage("area is empty, expected the name of an area, or all");
        assertThatThrownBy(() -> new Passing.Cool(UnitChoice.DEFAULT, 2, Since.GO, 0, 1))
                .hasMessage("gain is 2.0, expected 0.0 to 1.0");
        assertThatThrownBy(() -> new Passing.Silence(UnitChoice.DEFAULT, Since.GO, 0, 0))
                .hasMessage("for is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new Passing.Clamp(UnitChoice.DEFAULT, Double.NaN, Since.GO, 0, 1))
                .hasMessageContaining("rate");
    }

    private static Touched one(Touch touch) {
        return Touched.of(new TrialBatch(DT, 200, List.of(AHEAD.with(touch))), AREAS, unit -> 0)
                .get(0);
    }

    private static List<Integer> units(UnitChoice choice) {
        boolean[] chosen = choice.among(AREAS, unit -> 0);
        List<Integer> units = new ArrayList<>();
        for (int unit = 0; unit < chosen.length; unit++) {
            if (chosen[unit]) {
                units.add(unit);
            }
        }
        return units;
    }
}
