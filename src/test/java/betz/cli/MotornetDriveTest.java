// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.effector.PlainMuscle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code convention: motornet} to {@link PlainBody}, from commands in a file to states in a file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MotornetDriveTest {
    private static final double DT = 0.01;
    private static final double SHORT = 0.002; // of explicit fibres, which jump out of any length in 10 ms
    private static final int STEPS = 40;
    private static final int TRIALS = 3;
    private static final String ARM_LOADS =
            ", damping: 0.5 N*m*s/rad, joint-load: [0.4 N*m, -0.2 N*m], endpoint-load: [2 N, -3 N]";
    private static final String THREE = "kind: point-mass, anatomy: [{name: a, x: 1.5 m, y: 1 m, strength: 1},"
            + " {name: b, x: 1.2 m, y: -2 m, strength: 0.5}, {name: c, x: -3 m, y: 10 cm, strength: 2}]";
    private static final String MASS_LOADS =
            ", damping: 0.5 N*s/m, joint-load: [0.4 N, -0.2 N], endpoint-load: [2 N, -3 N]";

    @TempDir
    Path folder;

    static Stream<Arguments> bodies() {
        Function<double[], PlainBody> relu = start -> new PlainBody.Arm(new Rectified(Published.STRENGTH), start);
        Function<double[], PlainBody> mass = PlainBody.Mass::new;
        Function<double[], PlainBody> compliant = start -> PlainTendons.arm26(start, SHORT);
        double[][] places = {{1.5, 1}, {1.2, -2}, {-3, 0.1}};
        Function<double[], PlainBody> three = start -> new PlainBody.Mass(places, new Rectified(500, 250, 1000), start);
        Function<double[], PlainBody> motors = PlainMotors::torqueArm;
        Function<double[], PlainBody> reacher = PlainMotors::reacher;
        Function<double[], PlainBody> stretching = start -> PlainTendons.paths(start, SHORT);
        return Stream.of(1, 4)
                .flatMap(parts -> Stream.of(
                        Arguments.of("kind: arm26, muscle: relu" + ARM_LOADS, relu, 6, parts, DT),
                        Arguments.of(
                                "kind: arm26, muscle: mujoco-hill" + ARM_LOADS, of(PlainMuscle.MUJOCO), 6, parts, DT),
                        Arguments.of(
                                "kind: arm26, muscle: rigid-tendon-hill" + ARM_LOADS,
                                of(PlainMuscle.RIGID),
                                6,
                                parts,
                                DT),
                        Arguments.of("kind: arm26, muscle: thelen" + ARM_LOADS, of(PlainMuscle.THELEN), 6, parts, DT),
                        Arguments.of(
                                "kind: arm26, muscle: compliant-tendon-hill" + ARM_LOADS, compliant, 6, parts, SHORT),
                        Arguments.of("kind: point-mass-4" + MASS_LOADS, mass, 4, parts, DT),
                        Arguments.of(THREE + MASS_LOADS, three, 3, parts, DT),
                        Arguments.of("kind: torque-arm" + ARM_LOADS, motors, 4, parts, DT),
                        Arguments.of("kind: reacher" + ARM_LOADS, reacher, 4, parts, DT),
                        ofPaths("relu", PlainMuscle.RECTIFIED, parts),
                        ofPaths("mujoco-hill", PlainMuscle.MUJOCO, parts),
                        ofPaths("rigid-tendon-hill", PlainMuscle.RIGID, parts),
                        ofPaths("thelen", PlainMuscle.THELEN, parts),
                        Arguments.of(paths("compliant-tendon-hill"), stretching, PlainPaths.count(), parts, SHORT)));
    }

    private static String paths(String muscle) {
        return "kind: via-point-arm, muscle: " + muscle + ", anatomy: " + PlainPaths.text() + ARM_LOADS;
    }

    private static Arguments ofPaths(String muscle, PlainMuscle law, int parts) {
        double[] tendon = law == PlainMuscle.RECTIFIED ? new double[PlainPaths.count()] : PlainPaths.column(1);
        var published = new Published(law, PlainPaths.column(0), tendon, PlainPaths.column(2));
        Function<double[], PlainBody> body = start -> new PlainPaths(published, start);
        return Arguments.of(paths(muscle), body, PlainPaths.count(), parts, DT);
    }

    private static Function<double[], PlainBody> of(PlainMuscle muscle) {
        return start -> new PlainBody.Arm(new Published(muscle), start);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void random_commands_lead_to_the_states_that_the_published_order_of_update_says(
            String effector, Function<double[], PlainBody> body, int muscles, int miniSteps, double dt)
            throws IOException {
        Path scenario = Files.writeString(
                folder.resolve("s.yaml"),
                "betz: 1\nname: peer\ndt: " + dt + " s\neffector: {" + effector
                        + ", integrator: euler, convention: motornet," + " mini-steps: " + miniSteps + "}\n");
        List<double[]> starts = new ArrayList<>();
        List<double[][]> commands = new ArrayList<>();
        draw(effector.contains("mass") ? 0 : 1, muscles, starts, commands);

        Told told = betz(
                "drive",
                scenario.toString(),
                commandFile(commands).toString(),
                "--initial",
                startFile(starts).toString());

        assertThat(told.status()).isZero();
        boolean jumps = body.apply(starts.get(0)) instanceof PlainTendons && dt / miniSteps > 0.0005;
        assertThat(told.err().contains("jump")).isEqualTo(jumps); // the equations hold all the same

        List<String> lines = told.out().lines().toList();
        assertThat(lines).hasSize(1 + TRIALS * (STEPS + 1));
        int line = 1;
        for (int trial = 0; trial < TRIALS; trial++) {
            PlainBody plain = body.apply(starts.get(trial));
            for (int step = 0; step <= STEPS; step++) {
                if (step > 0) {
                    plain.step(commands.get(trial)[step - 1], dt, miniSteps);
                }
                same(lines.get(line++), row(plain, trial, step, dt));
            }
        }
    }

    private static void draw(double middle, int muscles, List<double[]> starts, List<double[][]> commands) {
        var random = RandomStream.of(17, "drive");
        for (int trial = 0; trial < TRIALS; trial++) {
            starts.add(new double[] {
                middle - 0.2 + 0.4 * random.nextDouble(),
                middle - 0.2 + 0.4 * random.nextDouble(),
                random.nextGaussian(),
                random.nextGaussian()
            });
            double[][] excitation = new double[STEPS][muscles];
            for (double[] row : excitation) {
                for (int m = 0; m < muscles; m++) {
                    row[m] = 0.6 * random.nextDouble() - 0.05; // at times below the smallest activation
                }
            }
            commands.add(excitation);
        }
    }

    private Path commandFile(List<double[][]> commands) throws IOException {
        var text = new StringBuilder("trial,step");
        for (int m = 0; m < commands.get(0)[0].length; m++) {
            text.append(",muscle ").append(m);
        }
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int step = 0; step < STEPS; step++) {
                text.append('\n').append(trial).append(',').append(step);
                for (double u : commands.get(trial)[step]) {
                    text.append(',').append(u);
                }
            }
        }
        return Files.writeString(folder.resolve("commands.csv"), text);
    }

    private Path startFile(List<double[]> starts) throws IOException {
        var text = new StringBuilder("trial,p0,p1,v0,v1");
        for (int trial = 0; trial < TRIALS; trial++) {
            text.append('\n').append(trial);
            for (double value : starts.get(trial)) {
                text.append(',').append(value);
            }
        }
        return Files.writeString(folder.resolve("initial.csv"), text);
    }

    private static double[] row(PlainBody plain, int trial, int step, double dt) {
        double[] hand = plain.hand();
        double[] head = {trial, step, step * dt, plain.q[0], plain.q[1], plain.qd[0], plain.qd[1]};
        return Stream.of(head, hand, plain.a, plain.length, plain.velocity, plain.force)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static void same(String line, double[] expected) {
        String[] cells = line.split(",", -1);
        assertThat(cells).hasSameSizeAs(expected);
        for (int column = 0; column < cells.length; column++) {
            double scale = Math.max(1, Math.abs(expected[column]));
            assertThat(Double.parseDouble(cells[column]))
                    .as("column %s of %s", column, line)
                    .isCloseTo(expected[column], within(1e-9 * scale)); // sums in another order
        }
    }
}
