// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Range;
import betz.data.Cursor;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Perturbation;
import betz.data.Reflex;
import betz.effector.Arm;
import betz.effector.Arm26;
import betz.effector.CompliantTendonHill;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.Muscle;
import betz.effector.PointMass;
import betz.effector.Reacher;
import betz.effector.TorqueArm;
import betz.effector.ViaPointArm;
import betz.loop.Periphery;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Connectivity;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Initialisation;
import betz.network.Layer;
import betz.network.Leaky;
import betz.network.Lstm;
import betz.network.Part;
import betz.network.Readout;
import betz.network.Signs;
import betz.network.Stack;
import betz.network.Start;
import betz.network.Structure;
import betz.network.Vanilla;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A small training that takes one level of every {@link Factor}; for tests. */
final class Row {
    static final int UNITS = 6;
    static final int TRIALS = 3;
    static final int STEPS = 12;
    static final int STRIDE = 3;
    private static final double TOLERANCE = 1e-6; // truncation and rounding of central differences
    private static final double WIDTH = 0.3; // in the unit of a term, so that the smooth norm is on either side of it
    private final int[] level; // [factor]

    Row(int[] level) {
        this.level = level.clone();
    }

    /** Returns rows in which every two levels meet that may. */
    static List<Row> all() {
        return CoveringArray.of(Factor.sizes(), Ban::allows).stream()
                .map(Row::new)
                .toList();
    }

    private Object level(Factor factor) {
        return factor.levels().get(level[factor.ordinal()]);
    }

    private <T> T get(Factor factor, Class<T> type) {
        return type.cast(level(factor));
    }

    @Override
    public String toString() {
        return Arrays.stream(Factor.values())
                .map(factor -> factor.name().toLowerCase(Locale.ROOT) + " " + name(level(factor)))
                .collect(Collectors.joining(", "));
    }

    private static String name(Object level) {
        return level instanceof Class<?> kind ? kind.getSimpleName() : level.toString();
    }

    Perturbation perturbation() {
        return get(Factor.PERTURBATION, Perturbation.class);
    }

    Cell cell() {
        Object kind = level(Factor.CELL);
        if (kind == Stack.class) {
            return new Stack(List.of(
                    new FeedForward(4, activation(), Readout.LINEAR, 0),
                    new Vanilla(3, activation(), Readout.LINEAR, 0, structure()),
                    leaky(4, Leaky.Form.RATE)));
        }
        return layer(kind);
    }

    private Layer layer(Object kind) {
        if (kind instanceof Leaky.Form form) {
            return leaky(UNITS, form);
        }
        if (kind == FeedForward.class) {
            return new FeedForward(UNITS, activation(), readout(), bias());
        }
        if (kind == Vanilla.class) {
            return new Vanilla(UNITS, activation(), readout(), bias(), structure());
        }
        if (kind == Gru.class) {
            return new Gru(UNITS, readout(), bias(), structure());
        }
        if (kind == Lstm.class) {
            return new Lstm(UNITS, readout(), bias(), structure());
        }
        throw new IllegalArgumentException("no small " + kind);
    }

    private Leaky leaky(int units, Leaky.Form form) {
        Range tau = get(Factor.TAU, Range.class);
        double noise = get(Factor.UNIT_NOISE, Double.class);
        return new Leaky(units, tau, form, noise, activation(), readout(), bias(), structure());
    }

    private Activation activation() {
        return get(Factor.ACTIVATION, Activation.class);
    }

    private Readout readout() {
        return get(Factor.READOUT, Readout.class);
    }

    /** Keeps excitations away from 0 and 1, where they are clipped. */
    private double bias() {
        return readout() == Readout.LINEAR ? 0.3 : -1;
    }

    private Structure structure() {
        Initialisation initial = get(Factor.INITIAL, Initialisation.class);
        return new Structure(
                get(Factor.CONNECTIVITY, Connectivity.class),
                initial instanceof Initialisation.LogNormal ? new Signs.Dale(0.7) : Signs.Mixed.DEFAULT,
                initial,
                get(Factor.GAIN, Range.class),
                get(Factor.START, Start.class),
                level(Factor.FROZEN) instanceof Part part ? List.of(part) : List.of());
    }

    Effector body() {
        Integrator integrator = get(Factor.INTEGRATOR, Integrator.class);
        Convention convention = get(Factor.CONVENTION, Convention.class);
        int miniSteps = convention == Convention.MOTORNET && isStretching() ? 3 : get(Factor.MINI_STEPS, Integer.class);
        double damping = isLoaded() ? 0.5 : 0;
        List<Double> torque = isLoaded() ? List.of(0.4, -0.2) : List.of(0.0, 0.0);
        List<Double> force = isLoaded() ? List.of(2.0, -3.0) : List.of(0.0, 0.0);
        if (level(Factor.BODY) == PointMass.class) {
            return PointMass.DEFAULT
                    .with(integrator, convention)
                    .withMiniSteps(miniSteps)
                    .withLoads(damping, torque, force);
        }
        return arm().with(integrator, convention).withMiniSteps(miniSteps).withLoads(damping, torque, force);
    }

    /** One or two explicit steps of MotorNet's fibres may jump to where nothing pulls, and many are chaotic: no difference tells a slope. */
    private boolean isStretching() {
        return level(Factor.MUSCLE) instanceof CompliantTendonHill;
    }

    private Arm arm() {
        Muscle muscle = get(Factor.MUSCLE, Muscle.class);
        Object kind = level(Factor.BODY);
        if (kind == ViaPointArm.class) {
            return ViaPointArm.DEFAULT.withMuscle(muscle);
        }
        if (kind == TorqueArm.class) {
            return TorqueArm.DEFAULT;
        }
        return kind == Reacher.class ? Reacher.DEFAULT : Arm26.DEFAULT.withMuscle(muscle);
    }

    /** Tells whether a term is zero: units have no memory and hear nothing that moves, or a clamped cursor is never beside its target. */
    boolean isStill(String term) {
        boolean unmoved = term.equals("activityRate")
                && level(Factor.CELL) == FeedForward.class
                && mode() instanceof Mode.Imitation;
        boolean unseen = term.equals("endPoint") && perturbation() instanceof Cursor cursor && cursor.clamped();
        return unmoved || unseen;
    }

    private boolean isLoaded() {
        return get(Factor.LOADED, Boolean.class);
    }

    Feedback feedback() {
        return get(Factor.FEEDBACK, Feedback.class);
    }

    Periphery periphery() {
        return new Periphery(
                body(), feedback(), get(Factor.MOTOR_NOISE, MotorNoise.class), get(Factor.REFLEX, Reflex.class));
    }

    /** Returns the names of the terms that count. */
    List<String> terms() {
        return List.of(Factor.TERM, Factor.BESIDE).stream()
                .map(factor -> (String) level(factor))
                .filter(Loss.names()::contains)
                .toList();
    }

    /** Returns how all of them count, with a weight. */
    Term term(double weight) {
        return new Term(weight, get(Factor.NORM, Norm.class), WIDTH, get(Factor.WINDOW, Window.class));
    }

    /** Returns the pairs of levels that meet here. */
    List<CoveringArray.Pair> pairs() {
        return CoveringArray.pairs(level);
    }

    /** Returns how close a gradient is to central differences here, relative. */
    double tolerance() {
        return TOLERANCE;
    }

    Mode mode() {
        return get(Factor.MODE, Mode.class);
    }

    Extent extent() {
        return get(Factor.EXTENT, Extent.class);
    }
}
