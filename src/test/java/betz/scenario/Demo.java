// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.About;
import betz.common.KindKey;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A scenario of its own with one component of every type that a scenario may hold. */
@NullMarked
record Demo(
        @About("Format version.") int betz,
        @About("What the results folder is called.") String name,
        @About("Origin of all randomness.") long seed,

        @Unit("s") @About(value = "Step of time.", source = "doi:10.1000/step")
        double dt,

        @Unit("s") @About("Length of the delay period.") Range delay,
        @About("Body.") Body effector,
        @About("Network.") Net network,
        @About("Second network, if any.") @Nullable Net rival,
        @About("What is measured.") List<Measured> analyses,
        @About("What is written.") List<Format> export,
        @About("Settings that vary.") Map<String, List<String>> grid,
        @About("Recorded data.") @Nullable Path recording,
        boolean noisy,
        List<Push> pushes) {

    static final Demo DEFAULT = new Demo(
            1,
            "demo",
            1,
            0.01,
            new Range(0.2, 0.6),
            Arm26.DEFAULT,
            Leaky.DEFAULT,
            null,
            List.of(new Pca(3)),
            List.of(Format.NPZ),
            Map.of(),
            null,
            false,
            List.of());

    Demo {
        Require.positive("dt", dt, "s");
    }

    /** Bodies. */
    sealed interface Body permits PointMass, Arm26 {}

    @About("A disc on a table.")
    record PointMass(@Unit("kg") double mass, @Unit("N*s/m") double viscosity) implements Body {
        static final PointMass DEFAULT = new PointMass(1, 10);

        PointMass {
            Require.positive("mass", mass, "kg");
            Require.notNegative("viscosity", viscosity, "N*s/m");
        }
    }

    @About("Two joints, six muscles.")
    record Arm26(Segment upperArm, Muscle muscle) implements Body {
        static final Arm26 DEFAULT = new Arm26(Segment.DEFAULT, Muscle.HILL);
    }

    record Segment(
            @Unit("m") double length,
            @Unit("kg·m²") double inertia,
            @Unit("rad") double limit) {
        static final Segment DEFAULT = new Segment(0.309, 0.051, Math.PI / 4);

        Segment {
            Require.within("length", length, 1e-3, 1, "m");
            Require.positive("inertia", inertia, "kg·m²");
        }
    }

    enum Muscle {
        HILL,
        RIGID_TENDON_HILL
    }

    /** Cells. */
    @KindKey("cell")
    sealed interface Net permits Leaky, Gru {}

    @About("Leaky rate units.")
    record Leaky(
            @About("How many.") int units,
            @Unit("s") @About("Time constant.") double tau,
            double gain) implements Net {
        static final Leaky DEFAULT = new Leaky(128, 0.05, 1.5);

        Leaky {
            Require.count("units", units, 1, 100_000);
            Require.positive("tau", tau, "s");
        }
    }

    @About("Gated units.")
    record Gru(int units) implements Net {}

    sealed interface Measured permits Kinematics, Pca {}

    record Kinematics() implements Measured {}

    record Pca(int components) implements Measured {
        static final Pca DEFAULT = new Pca(3);
    }

    enum Format {
        NPZ,
        CSV
    }

    record Push(@Unit("N") double force, @Unit("s") double for_) {
        static final Push DEFAULT = new Push(4, 0.1);
    }

    static Bound<Demo> read(String text, String... overrides) {
        return ScenarioReader.read(text, "a.yaml", List.of(overrides), Demo.class, List.of());
    }

    /** Returns the messages that a text is refused with; none if it is accepted. */
    static List<String> told(String text, String... overrides) {
        try {
            read(text, overrides);
            return List.of();
        } catch (BadScenario e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }
}
