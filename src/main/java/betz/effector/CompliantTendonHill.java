// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A Hill muscle on a tendon that stretches, so that the length of its fibres is a state of its own; Kistemaker, Wong &amp;
 * Gribble (2010), doi:10.1152/jn.00483.2010.
 *
 * @param activationTime time constant of rising activation, s
 * @param deactivationTime time constant of falling activation, s
 * @param minimumActivation 1; above zero, since the fibre's velocity has no limit there
 */
@About(
        value = "A Hill muscle on a tendon that stretches: the length of its fibres is a state of its own.",
        equation = "F = Fmax tendon(length - l); dl/dt = v(l, a, F)",
        source = "doi:10.1152/jn.00483.2010")
public record CompliantTendonHill(
        @Unit("s") @About(value = "Time constant of rising activation.", source = "doi:10.7554/eLife.88591")
        double activationTime,

        @Unit("s") @About(value = "Time constant of falling activation.", source = "doi:10.7554/eLife.88591")
        double deactivationTime,

        @About(value = "Smallest activation.", source = "doi:10.7554/eLife.88591")
        double minimumActivation)
        implements Muscle {
    /** As in MotorNet, doi:10.7554/eLife.88591. */
    public static final CompliantTendonHill DEFAULT = new CompliantTendonHill(0.015, 0.05, 0.01);

    /**
     * Longest explicit step of a fibre, s, as {@link Convention#MOTORNET} takes them. Random excitations up to 1, held for 20 ms
     * each, lead to the joint angles of steps of 0.1 ms within half a degree after half a second, and fibres keep lengths that
     * muscles have. Beyond 0.6 ms a fibre that is pulled by more than 1.5 times what it holds yields so far in one step that its
     * tendon goes slack, and jumps from then on; at 1 ms joints are wrong by more than 10 degrees, at 2 ms anywhere.
     */
    static final double LONGEST_EXPLICIT = 0.0005;

    private static final double ROUNDING = 1e-6; // of steps

    public CompliantTendonHill {
        Activation.check(activationTime, deactivationTime, minimumActivation, 0.01);
    }

    /** Returns a warning of explicit steps that are too long, or nothing; dt in s, of all mini-steps. */
    static Optional<String> checkExplicit(double dt, int miniSteps) {
        int enough = (int) Math.ceil(dt / LONGEST_EXPLICIT - ROUNDING);
        String parts = miniSteps == 1 ? "" : " in " + miniSteps + " mini-steps";
        return miniSteps >= enough
                ? Optional.empty()
                : Optional.of("dt is " + Milliseconds.of(dt) + parts + "; above " + Milliseconds.of(LONGEST_EXPLICIT)
                        + " fibres on compliant tendons jump in convention motornet, and what follows means nothing:"
                        + " take " + enough + " mini-steps or more");
    }

    @Override
    public Force force(MusclePath path, int batch) {
        return new CompliantForce(path, batch);
    }

    @Override
    public List<PolynomialPath> paths() {
        return Anatomy.SIX_COMPLIANT_MUSCLES;
    }
}
