// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.List;
import java.util.stream.Stream;

/** The muscles of the human arm as numbers: one row each. */
public final class Anatomy {
    /**
     * Two muscles of the shoulder, two of the elbow, two of both; Nijhof &amp; Kouwenhoven (2000),
     * doi:10.1007/978-1-4612-2104-3_29, and Kistemaker, Wong &amp; Gribble (2010), doi:10.1152/jn.00483.2010.
     */
    public static final List<PolynomialPath> SIX_MUSCLES = List.of(
            new PolynomialPath("pectoralis", 838, 0.039, 0.134, 0.151, -0.03, 0, 0),
            new PolynomialPath("deltoid", 1207, 0.066, 0.140, 0.2322, 0.03, 0, 0),
            new PolynomialPath("brachioradialis", 1422, 0.172, 0.092, 0.2859, 0, -0.014, -0.004),
            new PolynomialPath("tricepslat", 1549, 0.187, 0.093, 0.2355, 0, 0.025, -0.0022),
            new PolynomialPath("biceps", 414, 0.204, 0.137, 0.3329, -0.03, -0.016, -0.0057),
            new PolynomialPath("tricepslong", 603, 0.217, 0.127, 0.2989, 0.03, 0.03, -0.0032));

    /** The same for tendons that stretch: those of the shoulder are longer, as in MotorNet, doi:10.7554/eLife.88591. */
    public static final List<PolynomialPath> SIX_COMPLIANT_MUSCLES = Stream.concat(
                    Stream.of(
                            new PolynomialPath("pectoralis", 838, 0.070, 0.134, 0.182, -0.03, 0, 0),
                            new PolynomialPath("deltoid", 1207, 0.070, 0.140, 0.2362, 0.03, 0, 0)),
                    SIX_MUSCLES.stream().skip(2))
            .toList();

    /** Four muscles towards the corners of a square, as in MotorNet, doi:10.7554/eLife.88591. */
    static final List<Anchor> FOUR_CORNERS = List.of(
            new Anchor("upper-right", 2, 2, 1),
            new Anchor("upper-left", -2, 2, 1),
            new Anchor("lower-right", 2, -2, 1),
            new Anchor("lower-left", -2, -2, 1));

    /**
     * The same six on the skeleton {@link Skeleton#TWO_DOF_ARM}, ours: strengths and optimal lengths are those above; the points
     * about the joints are those, to the millimetre, whose moment arms come nearest to those above over all postures; origins and
     * insertions beyond them make room for the fibres, and the tendons leave these as long as above at 45 and 90 degrees.
     */
    public static final List<ViaPointMuscle> SIX_VIA_POINT_MUSCLES = List.of(
            new ViaPointMuscle(
                    "pectoralis",
                    838,
                    0.074,
                    0.134,
                    List.of(trunk(-0.140, 0.050), trunk(-0.033, 0.017), upper(0.080, 0))),
            new ViaPointMuscle(
                    "deltoid",
                    1207,
                    0.071,
                    0.140,
                    List.of(trunk(-0.100, -0.060), trunk(0.036, -0.008), upper(0.080, 0))),
            new ViaPointMuscle(
                    "brachioradialis",
                    1422,
                    0.171,
                    0.092,
                    List.of(upper(0.220, 0), fore(0.035, 0.008), fore(0.200, 0.005))),
            new ViaPointMuscle(
                    "tricepslat",
                    1549,
                    0.177,
                    0.093,
                    List.of(upper(0.060, -0.010), upper(0.220, 0), fore(-0.034, -0.004))),
            new ViaPointMuscle(
                    "biceps", 414, 0.216, 0.137, List.of(trunk(-0.034, 0.014), upper(0.220, 0), fore(0.047, 0.009))),
            new ViaPointMuscle(
                    "tricepslong",
                    603,
                    0.207,
                    0.127,
                    List.of(trunk(0.035, -0.011), upper(0.220, 0), fore(-0.034, -0.004))));

    /** Throws unless every muscle has a name of its own. */
    static void checkNames(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Require.that(names.indexOf(name) == i, "anatomy[" + i + "].name", name, "a name that no other muscle has");
        }
    }

    private static ViaPoint trunk(double x, double y) {
        return new ViaPoint(Bone.WORLD, x, y);
    }

    private static ViaPoint upper(double x, double y) {
        return new ViaPoint(Bone.UPPER_ARM, x, y);
    }

    private static ViaPoint fore(double x, double y) {
        return new ViaPoint(Bone.FOREARM, x, y);
    }

    private Anatomy() {}
}
