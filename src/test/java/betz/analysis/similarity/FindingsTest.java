// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.common.About;
import betz.common.BadSetting;
import betz.common.Unit;
import betz.data.Recording;
import betz.math.Matrices;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all comparisons have in common, with their defaults on noisy mixtures of the same few courses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FindingsTest {
    private static final Recording DATA = mixed(1, 30);
    private static final Recording OTHER = mixed(2, 30);
    private static final Subject SUBJECT = Subject.of(DATA, OTHER, 5);

    /** What each found, which takes a while. */
    private static final Map<Analysis, Finding> FOUND = new HashMap<>();

    static Stream<Analysis> analyses() {
        return Stream.of(
                Cca.DEFAULT,
                Procrustes.DEFAULT,
                PrincipalAngles.DEFAULT,
                Cka.DEFAULT,
                ShapeMetric.DEFAULT,
                Rsa.DEFAULT,
                Dsa.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void a_finding_bears_the_name_of_its_analysis_and_has_numbers_a_chart_and_conventions(Analysis analysis) {
        String word = word(analysis);

        Finding found = found(analysis);

        assertThat(found.name()).isEqualTo(word.replace('-', '_'));
        assertThat(found.measures()).isNotEmpty().allSatisfy(one -> {
            assertThat(one.name()).matches("[a-z][a-z0-9_]*");
            assertThat(one.value().value()).isFinite();
        });
        assertThat(found.values())
                .allSatisfy(list -> assertThat(Arrays.stream(list.rows()).flatMapToDouble(Arrays::stream))
                        .allMatch(Double::isFinite));
        assertThat(found.plots())
                .isNotEmpty()
                .allSatisfy(plot -> assertThat(plot.id()).startsWith(word));
        assertThat(found.plots().stream().map(Plot::id)).doesNotHaveDuplicates();
        assertThat(found.conventions())
                .allSatisfy(one -> assertThat(one).endsWith(".").doesNotContain("  "));
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void conventions_tell_what_was_compared(Analysis analysis) {
        String told = String.join(" ", found(analysis).conventions());

        assertThat(told)
                .contains("the data's 30 units in 6 conditions at 50 times from -100 ms to 390 ms")
                .contains("Compared: unit.rate with unit.rate. Units are not scaled.")
                .contains("The mean over conditions is kept.");
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void every_setting_is_explained_in_a_sentence_and_times_have_a_unit(Analysis analysis) {
        assertThat(analysis.getClass().getAnnotation(About.class).source())
                .matches(".*\\((19|20)\\d\\d\\), (doi|arXiv):.*");
        for (RecordComponent setting : analysis.getClass().getRecordComponents()) {
            assertThat(setting.getAnnotation(About.class)).as(setting.getName()).isNotNull();
            assertThat(setting.getAnnotation(About.class).value()).endsWith(".");
            boolean time = setting.getName().equals("from") || setting.getName().equals("to");
            assertThat(setting.isAnnotationPresent(Unit.class))
                    .as(setting.getName())
                    .isEqualTo(time);
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_same_seed_gives_the_same_figures(Analysis analysis) {
        assertThat(analysis.of(SUBJECT).measures()).isEqualTo(found(analysis).measures());
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void the_first_figure_is_the_same_from_either_side(Analysis analysis) {
        Measure there = found(analysis).measures().get(0);
        Measure back = analysis.of(Subject.of(OTHER, DATA, 5)).measures().get(0);

        assertThat(back.value().value()).isCloseTo(there.value().value(), within(1e-6));
        assertThat(back.name()).isEqualTo(there.name());
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void what_is_charted_has_as_many_places_as_heights(Analysis analysis) {
        for (Plot plot : found(analysis).plots()) {
            assertThat(plot.curves()).isNotEmpty().allSatisfy(curve -> {
                assertThat(curve.x()).hasSameSizeAs(curve.y()).isNotEmpty();
                assertThat(Arrays.stream(curve.y()).allMatch(Double::isFinite)).isTrue();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void a_recording_by_itself_is_refused_in_a_sentence(Analysis analysis) {
        assertThatThrownBy(() -> analysis.of(Subject.of(DATA, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("a second recording, or another signal than unit.rate");
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void a_missing_sample_is_told_by_unit_condition_and_time(Analysis analysis) {
        Recording broken = mixed(1, 30);
        broken.signal("unit.rate").set(2, 14, 3, Double.NaN);

        assertThatThrownBy(() -> analysis.of(Subject.of(broken, OTHER, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("u3 is not a number 40 ms after the go cue of condition reach 2");
    }

    private static Finding found(Analysis analysis) {
        return FOUND.computeIfAbsent(analysis, one -> one.of(SUBJECT));
    }

    private static String word(Analysis analysis) {
        return analysis.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
    }

    /** Makes units that mix four courses, which are the same whatever the seed, with a tenth of noise. */
    private static Recording mixed(long seed, int units) {
        double[][] map = Made.gaussian(seed, 4, units);
        double[][][] courses = IntStream.range(0, 6)
                .mapToObj(c ->
                        Matrices.sum(Matrices.product(course(c), map), 0.1, Made.gaussian(100 * seed + c, 50, units)))
                .toArray(double[][][]::new);
        return Made.recording(Made.DT, 10, courses);
    }

    private static double[][] course(int condition) {
        double[][] course = new double[50][4];
        for (int t = 0; t < course.length; t++) {
            for (int i = 0; i < 4; i++) {
                course[t][i] = Math.sin(0.05 * (i + 1) * t + condition * (i + 1.3));
            }
        }
        return course;
    }
}
