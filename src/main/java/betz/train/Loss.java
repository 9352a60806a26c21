// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.loop.Imitated;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What training minimises: a weighted sum of terms, each a mean over the trials of a batch and the steps of its window.
 *
 * <p>Terms that are absent do not count, but for what is imitated: there an absent term counts as {@link Term#DEFAULT}.
 *
 * @param position distance from the target hand path, in units of 1 cm
 * @param velocity difference from the target hand velocity, in units of 10 cm/s
 * @param activity rates of the units
 * @param weights all weights and biases, a sum and no mean
 * @param muscle activations of the muscles
 * @param joint difference from the reference's joint angles, in units of 1 degree
 * @param excitation difference from the reference's excitations, in units of 0.1
 * @param endPoint distance of the hand from the target's centre, or from where a cursor would be seen there, while it should hold,
 *     in units of 1 cm
 * @param force forces of the muscles, in units of 100 N
 * @param muscleRate rates of change of the muscles' activations, in units of 1/s
 * @param excitationRate rates of change of the excitations, in units of 1/s
 * @param activityRate rates of change of the units' rates, in units of 1/s
 * @param jerk of the hand, in units of 10 m/s³
 * @param jacobian size of the recurrent Jacobian, see {@link betz.network.NetworkKernel#jacobian}
 * @see <a href="https://doi.org/10.1038/nn.4042">Sussillo, Churchland, Kaufman &amp; Shenoy (2015)</a>, the Jacobian
 */
public record Loss(
        @About(
                value = "Distance of the hand from the reference's path, x and y added up, in units of 1 cm.",
                equation = "e = (x - X) / (1 cm)")
        Term position,

        @About(
                value = "Difference from the reference's hand velocity, x and y added up, in units of 10 cm/s.",
                equation = "e = (v - V) / (10 cm/s)")
        Term velocity,

        @About(value = "Rates of the units, mean over units.", equation = "e = h")
        Term activity,

        @About(value = "All weights and biases, added up.", equation = "e = w")
        FixedTerm weights,

        @About(value = "Activations of the muscles, mean over muscles.", equation = "e = a")
        Term muscle,

        @About(
                value = "Difference from the reference's joint angles, both added up, in units of 1 degree.",
                equation = "e = (q - Q) / (1 deg)")
        @Nullable
        Term joint,

        @About(
                value =
                        "Difference of the commands from the reference's excitations, all muscles added up, in units of 0.1.",
                equation = "e = (u - U) / 0.1")
        @Nullable
        Term excitation,

        @About(
                value =
                        "Distance of the hand from the target's centre, or from where a cursor would be seen there, in the last"
                                + " third of the time after the go cue, x and y added up, in units of 1 cm.",
                equation = "e = (x - target) / (1 cm)")
        @Nullable
        FixedTerm endPoint,

        @About(value = "Forces of the muscles, mean over muscles, in units of 100 N.", equation = "e = F / (100 N)")
        @Nullable
        Term force,

        @About(
                value = "Rates of change of the muscles' activations, mean over muscles, in units of 1/s.",
                equation = "e = (a_k - a_(k-1)) / dt / (1/s)")
        @Nullable
        Term muscleRate,

        @About(
                value = "Rates of change of the commands, mean over muscles, in units of 1/s.",
                equation = "e = (u_k - u_(k-1)) / dt / (1/s)")
        @Nullable
        Term excitationRate,

        @About(
                value = "Rates of change of the units' rates, mean over units, in units of 1/s.",
                equation = "e = (h_k - h_(k-1)) / dt / (1/s)")
        @Nullable
        Term activityRate,

        @About(
                value = "Jerk of the hand, x and y added up, in units of 10 m/s^3.",
                equation = "e = (x_k - 3 x_(k-1) + 3 x_(k-2) - x_(k-3)) / dt^3 / (10 m/s^3)")
        @Nullable
        Term jerk,

        @About(
                value =
                        "Squared elements of the Jacobian of what vanilla or leaky units drive one another by, mean over units"
                                + " and sum over what each hears, layers added up: it keeps dynamics smooth.",
                source = "doi:10.1038/nn.4042",
                equation = "sum_ij J_ij^2 / units, J = diag(phi'(a)) W or W diag(phi'(v))")
        @Nullable
        SquaredTerm jacobian) {
    /** Follows the path, and keeps activity, weights and muscles from growing without need. */
    public static final Loss DEFAULT = new Loss(
            Term.squares(1.0),
            Term.squares(0.1),
            Term.squares(1e-4),
            FixedTerm.squares(1e-5),
            Term.squares(1e-2),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);

    /** One unit of position error, m. */
    static final double CENTIMETRE = 0.01;

    /** One unit of velocity error, m/s. */
    static final double DECIMETRE_PER_SECOND = 0.1;

    /** One unit of joint error, rad. */
    static final double DEGREE = Math.PI / 180;

    /** One unit of excitation error. */
    static final double TENTH = 0.1;

    /** One unit of force, N. */
    static final double HUNDRED_NEWTON = 100;

    /** One unit of jerk, m/s³; a reach of 10 cm in half a second has about twice as much. */
    static final double JERK = 10;

    /** Returns the names of all terms, in the order of declaration. */
    public static List<String> names() {
        return Arrays.stream(Loss.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** Returns the signals that the reference must have beside the hand where a body is in the loop. */
    public List<String> signals() {
        List<String> signals = new ArrayList<>();
        if (counts(joint)) {
            signals.addAll(Imitated.JOINT_ANGLES.signals());
        }
        if (counts(excitation)) {
            signals.addAll(Imitated.EXCITATIONS.signals());
        }
        return List.copyOf(signals);
    }

    /** Tells whether terms need the rate of every unit at every step, beside what a network keeps of them. */
    public boolean needsRates() {
        return counts(activityRate) || (counts(activity) && activity.norm() != Norm.SQUARED);
    }

    /** Tells whether a term needs the Jacobian of a drive that is one for every unit. */
    public boolean needsJacobian() {
        return jacobian != null && jacobian.weight() > 0;
    }

    private static boolean counts(@Nullable Term term) {
        return term != null && term.weight() > 0;
    }

    /** Returns the names of the terms that count where something is imitated without a body. */
    public static List<String> of(Imitated imitated) {
        List<String> own = switch (imitated) {
            case HAND -> List.of("position", "velocity", "endPoint", "jerk");
            case JOINT_ANGLES -> List.of("joint");
            case EXCITATIONS -> List.of("excitation", "excitationRate");
        };
        List<String> always = List.of("activity", "activityRate", "jacobian", "weights");
        return names().stream()
                .filter(name -> own.contains(name) || always.contains(name))
                .toList();
    }
}
