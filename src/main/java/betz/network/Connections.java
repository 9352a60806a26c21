// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.RandomStream;
import java.util.List;

/** Which recurrent connections there are, and their signs, as a structure and a seed have it. */
final class Connections {
    private final int units;
    private final Structure structure;
    private final boolean[] there; // [unit that hears][unit that is heard]
    private final double[] sign; // of what is heard, [unit]: 1, -1, or 0 where both are allowed
    private final List<Area> areas;
    private final int[] area; // of each unit

    Connections(Structure structure, int units, long seed) {
        this.structure = structure;
        this.units = units;
        area = new int[units];
        sign = new double[units];
        there = new boolean[units * units];
        areas = structure.connectivity() instanceof Connectivity.Areas several
                ? several.areas()
                : List.of(new Area("network", units, List.of(Sense.values()), true));
        int unit = 0;
        for (int i = 0; i < areas.size(); i++) {
            int end = unit + areas.get(i).units();
            int excitatory = end - unit;
            if (structure.signs() instanceof Signs.Dale dale) {
                excitatory = (int) Math.max(1, Math.rint(dale.excitatory() * excitatory));
            }
            for (int first = unit; unit < end; unit++) {
                area[unit] = i;
                sign[unit] = structure.signs() instanceof Signs.Mixed ? 0 : unit < first + excitatory ? 1 : -1;
            }
        }
        draw(RandomStream.of(seed, "connections"));
    }

    private void draw(RandomStream random) {
        for (int to = 0; to < units; to++) {
            for (int from = 0; from < units; from++) {
                double density = density(area[from], area[to]);
                boolean leaves = area[from] != area[to] && sign[from] < 0;
                there[to * units + from] = random.nextDouble() < density && !leaves;
            }
        }
    }

    private double density(int from, int to) {
        if (structure.connectivity() instanceof Connectivity.Sparse sparse) {
            return sparse.density();
        }
        return structure.connectivity() instanceof Connectivity.Areas several
                ? several.density(areas.get(from), areas.get(to))
                : 1;
    }

    /** Tells whether a unit hears another. */
    boolean there(int to, int from) {
        return there[to * units + from];
    }

    /** Returns 1 for a unit that excites, -1 for one that inhibits, 0 for one that may do both. */
    double sign(int unit) {
        return sign[unit];
    }

    /** Tells whether a unit has a sense. */
    boolean senses(int unit, Sense sense) {
        return areas.get(area[unit]).inputs().contains(sense);
    }

    /** Tells whether outputs are read from a unit. */
    boolean isRead(int unit) {
        return areas.get(area[unit]).output() && sign[unit] >= 0;
    }

    /**
     * Takes missing connections out of a matrix and makes up for them: rows keep their norm on average, or those under Dale's law
     * their balance.
     *
     * @param weights [unit that hears][unit that is heard] from {@code offset} on. Modified.
     */
    void thin(double[] weights, int offset) {
        for (int to = 0; to < units; to++) {
            double there = count(to, 0);
            double strength =
                    count(to, 1) / Math.max(1, count(to, -1)); // of inhibition, to make up for its lower number
            double spread = structure.initial() instanceof Initialisation.LogNormal law ? spread(law, to, strength) : 0;
            for (int from = 0; from < units; from++) {
                double scale = sign[from] == 0
                        ? Math.sqrt(units / Math.max(1, there))
                        : sign[from] < 0 ? strength * spread : spread;
                weights[offset + to * units + from] *= there(to, from) ? scale : 0;
            }
        }
    }

    /**
     * Returns what magnitudes of mean one in a row are multiplied by, so that the variances of its weights have the sum g²: weights
     * vary by their law, and since they are there or not.
     */
    private double spread(Initialisation.LogNormal law, int to, double strength) {
        double sum = 0;
        for (int from = 0; from < units; from++) {
            double density = density(area[from], area[to]);
            boolean leaves = area[from] != area[to] && sign[from] < 0;
            double variance = density * (law.variance() + 1 - density);
            sum += leaves ? 0 : sign[from] < 0 ? strength * strength * variance : variance;
        }
        return sum == 0 ? 0 : law.g() / Math.sqrt(sum);
    }

    private double count(int to, double ofSign) {
        double count = 0;
        for (int from = 0; from < units; from++) {
            count += there(to, from) && sign[from] == ofSign ? 1 : 0;
        }
        return count;
    }
}
