// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Perturbation;
import betz.data.Push;
import betz.data.TargetJump;
import betz.data.TrialBatch;
import betz.report.Figure;
import betz.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PerturbedTest {
    private static final String JUMP = "{kind: target-jump, by: 4 cm}";

    @TempDir
    Path folder;

    @Test
    void held_out_trials_are_run_again_under_each_perturbation_but_none() throws IOException {
        Judgement judged = untrained("none, " + JUMP + ", {kind: pulse, force: 8 N}, " + JUMP);

        assertThat(judged.perturbed())
                .extracting(Perturbed::name)
                .containsExactly("target-jump", "pulse", "target-jump-2");
        TrialBatch usual = judged.lessons().heldOut().trials();
        for (Perturbed perturbed : judged.perturbed()) {
            assertThat(perturbed.network().recording().trials()).isEqualTo(usual.with(perturbed.perturbation()));
        }
    }

    /** A cortex of 60 units ends half a centimetre from any target, also from one that has jumped. */
    @Test
    void the_cortex_goes_where_the_target_has_jumped() throws IOException {
        Perturbed jump = untrained(JUMP).perturbed().get(0);

        var response = jump.reference().orElseThrow().response().finding();

        assertThat(response.value("end_error").value()).isLessThan(0.01);
        assertThat(response.value("deviation").value()).isCloseTo(0.04, within(0.005)); // an overshoot of a tenth
    }

    @Test
    void an_oracle_meets_a_jump_of_the_target_and_nothing_else() throws IOException {
        String early = "{kind: target-jump, by: 4 cm, at: 0 ms}"; // its reach ends within the trial
        Judgement judged = judgement("{kind: pulse}, " + early, "reference={kind: minimum-jerk}");

        assertThat(judged.perturbed().get(0).reference()).isEmpty();
        var jump =
                judged.perturbed().get(1).reference().orElseThrow().response().finding();
        assertThat(jump.value("deviation").value()).isCloseTo(0.04, within(1e-12)); // rounding
        assertThat(jump.value("end_error").value()).isCloseTo(0, within(1e-12));
    }

    @Test
    void trials_without_a_go_cue_are_run_but_neither_measured_nor_drawn() throws IOException {
        Judgement judged =
                judgement("{kind: pulse}", "reference={kind: minimum-jerk}", "task.noGo=0.5", "evaluation.trials=32");
        Perturbed pulse = judged.perturbed().get(0);

        assertThat(pulse.network().recording().trials().size()).isEqualTo(32);
        int going = pulse.network().going().trials().size();
        assertThat(going).isBetween(4, 31); // the first of each of four kinds goes; none of 28 stays in 4e-9 of draws
        assertThat(pulse.network().response().trials()).hasSize(going);
        assertThat(PerturbationFigures.of("Oracle", judged)).hasSize(3);
    }

    @Test
    void a_closed_curve_has_no_straight_way_to_stray_from() throws IOException {
        Judgement judged = judgement("{kind: pulse}", "reference={kind: minimum-jerk}", "task={kind: ellipse}");
        Map<String, Double> metrics = new LinkedHashMap<>();

        PerturbationTable.metrics(judged.perturbed(), metrics);

        assertThat(metrics).containsOnlyKeys("pulse_displacement_m", "pulse_end_error_m");
        assertThat(PerturbationFigures.of("Oracle", judged)).hasSize(2);
    }

    @Test
    void numbers_are_named_after_the_perturbation_and_shown_in_millimetres() throws IOException {
        Judgement judged = untrained(JUMP);
        Map<String, Double> metrics = new LinkedHashMap<>();

        PerturbationTable.metrics(judged.perturbed(), metrics);
        var rows = PerturbationTable.rows(judged.perturbed());

        assertThat(metrics)
                .containsOnlyKeys(
                        "target_jump_deviation_m",
                        "target_jump_overshoot_m",
                        "target_jump_displacement_m",
                        "target_jump_end_error_m");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(3).name()).isEqualTo("Target jump, end-point error");
        double shown = Double.parseDouble(rows.get(3).network());
        assertThat(1000 * metrics.getOrDefault("target_jump_end_error_m", Double.NaN))
                .isCloseTo(shown, within(0.05)); // one digit
    }

    @Test
    void every_perturbation_has_charts_of_paths_of_deviation_and_of_muscles() throws IOException {
        List<Figure> figures = PerturbationFigures.of("Cortex", untrained(JUMP));

        assertThat(figures)
                .extracting(figure -> figure.caption().id())
                .containsExactly("perturbed-paths-target-jump", "sideways-target-jump", "muscle-response-target-jump");
    }

    @Test
    void a_mass_has_a_chart_of_the_way_along_and_a_second_one_is_counted_not_weighed() throws IOException {
        Judgement judged = untrained("{kind: mass, mass: 1 kg}, {kind: mass, mass: 3 kg}");

        assertThat(PerturbationFigures.of("Cortex", judged))
                .extracting(figure -> figure.caption().id())
                .contains("along-mass", "along-mass-2")
                .doesNotContain("sideways-mass");
        assertThat(judged.perturbed()).extracting(Perturbed::title).containsExactly("Mass", "Mass no. 2");
    }

    @Test
    void kinds_of_perturbations_have_settings_that_are_held() throws IOException {
        Judgement judged = untrained("{kind: target-jump, by: 2 cm, direction: -90 deg}, {kind: joint-torque}");

        Perturbation first = judged.perturbed().get(0).perturbation();
        assertThat(first).isInstanceOf(TargetJump.class);
        assertThat(((TargetJump) first).by()).isEqualTo(0.02);
        assertThat(judged.perturbed().get(1).perturbation()).isEqualTo(Push.JointTorque.DEFAULT);
    }

    private Judgement untrained(String perturbations) throws IOException {
        return judgement(perturbations, "reference={kind: tuned-cortex, units: 60}");
    }

    /** Judges a network that has learnt nothing. */
    private Judgement judgement(String perturbations, String... words) throws IOException {
        String[] all = Stream.concat(Stream.of("evaluation.perturbations=[" + perturbations + "]"), Stream.of(words))
                .toArray(String[]::new);
        Scenario scenario = Tiny.request(folder, all).scenario();
        try (var workers = new Workers(1)) {
            Lessons lessons = new References(scenario, workers).lessons();
            Learner learner = Learner.of(scenario, Results.DEFAULT).get(0);
            return Judgement.of(scenario, lessons, List.of(learner.judge(lessons, learner.start())), scenario.seed());
        }
    }
}
