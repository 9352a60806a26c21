// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be done to a recording without any figure that is not drawn at random becoming another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvariancesTest {
    private static final int CONDITIONS = 6;
    private static final int STEPS = 80;
    private static final int BEFORE = 30;
    private static final int UNITS = 9;
    private static final TrialBatch BATCH = Populations.batch(CONDITIONS, CONDITIONS, STEPS, BEFORE, 0.01);
    private static final double[][][] VALUES = values();

    /** Drawn at random, or where a search ended. */
    private static final List<String> DRAWN =
            List.of("chance", "p", "gradient_norm", "dimensions_parallel", "dimensions_held_out");

    /** Units are not normalised, as that is not invariant to turning them. */
    static Stream<Analysis> analyses() {
        return Stream.of(
                new Tangling("unit.rate", 5, false, 0, true, 0.1, -0.2, 0.4, 1),
                new Tangling("unit.rate", 9, false, 0, false, 0.1, -0.2, 0.4, 2),
                new Alignment("unit.rate", 3, -0.2, 0, 0.2, 0.4, false, 0, true, 5),
                new Alignment("unit.rate", 2, -0.2, 0, 0.2, 0.4, false, 0, false, 5),
                new Subspaces("unit.rate", 2, 3, -0.2, 0, 0.2, 0.4, false, 0, true, 0),
                new PotentNull("unit.rate", "muscle.activation", 5, 2, -0.2, 0, 0.2, 0.4, false, 0, 5),
                new ConditionInvariant("unit.rate", 0, 0.4, false, 0, 0),
                new Dpca("unit.rate", -0.05, 0.35, false, 0, 2, 0.01),
                new Pca("unit.rate", -0.1, 0.3, false, 0, true, 20, 0.95, 3),
                new Pca("unit.rate", -0.1, 0.3, false, 0, false, 20, 0.95, 3));
    }

    /** Units of different strength and noise, [condition][step][unit]. */
    private static double[][][] values() {
        var random = RandomStream.of(6, "invariances");
        double[][][] values = new double[CONDITIONS][STEPS][UNITS];
        for (int c = 0; c < CONDITIONS; c++) {
            double angle = 2 * Math.PI * c / CONDITIONS;
            for (int step = 0; step < STEPS; step++) {
                double t = (step - BEFORE) * 0.01;
                for (int unit = 0; unit < UNITS; unit++) {
                    values[c][step][unit] = 10
                            + (9 - unit) * Math.cos(angle + unit * unit) * Math.sin((5 + unit) * t + unit)
                            + (2 + unit) * Math.tanh(8 * t - 1)
                            + 0.3 * random.nextGaussian();
                }
            }
        }
        return values;
    }

    private interface Change {
        /** What a unit does instead. */
        double at(int condition, int step, int unit);
    }

    private static double muscle(int condition, int step, int muscle) {
        return VALUES[condition][step][muscle] - 0.5 * VALUES[condition][step][muscle + 3];
    }

    private static Recording recording(Change units, Change muscles) {
        return Populations.rates(BATCH, UNITS, (trial, t, unit) -> units.at(trial, step(t), unit))
                .with(Populations.signal(
                        "muscle.activation", "1", BATCH, 4, (trial, t, i) -> muscles.at(trial, step(t), i)));
    }

    private static int step(double t) {
        return BEFORE + (int) Math.round(100 * t);
    }

    private static double plain(int condition, int step, int unit) {
        return VALUES[condition][step][unit];
    }

    private static void sameFigures(Analysis analysis, Recording changed) {
        Finding one = analysis.of(Subject.of(recording(InvariancesTest::plain, InvariancesTest::muscle), 1));
        Finding other = analysis.of(Subject.of(changed, 1));

        assertThat(one.measures().size()).isEqualTo(other.measures().size());
        for (Finding.Measure measure : one.measures()) {
            double value = measure.value().value();
            // searches end at a gradient of 1e-8, all else is rounding
            double tolerance = 1e-7 * Math.max(1, Math.abs(value));
            if (!DRAWN.contains(measure.name())) {
                assertThat(other.value(measure.name()).value())
                        .as(measure.name())
                        .isCloseTo(value, within(tolerance));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void turning_the_axes_of_units_changes_no_figure(Analysis analysis) {
        double[][] turn = Populations.orthonormal(RandomStream.of(2, "turn"), UNITS, UNITS);

        Change turned = (condition, step, unit) -> {
            double sum = 0;
            for (int i = 0; i < UNITS; i++) {
                sum += turn[unit][i] * VALUES[condition][step][i];
            }
            return sum;
        };
        sameFigures(analysis, recording(turned, InvariancesTest::muscle));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_order_of_units_and_of_muscles_changes_no_figure(Analysis analysis) {
        sameFigures(
                analysis,
                recording(
                        (condition, step, unit) -> plain(condition, step, UNITS - 1 - unit),
                        (condition, step, i) -> muscle(condition, step, 3 - i)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_order_of_conditions_changes_no_figure(Analysis analysis) {
        int[] order = {3, 0, 5, 4, 1, 2};
        sameFigures(
                analysis,
                recording(
                        (condition, step, unit) -> plain(order[condition], step, unit),
                        (condition, step, i) -> muscle(order[condition], step, i)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void another_unit_of_measurement_changes_no_figure(Analysis analysis) {
        sameFigures(
                analysis,
                recording(
                        (condition, step, unit) -> 40 * plain(condition, step, unit),
                        (condition, step, i) -> 0.02 * muscle(condition, step, i)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void a_constant_for_each_unit_and_muscle_changes_no_figure(Analysis analysis) {
        sameFigures(
                analysis,
                recording(
                        (condition, step, unit) -> 7 * unit - 20 + plain(condition, step, unit),
                        (condition, step, i) -> i + muscle(condition, step, i)));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void a_unit_that_never_fires_changes_no_figure(Analysis analysis) {
        Recording more = Populations.rates(
                        BATCH, UNITS + 1, (trial, t, unit) -> unit < UNITS ? plain(trial, step(t), unit) : 0)
                .with(recording(InvariancesTest::plain, InvariancesTest::muscle).signal("muscle.activation"));

        sameFigures(analysis, more);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void every_condition_shown_twice_changes_no_figure_but_by_the_degrees_of_freedom(Analysis analysis) {
        TrialBatch twice = Populations.batch(2 * CONDITIONS, CONDITIONS, STEPS, BEFORE, 0.01);
        // two trials that differ from their mean by the same to either side
        Recording recording = Populations.rates(
                        twice,
                        UNITS,
                        (trial, t, unit) -> plain(trial % CONDITIONS, step(t), unit)
                                + (trial < CONDITIONS ? 1 : -1) * Math.sin(31 * t + unit))
                .with(Populations.signal(
                        "muscle.activation",
                        "1",
                        twice,
                        4,
                        (trial, t, i) -> muscle(trial % CONDITIONS, step(t), i) * (trial < CONDITIONS ? 1.5 : 0.5)));
        if (!(analysis instanceof ConditionInvariant)) { // which looks at single trials too
            sameFigures(analysis, recording);
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void what_all_conditions_share_changes_only_what_keeps_it(Analysis analysis) {
        String[] kept = {"Mean over conditions kept.", "Condition-invariant signal", "Two parts: time"};
        Change more = (condition, step, unit) -> plain(condition, step, unit) + 30 * Math.sin(0.07 * step * (unit + 1));
        Recording changed = recording(more, (c, step, i) -> muscle(c, step, i) + 9 * Math.cos(0.2 * step));
        Finding one = analysis.of(Subject.of(recording(InvariancesTest::plain, InvariancesTest::muscle), 1));

        boolean keeps =
                one.conventions().stream().anyMatch(text -> Arrays.stream(kept).anyMatch(text::contains));
        if (keeps) {
            double before = one.measures().get(0).value().value();
            assertThat(analysis.of(Subject.of(changed, 1))
                            .measures()
                            .get(0)
                            .value()
                            .value())
                    .isNotCloseTo(before, within(1e-3 * Math.abs(before)));
        } else {
            sameFigures(analysis, changed);
        }
    }
}
