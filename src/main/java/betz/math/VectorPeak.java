// SPDX-License-Identifier: Apache-2.0
package betz.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The most that one core can do: fused multiply-adds on registers alone. Needs the module jdk.incubator.vector. */
final class VectorPeak {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /** Additions and multiplications of one round. */
    static final int OPERATIONS = 10 * 2 * SPECIES.length();

    private VectorPeak() {}

    /** Runs ten sums, independent of each other, and returns what keeps them from being left out. */
    static float run(int rounds) {
        FloatVector a = FloatVector.broadcast(SPECIES, 1e-9f);
        FloatVector b = FloatVector.broadcast(SPECIES, 1e-9f);
        FloatVector s0 = a;
        FloatVector s1 = a;
        FloatVector s2 = a;
        FloatVector s3 = a;
        FloatVector s4 = a;
        FloatVector s5 = a;
        FloatVector s6 = a;
        FloatVector s7 = a;
        FloatVector s8 = a;
        FloatVector s9 = a;
        for (int i = 0; i < rounds; i++) {
            s0 = a.fma(b, s0);
            s1 = a.fma(b, s1);
            s2 = a.fma(b, s2);
            s3 = a.fma(b, s3);
            s4 = a.fma(b, s4);
            s5 = a.fma(b, s5);
            s6 = a.fma(b, s6);
            s7 = a.fma(b, s7);
            s8 = a.fma(b, s8);
            s9 = a.fma(b, s9);
        }
        FloatVector sum = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
        return sum.add(s6).add(s7).add(s8).add(s9).lane(0);
    }
}
