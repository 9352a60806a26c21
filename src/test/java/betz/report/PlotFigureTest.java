// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;

import betz.analysis.Plot;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlotFigureTest {
    private static final double[] X = {0, 1, 2, 3};
    private static final double[] Y = {1, 3, 2, 0};

    private static Plot plot(Form form, List<Curve> curves) {
        var x = new Plot.Axis("Time", "ms");
        return new Plot("some-plot", "Some plot", "What is shown.", form, x, new Plot.Axis("Rate", "spikes/s"), curves);
    }

    @ParameterizedTest
    @EnumSource
    void every_form_can_be_drawn_and_tells_its_axes(Form form) {
        Figure figure = PlotFigure.of(plot(form, List.of(Curve.of("Rate", X, Y))), "");

        assertThat(Charts.svg(figure)).startsWith("<svg").contains("Some plot");
        assertThat(Charts.csv(figure)).contains("Rate").contains(",3,");
        assertThat(figure.caption().id()).isEqualTo("some-plot");
    }

    @Test
    void a_prefix_tells_the_plots_of_two_recordings_apart() {
        assertThat(PlotFigure.of(plot(Form.LINES, List.of(Curve.of("Rate", X, Y))), "cortex")
                        .caption()
                        .id())
                .isEqualTo("cortex-some-plot");
    }

    @Test
    void bars_stand_on_zero_and_reach_half_a_bin_to_both_sides() {
        Series outline = PlotFigure.of(plot(Form.BARS, List.of(Curve.of("Count", X, Y))), "")
                .series()
                .get(0);

        assertThat(outline.size()).isEqualTo(10);
        assertThat(outline.x(0)).isEqualTo(-0.5);
        assertThat(outline.y(0)).isZero();
        assertThat(outline.x(9)).isEqualTo(3.5);
        assertThat(outline.y(9)).isZero();
        assertThat(outline.y(3)).isEqualTo(3);
        assertThat(outline.y(4)).isEqualTo(3);
        assertThat(outline.x(4) - outline.x(3)).isEqualTo(1);
    }

    @Test
    void several_curves_of_the_data_have_colours_of_their_own_and_what_they_are_compared_with_its_role() {
        List<Curve> curves = List.of(Curve.of("A", X, Y), Curve.of("B", X, Y), Curve.of("Chance", Kind.OTHER, X, Y));

        List<Series> series = PlotFigure.of(plot(Form.PATHS, curves), "").series();

        assertThat(Look.color(series.get(0))).isNotEqualTo(Look.color(series.get(1)));
        assertThat(Look.color(series.get(2))).isEqualTo(Look.color(Role.PERTURBED));
        Series alone = PlotFigure.of(plot(Form.PATHS, curves.subList(0, 1)), "")
                .series()
                .get(0);
        assertThat(Look.color(alone)).isEqualTo(Look.color(Role.PREDICTED));
    }

    @Test
    void so_many_names_as_would_fill_the_page_become_one() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            curves.add(Curve.of("condition " + i, X, Y));
        }

        List<Series> series = PlotFigure.of(plot(Form.LINES, curves), "").series();

        assertThat(series.stream().map(Series::name).distinct()).hasSize(1);
        assertThat(series.stream().map(Look::color).distinct().count()).isGreaterThan(30);
    }

    @Test
    void intervals_are_kept() {
        Curve curve = Curve.of("Rate", X, Y).between(new double[] {0, 2, 1, -1}, new double[] {2, 4, 3, 1});

        Series series =
                PlotFigure.of(plot(Form.DOTS, List.of(curve)), "").series().get(0);

        assertThat(series.hasInterval()).isTrue();
        assertThat(series.low(1)).isEqualTo(2);
        assertThat(series.high(3)).isEqualTo(1);
    }

    @Test
    void a_fit_runs_through_dots_as_a_line() {
        List<Curve> curves = List.of(
                Curve.of("Reaches", X, Y), Curve.of("Chance", Kind.OTHER, X, Y), Curve.of("Line", Kind.FIT, X, Y));

        Figure figure = PlotFigure.of(plot(Form.DOTS, curves), "");

        assertThat(figure).isInstanceOf(Lines.class);
        assertThat(figure.series().stream().map(Look::dotted)).containsExactly(true, true, false);
        assertThat(PlotFigure.of(plot(Form.DOTS, curves.subList(0, 2)), "")).isInstanceOf(Dots.class);
    }
}
