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
        FloatVector b = FloatVector.broadcast(SPECIES, 0.999f);
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
            s0 = s0.fma(b, a);
            s1 = s1.fma(b, a);
            s2 = s2.fma(b, a);
            s3 = s3.fma(b, a);
            s4 = s4.fma(b, a);
            s5 = s5.fma(b, a);
            s6 = s6.fma(b, a);
            s7 = s7.fma(b, a);
            s8 = s8.fma(b, a);
            s9 = s9.fma(b, a);
        }
        FloatVector sum = s0.add(s1).add(s2).add(s3).add(s4).add(s5);
        return sum.add(s6).add(s7).add(s8).add(s9).lane(0);
    }
}
