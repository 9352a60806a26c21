// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.SpikeTrains;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalysisDataTest {
    private static final DataLayout USUAL = DataLayout.DEFAULT;

    @TempDir
    Path folder;

    @Test
    void a_recording_of_a_run_comes_back_with_all_signals_and_trials() throws IOException {
        Recording written = recording();
        Path file = folder.resolve("predicted.npz");
        Npz.write(file, written);

        Recording read = AnalysisData.read(file, USUAL, 1).recording();

        assertThat(read.trials().dt()).isEqualTo(0.01);
        assertThat(read.trials().steps()).isEqualTo(3);
        for (int i = 0; i < 2; i++) {
            Trial one = written.trials().get(i);
            Trial other = read.trials().get(i);
            assertThat(other.target()).isEqualTo(one.target());
            assertThat(other.start()).isEqualTo(one.start());
            assertThat(List.of(other.targetOn(), other.goCue(), other.end()))
                    .isEqualTo(List.of(one.targetOn(), one.goCue(), one.end()));
            assertThat(other.condition().direction()).isEqualTo(one.condition().direction());
        }
        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("0°", "270°");
        assertThat(read.signals())
                .extracting(Signal::name)
                .containsExactly("hand.position", "unit.rate", "muscle.force");
        assertThat(read.signals()).extracting(Signal::unit).containsExactly("m", "1", "N");
        assertThat(read.signal("hand.position").channels()).containsExactly("x", "y");
        assertThat(read.signal("unit.rate").channels()).containsExactly("unit 0");
        assertThat(read.signal("hand.position").values())
                .isEqualTo(written.signal("hand.position").values());
    }

    @Test
    void the_rates_of_what_a_run_teaches_are_in_spikes_per_second() throws IOException {
        Path file = folder.resolve("target.npz");
        Npz.write(file, recording());

        assertThat(AnalysisData.read(file, USUAL, 1)
                        .recording()
                        .signal("unit.rate")
                        .unit())
                .isEqualTo("spikes/s");
    }

    @Test
    void a_run_is_refused_with_the_names_of_its_recordings() throws IOException {
        Path data = Files.createDirectories(folder.resolve("run/data"));
        for (String name : List.of("target", "predicted", "predicted-gru", "other")) {
            Npz.write(data.resolve(name + ".npz"), recording());
        }

        assertThat(AnalysisData.recordings(folder.resolve("run")))
                .containsOnlyKeys("target", "predicted", "predicted-gru")
                .containsEntry("target", data.resolve("target.npz"));
        assertThat(AnalysisData.recordings(folder)).isEmpty();
        assertThatThrownBy(() -> AnalysisData.read(folder.resolve("run"), USUAL, 1))
                .isInstanceOf(BadTable.class)
                .hasMessageEndingWith("run is a run, expected one of its recordings: data/predicted.npz,"
                        + " data/predicted-gru.npz, data/target.npz");
        assertThatThrownBy(() -> AnalysisData.read(folder, USUAL, 1))
                .isInstanceOf(BadTable.class)
                .hasMessageContaining("is a folder, expected a file, or a folder of recorded reaches");
    }

    @Test
    void arrays_of_a_run_that_do_not_fit_together_are_told_together() throws IOException {
        Path file = folder.resolve("a.npz");
        Npz.write(
                file,
                List.of(
                        Tensor.f64("unit.rate", new double[6], 2, 3, 1),
                        Tensor.f64("hand.position", new double[8], 2, 2, 2),
                        Tensor.f64("trial.go_cue", new double[] {1, Double.NaN}, 2),
                        Tensor.f64("trial.end", new double[] {9, 1}, 2),
                        Tensor.f64("trial.start", new double[2], 2),
                        Tensor.f64("dt", new double[] {0})));

        assertThatThrownBy(() -> AnalysisData.read(file, USUAL, 1))
                .isInstanceOf(BadTable.class)
                .hasMessage("""
                    a.npz: trial.go_cue[1] is NaN, expected finite numbers
                    a.npz: trial.direction is missing, expected it of [2]
                    a.npz: trial.condition is missing, expected it of [2]
                    a.npz: trial.target_on is missing, expected it of [2]
                    a.npz: trial.start is of [2], expected [2, 2]
                    a.npz: trial.target is missing, expected it of [2, 2]
                    a.npz: the arrays are [unit.rate [2, 3, 1], hand.position [2, 2, 2], trial.go_cue ..., expected the same number of steps in all signals
                    a.npz: trial.end is beyond the signals, expected 1 to 3
                    a.npz: dt is 0.0, expected a step above 0 s\
                    """);
    }

    @Test
    void rates_from_elsewhere_have_times_conditions_and_directions_of_their_own() throws IOException {
        DataContent content = AnalysisData.content(
                npz(
                        Tensor.f64(
                                "rates", IntStream.range(0, 24).asDoubleStream().toArray(), 3, 4, 2),
                        Tensor.f64("time_ms", new double[] {-20, 0, 20, 40}, 4),
                        Tensor.f64("condition", new double[] {7, 3, 7}, 3),
                        Tensor.f64("direction_deg", new double[] {90, 0, 90}, 3),
                        Tensor.f64("hand.position", new double[24], 3, 4, 2),
                        Tensor.f64("else", new double[4], 2, 2)),
                USUAL);

        Recording read = Subject.of(java.util.Objects.requireNonNull(content.recording()), 1)
                .recording();
        assertThat(read.trials().dt()).isEqualTo(0.02);
        assertThat(read.trials().trials()).extracting(Trial::goCue).containsOnly(1);
        assertThat(read.trials().trials())
                .extracting(t -> t.condition().index())
                .containsExactly(1, 0, 1);
        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("3", "7");
        assertThat(read.trials().get(0).direction()).isEqualTo(Math.PI / 2, within(1e-15));
        assertThat(read.signal("unit.rate").get(2, 1, 1)).isEqualTo(19);
        assertThat(read.signal("hand.position").channels()).containsExactly("x", "y");
        assertThat(content.notes()).containsExactly("Arrays that were not used: else.");
    }

    @Test
    void the_only_array_of_three_axes_is_the_rates_of_a_condition_each() throws IOException {
        Path file = npz(Tensor.f64("x", new double[12], 3, 2, 2));

        DataContent content = AnalysisData.content(file, USUAL.withDt(0.05));

        Recording read = java.util.Objects.requireNonNull(content.recording());
        assertThat(read.trials().conditions())
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.direction()).isNaN());
        assertThat(read.trials().dt()).isEqualTo(0.05);
        assertThat(content.notes()).containsExactly("No array tells conditions: each of the 3 trials counts as one.");
    }

    @Test
    void rates_that_cannot_be_used_are_told_together() throws IOException {
        assertThatThrownBy(() -> AnalysisData.read(
                        npz(
                                Tensor.f64("rates", new double[] {1, 2, Double.NaN, 4, Double.NaN, 6}, 2, 3, 1),
                                Tensor.f64("time", new double[] {0, 10, 30}, 3),
                                Tensor.f64("condition", new double[] {0.5, 1}, 2),
                                Tensor.f64("direction", new double[] {0}, 1)),
                        USUAL,
                        1))
                .isInstanceOf(BadTable.class)
                .hasMessage("""
                    a.npz: rates[0, 2, 0] is NaN, the first of 2 such, expected finite numbers
                    a.npz: time [1] is 10 s after the one before, expected even steps, 15 s, later and later
                    a.npz: time steps by 15 s, expected at most 1 s; milliseconds are called time_ms
                    a.npz: condition has 0.5, expected whole numbers of no more than 9 digits
                    a.npz: direction is of [1], expected [2]\
                    """);
        assertThatThrownBy(() -> AnalysisData.read(npz(Tensor.f64("rates", new double[4], 1, 2, 2)), USUAL, 1))
                .hasMessage(
                        "a.npz: the arrays are [rates [1, 2, 2]], expected also time (s) or time_ms, or dt above 0");
        assertThatThrownBy(() -> AnalysisData.read(npz(Tensor.f64("q", new double[4], 2, 2)), USUAL, 1))
                .hasMessage("a.npz: the arrays are [q [2, 2]], expected rates [trial or condition, time, unit]");
        assertThatThrownBy(() -> AnalysisData.read(npz(Tensor.f64("q", new double[0], 2, 0, 2)), USUAL, 1))
                .hasMessageContaining("q is of [2, 0, 2], expected [trial or condition, time, unit], none 0");
    }

    @Test
    void spikes_are_sorted_into_trials_and_units() throws IOException {
        SpikeTrains trains =
                spikes("trial,unit,condition,time_ms\na,u,L,30\nb,v,R,-10\na,u,L,10\na,v,L,20\nc,,R,\n", USUAL);

        assertThat(trains.trials()).isEqualTo(3);
        assertThat(trains.units()).containsExactly("u", "v");
        assertThat(trains.conditions()).extracting(Condition::label).containsExactly("L", "R", "R");
        assertThat(trains.times(0, 0)).containsExactly(0.01, 0.03);
        assertThat(trains.times(0, 1)).containsExactly(0.02);
        assertThat(trains.times(1, 0)).isEmpty();
        assertThat(trains.times(2, 1)).isEmpty();
        assertThat(trains.from()).isEqualTo(-0.01);
        assertThat(trains.count(0, 0, trains.from(), trains.to())).isEqualTo(2); // the last is within
    }

    @Test
    void spikes_of_one_unit_need_no_more_than_trial_and_time_and_a_window_cuts_them() throws IOException {
        SpikeTrains trains = spikes("trial,time_s\n0,0.5\n0,1.5\n1,0.7\n", USUAL.withSpikes(0, 1));

        assertThat(trains.units()).hasSize(1);
        assertThat(trains.times(0, 0)).containsExactly(0.5);
        assertThat(trains.to()).isEqualTo(1);
        assertThat(trains.conditions()).extracting(Condition::label).containsExactly("all", "all");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "trial,time_s/0,x/1,inf|t.csv:1: no spike lies between 0.0 and 4.9E-324 s, expected at least one/"
                        + "t.csv:2: time_s is x, expected a number/t.csv:3: time_s is inf, expected a finite number",
                "trial,condition,time_s/0,a,1/0,b,2|t.csv:3: condition or direction differ from those before, expected"
                        + " a throughout trial 0, and one direction for each condition",
                "trial,time_s/0,|t.csv:1: no spike lies between 0.0 and 4.9E-324 s, expected at least one",
            })
    void bad_spikes_are_told_with_their_lines(String csv, String problems) {
        assertThatThrownBy(() -> spikes(csv.replace('/', '\n') + "\n", USUAL))
                .isInstanceOf(BadTable.class)
                .hasMessage(problems.replace('/', '\n'));
    }

    @Test
    void weights_of_a_table_are_a_row_for_each_unit() throws IOException {
        NetworkWeights read = network("w0,w1,u0,b\n1,2,3,4\n5,6,7,8\n");

        assertThat(read.w()).isDeepEqualTo(new double[][] {{1, 2}, {5, 6}});
        assertThat(read.u()).isDeepEqualTo(new double[][] {{3}, {7}});
        assertThat(read.b()).containsExactly(4, 8);
        assertThat(network("w0\n0.5\n").b()).containsExactly(0);
        assertThat(network("w0\n0.5\n").u()).isDeepEqualTo(new double[][] {{}});
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w0,w1/1,2|t.csv:1: 1 rows follow the columns of 2 units, expected one for each",
                "w0,w1/1,x/nan,4|t.csv:2: w1 is x, expected a number/t.csv:3: w0 is nan, expected a number",
                "w0,w2/1,2/3,4|t.csv:1: the columns are w0, w2, expected also w1",
            })
    void bad_tables_of_weights_are_told_with_their_lines(String csv, String problems) {
        assertThatThrownBy(() -> network(csv.replace('/', '\n') + "\n"))
                .isInstanceOf(BadTable.class)
                .hasMessage(problems.replace('/', '\n'));
    }

    @Test
    void weights_of_tensors_go_by_their_names_or_by_those_of_pytorch() throws IOException {
        Tensor w = Tensor.f64("W", new double[] {1, 2, 3, 4}, 2, 2);
        NetworkWeights own = network(
                Map.of(),
                w,
                Tensor.f64("U", new double[] {5, 6}, 2, 1),
                Tensor.f64("b", new double[] {7, 8}, 2),
                Tensor.f64("u", new double[] {9}, 1));
        NetworkWeights torch = network(
                Map.of(),
                Tensor.f64("weight_hh_l0", new double[] {1, 2, 3, 4}, 2, 2),
                Tensor.f64("weight_ih_l0", new double[] {5, 6}, 2, 1),
                Tensor.f64("bias_ih_l0", new double[] {3, 4}, 2),
                Tensor.f64("bias_hh_l0", new double[] {4, 4}, 2));

        assertThat(own.w()).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        assertThat(own.input()).containsExactly(9);
        assertThat(torch.w()).isDeepEqualTo(own.w());
        assertThat(torch.u()).isDeepEqualTo(own.u());
        assertThat(torch.b()).containsExactly(own.b());
        assertThat(torch.input()).containsExactly(0);
    }

    @Test
    void tensors_that_are_no_such_network_are_refused_with_what_they_are() {
        Tensor w = Tensor.f64("W", new double[] {1, 2, 3, Double.NaN}, 2, 2);

        assertThatThrownBy(() -> network(Map.of(), w, Tensor.f64("b", new double[3], 3)))
                .hasMessage("n.safetensors: W has a number that is not finite, expected finite numbers\n"
                        + "n.safetensors: b is of [3], expected [2]");
        assertThatThrownBy(() -> network(Map.of(), Tensor.f64("W", new double[6], 2, 3)))
                .hasMessage("n.safetensors: W is of [2, 3], expected as many rows as columns, [n, n]");
        assertThatThrownBy(() -> network(Map.of(), Tensor.f64("q", new double[6], 2, 3)))
                .hasMessage("n.safetensors: the tensors are [q], expected W, and U and b");
        assertThatThrownBy(() -> network(Map.of("run", "6f90"), w))
                .isInstanceOf(BadTable.class)
                .hasMessageStartingWith("n.safetensors: the weights of a run, whose units may be leaky");
    }

    @Test
    void files_of_kinds_that_are_not_read_are_refused_by_name() throws IOException {
        String[][] kinds = {
            {"MATLAB 5.0 MAT-file", "of the kind MAT, expected CSV"},
            {"\u0089HDF\r\n", "of the kind HDF5"},
            {"\u0093NUMPY", "a single array"}
        };
        for (String[] kind : kinds) {
            Path file = Files.write(folder.resolve("f.csv"), kind[0].getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> AnalysisData.read(file, USUAL, 1))
                    .isInstanceOf(BadTable.class)
                    .hasMessageStartingWith("f.csv is " + kind[1]);
        }
        assertThatThrownBy(() -> AnalysisData.read(folder.resolve("none.csv"), USUAL, 1))
                .isInstanceOf(NoSuchFileException.class);
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertThatThrownBy(() -> AnalysisData.read(empty, USUAL, 1)).hasMessageContaining("the file is empty");
        Path torn = Files.writeString(folder.resolve("torn.npz"), "PK\u0003\u0004");
        assertThatThrownBy(() -> AnalysisData.read(torn, USUAL, 1)).isInstanceOf(DamagedData.class);
    }

    @Test
    void a_second_recording_may_be_compared_with_but_nothing_else() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "condition,n\na,1\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "condition,n\na,2\n");
        Path spikes = Files.writeString(folder.resolve("spikes.csv"), "trial,time_s\na,2\n");

        Subject both = both(one, two);

        assertThat(both.other().signal("unit.rate").values()).containsExactly(2);
        assertThat(both.seed()).isEqualTo(5);
        assertThatThrownBy(() -> both(one, spikes))
                .hasMessage("the data to compare with are not a recording, expected one");
        assertThatThrownBy(AnalysisData.read(spikes, USUAL, 5)::recording).isInstanceOf(BadSetting.class);
    }

    @Test
    void a_layout_refuses_what_makes_no_sense() {
        assertThatThrownBy(() -> USUAL.withDt(-1)).hasMessage("dt is -1.0 s, expected 0 s or more");
        assertThatThrownBy(() -> USUAL.withSpikes(1, 0.5)).hasMessage("to is 0.5 s, expected more than from, 1.0 s");
        assertThatThrownBy(() -> USUAL.withSignal(" ", "1")).hasMessageContaining("signal is empty");
    }

    private SpikeTrains spikes(String csv, DataLayout layout) throws IOException {
        return AnalysisData.read(Files.writeString(folder.resolve("t.csv"), csv), layout, 1)
                .spikes();
    }

    private NetworkWeights network(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), csv);
        return java.util.Objects.requireNonNull(
                AnalysisData.content(file, USUAL).network());
    }

    private NetworkWeights network(Map<String, String> about, Tensor... tensors) throws IOException {
        Path file = folder.resolve("n.safetensors");
        new Safetensors(List.of(tensors), about).write(file);
        return java.util.Objects.requireNonNull(
                AnalysisData.content(file, USUAL).network());
    }

    private Path npz(Tensor... arrays) throws IOException {
        Path file = folder.resolve("a.npz");
        Npz.write(file, List.of(arrays));
        return file;
    }

    private static Recording recording() {
        var trials = List.of(
                new Trial(new Condition(0, "right", 0), new Point(0, 0), new Point(0.1, 0), 0, 1, 3),
                new Trial(new Condition(1, "near", -Math.PI / 2), new Point(0, 0), new Point(0, -0.1), 0, 1, 2));
        double[] place = IntStream.range(0, 12).mapToDouble(i -> i / 7.0).toArray();
        return new Recording(
                new TrialBatch(0.01, 3, trials),
                List.of(
                        new Signal("hand.position", "m", 2, 3, List.of("x", "y"), place),
                        new Signal("unit.rate", "1", 2, 3, List.of("unit 0"), new double[6]),
                        new Signal("muscle.force", "N", 2, 3, List.of("biceps"), new double[6])));
    }

    private static Subject both(Path one, Path other) throws IOException {
        return AnalysisData.subject(AnalysisData.content(one, USUAL), AnalysisData.content(other, USUAL), USUAL, 5);
    }
}
