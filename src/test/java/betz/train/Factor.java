// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Range;
import betz.data.Cursor;
import betz.data.Feedback;
import betz.data.Field;
import betz.data.Mass;
import betz.data.MotorNoise;
import betz.data.Perturbation;
import betz.data.Push;
import betz.data.Reflex;
import betz.data.Since;
import betz.data.TargetJump;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.Muscle;
import betz.loop.Imitated;
import betz.network.Activation;
import betz.network.Area;
import betz.network.Cell;
import betz.network.Connectivity;
import betz.network.Initialisation;
import betz.network.Leaky;
import betz.network.Part;
import betz.network.Projection;
import betz.network.Readout;
import betz.network.Sense;
import betz.network.Start;
import betz.network.Structure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a training is put together from, each with its levels, the usual one first where there is one; for tests. */
enum Factor {
    CELL(Family.kinds(Cell.class).stream()
            .flatMap(kind -> kind == Leaky.class ? Arrays.stream(Leaky.Form.values()) : Stream.of(kind))
            .toList()),
    /** Cells of gates have theirs built in. */
    ACTIVATION(with("that of gates", Activation.values())),
    CONNECTIVITY(
            Structure.DEFAULT.connectivity(),
            Family.oneOfEach(
                    Connectivity.class,
                    new Connectivity.Sparse(0.5),
                    new Connectivity.Areas(
                            List.of(
                                    new Area("upper", Row.UNITS / 2, List.of(Sense.TASK, Sense.VISION), false),
                                    new Area("lower", Row.UNITS / 2, muscular(), true)),
                            List.of(new Projection("upper", "lower", 0.7))),
                    new Connectivity.LowRank(2))),
    /** With the signs that it stands for: Dale's law where it is log-normal. */
    INITIAL(Structure.DEFAULT.initial(), Family.oneOfEach(Initialisation.class)),
    GAIN(List.of(new Range(1, 1), new Range(0.6, 1.2))),
    TAU(List.of(new Range(0.03, 0.03), new Range(0.02, 0.1))),
    UNIT_NOISE(List.of(0.0, 0.05)),
    START(Structure.DEFAULT.start(), Family.oneOfEach(Start.class, new Start.PerCondition(Row.TRIALS))),
    FROZEN(with("nothing", Part.values())),
    READOUT(List.of(Readout.values())),
    TERM(List.copyOf(Loss.names())),
    /** A second term of the loss, of the same norm and window. */
    BESIDE(with("nothing", Loss.names().toArray())),
    NORM(List.of(Norm.values())),
    WINDOW(List.of(Window.values())),
    BODY(Family.kinds(Effector.class)),
    MUSCLE(Family.oneOfEach(Muscle.class)),
    INTEGRATOR(List.of(Integrator.values())),
    CONVENTION(List.of(Convention.values())),
    MINI_STEPS(List.of(1, 3)),
    /** Whether the body is damped, and pulled by constant loads. */
    LOADED(List.of(false, true)),
    FEEDBACK(List.of(feedback(0, 0), feedback(0.001, 0.01), everything(), blind())),
    MOTOR_NOISE(List.of(MotorNoise.DEFAULT, new MotorNoise(0.1, 0.1, MotorNoise.DEFAULT.tau()))),
    REFLEX(List.of(Reflex.DEFAULT, new Reflex(0.8, 0.5, 0.3, 2 * MinimumJerk.DT))),
    /** What is done to the body, to the sight of the hand and to the target within the trial. */
    PERTURBATION(List.of(
            Perturbation.None.DEFAULT,
            new Push.Pulse(2, 1, Since.GO, 0, 3 * MinimumJerk.DT),
            new Push.JointTorque(List.of(0.3, -0.2), Since.TARGET, 0, 1),
            new Field.LinearField(List.of(-3.0, 8.0, -9.0, -2.0), List.of(-40.0, 5.0, 10.0, -30.0)),
            new Mass(0.7, Since.GO, 0, 4 * MinimumJerk.DT),
            new Cursor(0.5, 1.2, false),
            new Cursor(0.5, 0.8, true),
            new TargetJump(0.02, 1, Since.GO, 2 * MinimumJerk.DT))),
    MODE(Family.oneOfEach(Mode.class).stream()
            .flatMap(mode -> mode instanceof Mode.Imitation
                    ? Arrays.stream(Imitated.values()).map(Mode.Imitation::new)
                    : Stream.of(mode))
            .toList()),
    /** A window of the whole trial, whose gradient is exact. */
    EXTENT(Family.oneOfEach(
            Extent.class, new Extent.Truncated(Row.STEPS * MinimumJerk.DT, Row.STRIDE * MinimumJerk.DT)));

    private final List<Object> levels;

    Factor(List<?> levels) {
        this(levels.get(0), levels);
    }

    /** Puts the usual level first. */
    Factor(Object usual, List<?> levels) {
        this.levels = Stream.concat(Stream.of(usual), levels.stream().filter(level -> !usual.equals(level)))
                .toList();
    }

    List<Object> levels() {
        return levels;
    }

    Object usual() {
        return levels.get(0);
    }

    /** Returns the number of levels of every factor, [factor]. */
    static int[] sizes() {
        return Arrays.stream(values()).mapToInt(factor -> factor.levels.size()).toArray();
    }

    private static List<Object> with(String first, Object... others) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(others));
        return all;
    }

    private static List<Sense> muscular() {
        return List.of(Sense.PROPRIOCEPTION, Sense.SPINDLE, Sense.GOLGI, Sense.COMMANDS);
    }

    /** Returns all channels, amplified and with noise that depends on the signal. */
    private static Feedback everything() {
        return new Feedback(
                new Feedback.Vision(2 * MinimumJerk.DT, 0.001, true, 0.8, 0.1, true),
                new Feedback.Proprioception(MinimumJerk.DT, 0.01, 1.2, 0.1, true),
                new Feedback.Spindle(MinimumJerk.DT, 2, 0.9, 0.1, true),
                new Feedback.Golgi(3 * MinimumJerk.DT, 0.01, 1.1, 0.1, true),
                new Feedback.Commands(3, MinimumJerk.DT, 0.01, 0.9, 0.1));
    }

    /** Returns spindles without delay, the commands of one step and nothing else. */
    private static Feedback blind() {
        return new Feedback(
                new Feedback.Vision(0, 0, false, 1, 0, false),
                new Feedback.Proprioception(0, 0, 1, 0, false),
                new Feedback.Spindle(0, 0, 1, 0, true),
                Feedback.Golgi.DEFAULT,
                new Feedback.Commands(1, 0, 0, 1, 0));
    }

    private static Feedback feedback(double vision, double proprioception) {
        return new Feedback(
                new Feedback.Vision(2 * MinimumJerk.DT, vision),
                new Feedback.Proprioception(MinimumJerk.DT, proprioception));
    }
}
