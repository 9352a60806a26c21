// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/** How the optimiser's rate goes on over the updates. */
@About("How the optimiser's rate goes on over the updates.")
public sealed interface Schedule permits Schedule.Constant, Schedule.Exponential, Schedule.Cosine, Schedule.OnPlateau {

    /** Least factor of a rate. */
    double LEAST_FACTOR = 0.001;

    /** Most updates that a setting may name. */
    int MOST_UPDATES = 10_000_000;

    /**
     * Returns the pace at the beginning of a training.
     *
     * @param updates that the training is asked for
     */
    Pace begin(int updates);

    /** Tells whether the pace is the same however many updates are asked for. */
    default boolean isEndless() {
        return true;
    }

    /** The rate stays as it is. */
    @About(value = "The rate stays as it is.", equation = "share of the rate after n updates = 1")
    record Constant() implements Schedule {
        /** Has no settings. */
        public static final Constant DEFAULT = new Constant();

        @Override
        public Pace begin(int updates) {
            return done -> 1;
        }
    }

    /**
     * The rate shrinks by the same share in every update: {@code factor^(updates made / every)}.
     *
     * @param factor what is left of the rate after {@code every} updates
     * @param every updates
     */
    @About(
            value = "The rate shrinks by the same share in every update.",
            equation = "share of the rate after n updates = factor^(n / every)")
    record Exponential(
            @About("What is left of the rate after so many updates.")
            double factor,

            @About("The updates that the factor belongs to.")
            int every)
            implements Schedule {
        /** Halves the rate every 500 updates. */
        public static final Exponential DEFAULT = new Exponential(0.5, 500);

        public Exponential {
            Require.within("factor", factor, LEAST_FACTOR, 1, "");
            Require.count("every", every, 1, MOST_UPDATES);
        }

        @Override
        public Pace begin(int updates) {
            return done -> StrictMath.pow(factor, (double) done / every);
        }
    }

    /**
     * The rate falls along half a cosine from its full value to a floor at the end of the training:
     * {@code floor + (1 - floor) (1 + cos(pi updates made / all)) / 2}.
     *
     * @param floor share of the rate at the end
     * @see <a href="https://doi.org/10.48550/arXiv.1608.03983">Loshchilov &amp; Hutter (2017)</a>, equation 5
     */
    @About(
            value = "The rate falls along half a cosine to a floor at the end of the training.",
            equation = "share of the rate after n updates = floor + (1 - floor) (1 + cos(pi n / iterations)) / 2",
            source = "doi:10.48550/arXiv.1608.03983")
    record Cosine(
            @About(value = "Share of the rate at the end.", source = "doi:10.48550/arXiv.1608.03983")
            double floor) implements Schedule {
        /** Down to nothing. */
        public static final Cosine DEFAULT = new Cosine(0);

        public Cosine {
            Require.within("floor", floor, 0, 1, "");
        }

        @Override
        public Pace begin(int updates) {
            return done -> floor + (1 - floor) * (1 + StrictMath.cos(Math.PI * done / updates)) / 2;
        }

        @Override
        public boolean isEndless() {
            return false;
        }
    }

    /**
     * The rate is multiplied by a factor whenever the loss, mean over {@code patience} updates in a row, is no lower than the
     * lowest such mean before.
     *
     * @param factor of the rate
     * @param patience updates of a mean
     * @param floor least share of the rate
     */
    @About(
            value =
                    "The rate falls by a factor whenever the mean loss of so many updates is no lower than the lowest before.",
            equation = "share of the rate = max(floor, factor times the share before)")
    record OnPlateau(
            @About("Factor of the rate.") double factor,

            @About("Updates in a row whose mean loss is compared.")
            int patience,

            @About("Least share of the rate.") double floor)
            implements Schedule {
        /** Halves the rate after 50 updates that bring nothing. */
        public static final OnPlateau DEFAULT = new OnPlateau(0.5, 50, 0.01);

        public OnPlateau {
            Require.within("factor", factor, LEAST_FACTOR, 1, "");
            Require.count("patience", patience, 1, MOST_UPDATES);
            Require.within("floor", floor, 0, 1, "");
        }

        @Override
        public Pace begin(int updates) {
            return new Plateau(this);
        }
    }
}
