// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoThirdsTest {
    private static final double DT = 0.005;
    private static final int STEPS = 400;

    /** Passes 40 Hz and leaves a fifth out at either end, where filters have one side only. */
    private static final TwoThirds SHARP = with(TwoThirds.Derivative.CENTRAL);

    private static TwoThirds with(TwoThirds.Derivative derivative) {
        return new TwoThirds(40, 0.05, 0.2, derivative, 9, 3, 100, 0.95);
    }

    /** Harmonic motion: speed³ = a b ω³ / curvature, so the exponent is exactly 1/3 and the gain (a b)^(1/3) ω. */
    @ParameterizedTest
    @EnumSource(TwoThirds.Derivative.class)
    void a_harmonic_ellipse_follows_the_law_exactly(TwoThirds.Derivative derivative) {
        double omega = 2 * Math.PI;
        var finding = with(derivative).of(subject(3, t -> ellipse(omega * t)));

        assertThat(value(finding, "exponent")).isCloseTo(1 / 3.0, within(2e-3)); // differences over 5 ms of 1 s
        assertThat(value(finding, "r2")).isGreaterThan(0.999);
        assertThat(value(finding, "gain")).isCloseTo(Math.cbrt(0.10 * 0.04) * omega, within(5e-3));
        assertThat(value(finding, "pooled_exponent")).isCloseTo(value(finding, "exponent"), within(1e-9));
        assertThat(value(finding, "trials_fitted")).isEqualTo(3);
    }

    /** At equal angular speed of the parameter scaled to constant hand speed the curvature does not matter. */
    @Test
    void an_ellipse_at_constant_speed_has_an_exponent_of_zero() {
        double[] angle = new double[STEPS + 1];
        for (int i = 1; i < angle.length; i++) {
            angle[i] = angle[i - 1];
            for (int part = 0; part < 20; part++) { // 0.3 m/s, in small steps
                double pace = Math.hypot(0.10 * Math.sin(angle[i]), 0.04 * Math.cos(angle[i]));
                angle[i] += 0.3 * DT / 20 / pace;
            }
        }

        var finding = SHARP.of(subject(1, t -> ellipse(angle[(int) Math.round(t / DT)])));

        assertThat(value(finding, "exponent")).isCloseTo(0, within(0.01)); // the low-pass slows the sharp ends a little
    }

    @Test
    void polynomials_stand_noise_better_than_differences() {
        var random = RandomStream.of(3, "noise");
        Recording noisy = subject(1, t -> {
                    double[] place = ellipse(2 * Math.PI * t);
                    return new double[] {
                        place[0] + 2e-4 * random.nextGaussian(), place[1] + 2e-4 * random.nextGaussian()
                    };
                })
                .recording();

        var wide = new TwoThirds(40, 0.05, 0.2, TwoThirds.Derivative.SAVITZKY_GOLAY, 41, 3, 100, 0.95);
        double differences = value(SHARP.of(Subject.of(noisy, 1)), "r2");
        double polynomials = value(wide.of(Subject.of(noisy, 1)), "r2");

        assertThat(polynomials).isGreaterThan(differences + 0.05);
        assertThat(wide.of(Subject.of(noisy, 1)).conventions().get(0)).contains("degree 3 over 41 samples");
    }

    @Test
    void circles_and_lines_have_no_law_and_the_sentence_says_so() {
        assertThatThrownBy(() -> SHARP.of(subject(2, t -> new double[] {0.1 * Math.cos(5 * t), 0.1 * Math.sin(5 * t)})))
                .isInstanceOf(BadSetting.class)
                .hasMessageStartingWith("trials is without a path whose curvature varies");
        assertThatThrownBy(() -> SHARP.of(subject(2, t -> new double[] {0.1 * t, 0.2 * t})))
                .isInstanceOf(BadSetting.class);
    }

    @Test
    void the_plot_holds_every_sample_that_counts_and_a_line_between_the_outermost() {
        var plot = SHARP.of(subject(1, t -> ellipse(2 * Math.PI * t))).plots().get(0);

        assertThat(plot.id()).isEqualTo("two-thirds-law");
        assertThat(plot.curves().get(0).x()).hasSizeBetween(238, 242); // a fifth of 400 steps left out at either end
        double[] x = plot.curves().get(1).x();
        double[] y = plot.curves().get(1).y();
        assertThat((y[0] - y[1]) / (x[1] - x[0])).isCloseTo(1 / 3.0, within(2e-3));
    }

    private static double[] ellipse(double angle) {
        return new double[] {0.10 * Math.cos(angle), 0.04 * Math.sin(angle)};
    }

    private static Subject subject(int trials, DoubleFunction<double[]> place) {
        var hand = Signal.zeros("hand.position", "m", trials, STEPS, List.of("x", "y"));
        for (int trial = 0; trial < trials; trial++) {
            for (int step = 0; step < STEPS; step++) {
                double[] at = place.apply(step * DT);
                hand.set(trial, step, 0, at[0]);
                hand.set(trial, step, 1, at[1]);
            }
        }
        var asked = IntStream.range(0, trials)
                .mapToObj(
                        i -> new Trial(new Condition(0, "drawing", 0), new Point(0, 0), new Point(0.1, 0), 0, 0, STEPS))
                .toList();
        return Subject.of(new Recording(new TrialBatch(DT, STEPS, asked), List.of(hand)), 1);
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
