// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.bench.Bench;
import betz.bench.BpttBench;
import betz.bench.ClosedLoopBench;
import betz.bench.EffectorBench;
import betz.bench.Growth;
import betz.bench.PeakBench;
import betz.common.BadSetting;
import betz.common.Require;
import betz.common.Workers;
import betz.effector.Arm26;
import betz.effector.CompliantTendonHill;
import betz.effector.Effector;
import betz.effector.MujocoHill;
import betz.effector.Muscle;
import betz.effector.PointMass;
import betz.effector.Reacher;
import betz.effector.Relu;
import betz.effector.RigidTendonHill;
import betz.effector.Thelen;
import betz.effector.TorqueArm;
import betz.effector.ViaPointArm;
import betz.experiment.Json;
import betz.math.Products;
import betz.network.Cell;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Lstm;
import betz.network.Vanilla;
import betz.report.Charts;
import betz.scenario.Quantity;
import betz.scenario.Unreadable;
import betz.scenario.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Times what training spends its time on. */
@Command(
        name = "bench",
        description = {
            "Times a piece of work: peak (multiply-adds on registers), bptt (a training step of a network alone),",
            "closed-loop (one with the arm in the loop), effector (arms without a network),",
            "growth (charts of how a training step of a network alone grows, and what bounds it)."
        },
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    /** More trials, steps, inputs or outputs than anyone times. */
    private static final int MANY = 65_536;

    /** What can be timed. */
    enum Work {
        PEAK,
        BPTT,
        CLOSED_LOOP,
        EFFECTOR,
        GROWTH;

        @Override
        public String toString() {
            return Words.kind(this);
        }
    }

    /** Step rules by name. */
    enum CellKind {
        LEAKY(Leaky.DEFAULT),
        GRU(Gru.DEFAULT),
        LSTM(Lstm.DEFAULT),
        VANILLA(Vanilla.DEFAULT),
        FEED_FORWARD(FeedForward.DEFAULT);

        private final Cell cell;

        CellKind(Cell cell) {
            this.cell = cell;
        }

        @Override
        public String toString() {
            return Words.kind(cell);
        }
    }

    /** Bodies by name. */
    enum BodyKind {
        ARM26(Arm26.DEFAULT),
        VIA_POINT_ARM(ViaPointArm.DEFAULT),
        TORQUE_ARM(TorqueArm.DEFAULT),
        REACHER(Reacher.DEFAULT),
        POINT_MASS(PointMass.DEFAULT);

        private final Effector body;

        BodyKind(Effector body) {
            this.body = body;
        }

        @Override
        public String toString() {
            return Words.kind(body);
        }
    }

    /** Muscles by name. */
    enum MuscleKind {
        RELU(Relu.DEFAULT),
        MUJOCO_HILL(MujocoHill.DEFAULT),
        RIGID_TENDON_HILL(RigidTendonHill.DEFAULT),
        THELEN(Thelen.DEFAULT),
        COMPLIANT_TENDON_HILL(CompliantTendonHill.DEFAULT);

        private final Muscle muscle;

        MuscleKind(Muscle muscle) {
            this.muscle = muscle;
        }

        @Override
        public String toString() {
            return Words.kind(muscle);
        }
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "WORK",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Work work = Work.BPTT;

    @Option(
            names = "--cell",
            paramLabel = "KIND",
            description = "Step rule: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private CellKind cell = CellKind.GRU;

    @Option(
            names = "--effector",
            paramLabel = "KIND",
            description = "Body: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private BodyKind body = BodyKind.ARM26;

    @Option(
            names = "--muscle",
            paramLabel = "KIND",
            description = "Muscles of the body: ${COMPLETION-CANDIDATES}. Default: the body's.")
    private @Nullable MuscleKind muscle;

    @Option(names = "--dt", paramLabel = "TIME", description = "Step with its unit. Default: ${DEFAULT-VALUE}.")
    private String dt = "10 ms";

    @Option(
            names = "--mini-steps",
            paramLabel = "N",
            description = "Equal parts of a step that the body is carried in. Default: ${DEFAULT-VALUE}.")
    private int miniSteps = 1;

    @Option(names = "--units", paramLabel = "N", description = "Units of the network. Default: ${DEFAULT-VALUE}.")
    private int units = 128;

    @Option(names = "--batch", paramLabel = "N", description = "Trials. Default: ${DEFAULT-VALUE}.")
    private int batch = 64;

    @Option(names = "--steps", paramLabel = "N", description = "Steps of a trial. Default: ${DEFAULT-VALUE}.")
    private int steps = 100;

    @Option(names = "--inputs", paramLabel = "N", description = "Inputs of a network alone. Default: ${DEFAULT-VALUE}.")
    private int inputs = 12;

    @Option(
            names = "--outputs",
            paramLabel = "N",
            description = "Outputs of a network alone. Default: ${DEFAULT-VALUE}.")
    private int outputs = 4;

    @Option(
            names = "--kernel",
            paramLabel = "KIND",
            description = "Products of a network alone: vector or plain. Default: the fastest.")
    private String kernel = "";

    @Option(names = "--seconds", paramLabel = "S", description = "How long to measure. Default: ${DEFAULT-VALUE}.")
    private double seconds = 2;

    @Option(
            names = "--to",
            paramLabel = "DIR",
            description = "Where growth writes its charts. Default: ${DEFAULT-VALUE}.")
    private Path to = Path.of("bench");

    @Mixin
    private ThreadsOption threads = new ThreadsOption();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Require.positive("--seconds", seconds, "s");
        Require.count("--units", units, 1, Cell.MOST_UNITS);
        Require.count("--batch", batch, 1, MANY);
        Require.count("--steps", steps, 1, MANY);
        Require.count("--inputs", inputs, 0, MANY);
        Require.count("--outputs", outputs, 1, MANY);
        Require.count("--mini-steps", miniSteps, 1, Effector.MOST_MINI_STEPS);
        Require.count("--threads", threads.number(), 1, Workers.MOST);
        Map<String, Object> told = work == Work.GROWTH ? growth() : bench().run(seconds);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(told));
        } else {
            told.forEach((name, value) -> out.printf(Locale.ROOT, "%-32s%s%n", name, PlainFigure.of(value)));
        }
        return ExitStatus.OK.code();
    }

    private Map<String, Object> growth() throws IOException {
        Files.createDirectories(to);
        Charts.writeAll(new Growth(threads.number(), seconds).figures(), to);
        return Map.of("charts", to.toString());
    }

    private Bench bench() {
        int workers = threads.number();
        return switch (work) {
            case PEAK -> new PeakBench(workers);
            case BPTT ->
                new BpttBench(
                        cell.cell.withUnits(units),
                        products(),
                        new BpttBench.Shape(batch, steps, inputs, outputs),
                        workers);
            case CLOSED_LOOP ->
                new ClosedLoopBench(cell.cell.withUnits(units), effector(), batch, steps, step(), workers);
            case EFFECTOR -> new EffectorBench(effector(), batch, steps, step(), workers);
            case GROWTH -> throw new IllegalStateException("growth has no single time");
        };
    }

    private Effector effector() {
        return actuated().withMiniSteps(miniSteps);
    }

    private Effector actuated() {
        if (muscle == null) {
            return body.body;
        }
        if (body.body instanceof Arm26 arm) {
            return arm.withMuscle(muscle.muscle);
        }
        if (body.body instanceof ViaPointArm arm) {
            return arm.withMuscle(muscle.muscle);
        }
        Require.that(muscle == MuscleKind.RELU, "--muscle", muscle.toString(), "relu for a " + body);
        return body.body;
    }

    /** Returns the step, s. */
    private double step() {
        try {
            double length = Quantity.parse(dt, "s");
            Require.positive("--dt", length, "s");
            return length;
        } catch (Unreadable bad) {
            throw new BadSetting("--dt", dt, "a time with its unit, such as 10 ms");
        }
    }

    private Products products() {
        if (kernel.isEmpty()) {
            return Products.best();
        }
        String expected = Products.all().size() > 1 ? "plain or vector" : "plain";
        return Products.all().stream()
                .filter(products -> products.name().startsWith(kernel + " ")
                        || products.name().equals(kernel))
                .findFirst()
                .orElseThrow(() -> new BadSetting("--kernel", kernel, expected));
    }
}
