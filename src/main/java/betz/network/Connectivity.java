// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which units of a recurrent network hear which. */
@About("Which units hear which.")
public sealed interface Connectivity
        permits Connectivity.Dense, Connectivity.Sparse, Connectivity.Areas, Connectivity.LowRank {

    /** All hear all, themselves included. */
    @About("Every unit hears every unit.")
    record Dense() implements Connectivity {
        /** Has no settings. */
        public static final Dense DEFAULT = new Dense();
    }

    /**
     * Each connection is there by chance and stays or is missing for good.
     *
     * @param density probability of a connection, 1
     */
    @About(
            value = "Each connection is there by chance, and for good.",
            equation = "W_ij = 0 but with probability density")
    record Sparse(@About("Probability of a connection.") double density) implements Connectivity {
        /** One connection in five. */
        public static final Sparse DEFAULT = new Sparse(0.2);

        public Sparse {
            Require.within("density", density, 0, 1, "");
        }
    }

    /**
     * Areas in which all units hear one another, with sparse projections between them.
     *
     * @param areas in the order of their units
     * @param projections what leads from area to area, and within an area where that is not dense
     * @see <a href="https://doi.org/10.1073/pnas.2005087117">Michaels et al. (2020)</a>
     */
    @About(
            value = "Areas whose units hear one another, with sparse projections between them.",
            source = "doi:10.1073/pnas.2005087117")
    record Areas(
            @About("The areas, in the order of their units.")
            List<Area> areas,

            @About("What leads from area to area; an area without a projection to itself is dense within.")
            List<Projection> projections)
            implements Connectivity {
        /** Premotor cortex sees the task, motor cortex hears it, and the spinal cord feels and moves the arm. */
        public static final Areas DEFAULT = new Areas(
                List.of(
                        new Area("PMd", 100, List.of(Sense.TASK, Sense.VISION), false),
                        new Area("M1", 100, List.of(Sense.VISION), false),
                        new Area("spinal", 100, List.of(Sense.PROPRIOCEPTION), true)),
                List.of(new Projection("PMd", "M1", 0.1), new Projection("M1", "spinal", 0.1)));

        public Areas {
            areas = List.copyOf(areas);
            projections = List.copyOf(projections);
            Require.items("areas", areas.size(), "area", 1, 100);
            Set<String> names = new HashSet<>();
            for (Area area : areas) {
                Require.that(names.add(area.name()), "areas", "two called " + area.name(), "names that differ");
            }
            Set<List<String>> ways = new HashSet<>();
            for (Projection projection : projections) {
                requireKnown(names, projection.from());
                requireKnown(names, projection.to());
                Require.that(
                        ways.add(List.of(projection.from(), projection.to())),
                        "projections",
                        "two from " + projection.from() + " to " + projection.to(),
                        "one at most");
            }
            Require.that(
                    areas.stream().anyMatch(Area::output),
                    "areas",
                    "none with output: true",
                    "at least one area that the outputs are read from");
        }

        private static void requireKnown(Set<String> names, String name) {
            Require.that(names.contains(name), "projections", "'" + name + "'", "the name of an area: " + names);
        }

        /** Returns the number of units of all areas. */
        public int units() {
            return areas.stream().mapToInt(Area::units).sum();
        }

        /** Returns the density of connections from an area to another, or within one. */
        double density(Area from, Area to) {
            return projections.stream()
                    .filter(projection -> projection.from().equals(from.name())
                            && projection.to().equals(to.name()))
                    .mapToDouble(Projection::density)
                    .findFirst()
                    .orElse(from.equals(to) ? 1 : 0);
        }
    }

    /**
     * {@code W = M·N/units} with M [units x rank] and N [rank x units]: the units hear only so many sums of one another.
     *
     * @param rank number of sums, far below the number of units
     * @see <a href="https://doi.org/10.1016/j.neuron.2018.07.003">Mastrogiuseppe &amp; Ostojic (2018)</a>
     */
    @About(
            value = "Recurrent weights of low rank: units hear only a few sums of one another.",
            equation = "W = M N / units, M [units][rank], N [rank][units]",
            source = "doi:10.1016/j.neuron.2018.07.003")
    record LowRank(@About("Number of sums.") int rank) implements Connectivity {
        /** Rank three. */
        public static final LowRank DEFAULT = new LowRank(3);

        public LowRank {
            Require.count("rank", rank, 1, Cell.MOST_UNITS);
        }
    }
}
