// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.List;
import java.util.stream.Stream;

/** The muscles of the human arm as numbers: one row each. */
public final class Anatomy {
    /**
     * Two muscles of the shoulder, two of the elbow, two of both; Nijhof &amp; Kouwenhoven (2000),
     * doi:10.1007/978-1-4612-2104-3_29, and Kistemaker, Wong &amp; Gribble (2010), doi:10.1152/jn.00483.2010.
     */
    public static final List<MusclePath> SIX_MUSCLES = List.of(
            new MusclePath("pectoralis", 838, 0.039, 0.134, 0.151, -0.03, 0, 0),
            new MusclePath("deltoid", 1207, 0.066, 0.140, 0.2322, 0.03, 0, 0),
            new MusclePath("brachioradialis", 1422, 0.172, 0.092, 0.2859, 0, -0.014, -0.004),
            new MusclePath("tricepslat", 1549, 0.187, 0.093, 0.2355, 0, 0.025, -0.0022),
            new MusclePath("biceps", 414, 0.204, 0.137, 0.3329, -0.03, -0.016, -0.0057),
            new MusclePath("tricepslong", 603, 0.217, 0.127, 0.2989, 0.03, 0.03, -0.0032));

    /** The same for tendons that stretch: those of the shoulder are longer, as in MotorNet, doi:10.7554/eLife.88591. */
    public static final List<MusclePath> SIX_COMPLIANT_MUSCLES = Stream.concat(
                    Stream.of(
                            new MusclePath("pectoralis", 838, 0.070, 0.134, 0.182, -0.03, 0, 0),
                            new MusclePath("deltoid", 1207, 0.070, 0.140, 0.2362, 0.03, 0, 0)),
                    SIX_MUSCLES.stream().skip(2))
            .toList();

    private Anatomy() {}
}
