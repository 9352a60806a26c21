// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.List;

/** A load at the hand that depends on where it is and how it moves, over the whole trial. */
@About("Loads the hand by a force that depends on where it is and how it moves.")
public sealed interface Field extends Loading permits Field.CurlField, Field.LinearField, Field.Channel {
    /** Numbers of a matrix of the plane. */
    int MATRIX = 4;

    /** More than any motor of a robot bears, N/m. */
    double STIFFEST = 1e5;

    /** More than any motor of a robot bears, N·s/m. */
    double MOST_VISCOUS = 1e4;

    /**
     * A force across the movement, as strong as the hand is fast: {@code F = viscosity (v_y, -v_x)}.
     *
     * @param viscosity N·s/m; above 0 it pushes to the right of the movement, clockwise
     * @see <a href="https://doi.org/10.1523/JNEUROSCI.17-01-00409.1997">Shadmehr &amp; Brashers-Krug (1997)</a>
     */
    @About(
            value = "A force across the movement, as strong as the hand is fast.",
            source = "doi:10.1523/JNEUROSCI.17-01-00409.1997",
            equation = "F = viscosity (vy, -vx)")
    record CurlField(
            @Unit("N*s/m")
            @About(
                    value = "Above 0 it pushes to the right of the movement, clockwise; below 0 to the left.",
                    source = "doi:10.1523/JNEUROSCI.17-01-00409.1997")
            double viscosity)
            implements Field {
        /** 13 N·s/m, clockwise. */
        public static final CurlField DEFAULT = new CurlField(13);

        public CurlField {
            Require.within("viscosity", viscosity, -MOST_VISCOUS, MOST_VISCOUS, "N*s/m");
        }

        @Override
        public double[] load(Trial trial) {
            return LoadRows.field(new double[MATRIX], trial.start(), new double[] {0, viscosity, -viscosity, 0});
        }
    }

    /**
     * A force that is linear in the hand's place from the start and in its velocity: {@code F = K (x - start) + B v}.
     *
     * @param viscosity B, row-major, N·s/m
     * @param stiffness K, row-major, N/m
     * @see <a href="https://doi.org/10.1523/JNEUROSCI.14-05-03208.1994">Shadmehr &amp; Mussa-Ivaldi (1994)</a>
     */
    @About(
            value = "A force that is linear in the hand's place from the start and in its velocity.",
            source = "doi:10.1523/JNEUROSCI.14-05-03208.1994",
            equation = "F = stiffness (x - start) + viscosity v")
    record LinearField(
            @Unit("N*s/m")
            @About(
                    value = "Force over velocity: x over vx, x over vy, y over vx, y over vy.",
                    source = "doi:10.1523/JNEUROSCI.14-05-03208.1994")
            List<Double> viscosity,

            @Unit("N/m") @About("Force over place: x over x, x over y, y over x, y over y; a spring is below 0.")
            List<Double> stiffness)
            implements Field {
        /** The viscous field in hand coordinates of Shadmehr &amp; Mussa-Ivaldi (1994), without a spring. */
        public static final LinearField DEFAULT =
                new LinearField(List.of(-10.1, -11.2, -11.2, 11.1), List.of(0.0, 0.0, 0.0, 0.0));

        public LinearField {
            viscosity = Loading.checked("viscosity", viscosity, MATRIX, "N*s/m");
            stiffness = Loading.checked("stiffness", stiffness, MATRIX, "N/m");
        }

        @Override
        public double[] load(Trial trial) {
            return LoadRows.field(array(stiffness), trial.start(), array(viscosity));
        }

        private static double[] array(List<Double> numbers) {
            return numbers.stream().mapToDouble(number -> number).toArray();
        }
    }

    /**
     * Stiff walls along the straight way from start to target: with n across the way, {@code F = -n (stiffness n'(x - start) +
     * damping n'v)}.
     *
     * @param stiffness N/m
     * @param damping N·s/m
     * @see <a href="https://doi.org/10.1152/jn.2000.84.2.853">Scheidt et al. (2000)</a>
     * @see <a href="https://doi.org/10.1371/journal.pbio.0040179">Smith, Ghazizadeh &amp; Shadmehr (2006)</a>
     */
    @About(
            value = "Stiff walls along the straight way from start to target.",
            source = "doi:10.1152/jn.2000.84.2.853",
            equation = "F = -n (stiffness n'(x - start) + damping n'v), n across the way")
    record Channel(
            @Unit("N/m") @About(value = "Of the walls, across the way.", source = "doi:10.1371/journal.pbio.0040179")
            double stiffness,

            @Unit("N*s/m") @About(value = "Of the walls, across the way.", source = "doi:10.1371/journal.pbio.0040179")
            double damping)
            implements Field {
        /** 2500 N/m and 25 N·s/m. */
        public static final Channel DEFAULT = new Channel(2500, 25);

        public Channel {
            Require.within("stiffness", stiffness, 0, STIFFEST, "N/m");
            Require.within("damping", damping, 0, MOST_VISCOUS, "N*s/m");
        }

        @Override
        public double[] load(Trial trial) {
            Point n = Sided.offset(trial, 1, Math.PI / 2);
            double[] across = {n.x() * n.x(), n.x() * n.y(), n.y() * n.x(), n.y() * n.y()};
            double[] k = new double[MATRIX];
            double[] b = new double[MATRIX];
            for (int i = 0; i < MATRIX; i++) {
                k[i] = -stiffness * across[i];
                b[i] = -damping * across[i];
            }
            return LoadRows.field(k, trial.start(), b);
        }
    }
}
