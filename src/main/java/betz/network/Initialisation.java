// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import java.util.random.RandomGenerator;

/** How a square matrix of recurrent weights begins, before connections that are missing are taken out. */
@About("How the recurrent weights begin.")
public sealed interface Initialisation
        permits Initialisation.Orthogonal,
                Initialisation.Glorot,
                Initialisation.He,
                Initialisation.Gaussian,
                Initialisation.LogNormal {

    /**
     * Fills a matrix.
     *
     * @param size of its rows and columns
     * @param weights [row][column] from {@code offset} on. Modified.
     */
    void fill(double[] weights, int offset, int size, RandomGenerator random);

    /**
     * A random orthogonal matrix.
     *
     * @param gain its factor, 1
     * @see <a href="https://doi.org/10.48550/arXiv.1312.6120">Saxe, McClelland &amp; Ganguli (2014)</a>
     */
    @About(
            value = "A random orthogonal matrix.",
            equation = "W = gain Q, Q Q^T = 1",
            source = "doi:10.48550/arXiv.1312.6120")
    record Orthogonal(
            @About("Its factor: the size of all its eigenvalues.")
            double gain) implements Initialisation {
        /** Of norm one. */
        public static final Orthogonal DEFAULT = new Orthogonal(1);

        public Orthogonal {
            Require.positive("gain", gain, "");
        }

        @Override
        public void fill(double[] weights, int offset, int size, RandomGenerator random) {
            Initial.orthogonal(weights, offset, size, random);
            Initial.scale(weights, offset, size * size, gain);
        }
    }

    /**
     * Even draws from ±√(6/(rows + columns)).
     *
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot &amp; Bengio (2010)</a>
     */
    @About(
            value = "Even draws whose variance is 2 over the sum of rows and columns.",
            equation = "W ~ U(-b, b), b = sqrt(6 / (rows + columns))",
            source = "Glorot and Bengio 2010")
    record Glorot() implements Initialisation {
        /** Has no settings. */
        public static final Glorot DEFAULT = new Glorot();

        @Override
        public void fill(double[] weights, int offset, int size, RandomGenerator random) {
            Initial.glorot(weights, offset, size, size, random);
        }
    }

    /**
     * Gaussian draws of variance 2/columns, which keeps the size of rectified activity.
     *
     * @see <a href="https://doi.org/10.1109/ICCV.2015.123">He et al. (2015)</a>
     */
    @About(
            value = "Gaussian draws of variance 2 over the number of units, for rectified units.",
            equation = "W ~ N(0, 2 / units)",
            source = "doi:10.1109/ICCV.2015.123")
    record He() implements Initialisation {
        /** Has no settings. */
        public static final He DEFAULT = new He();

        @Override
        public void fill(double[] weights, int offset, int size, RandomGenerator random) {
            Initial.gaussian(weights, offset, size * size, Math.sqrt(2.0 / size), random);
        }
    }

    /**
     * Gaussian draws of standard deviation g/√units, whose eigenvalues fill a disc of radius g: chaos begins above 1.
     *
     * @param g the radius, 1
     * @see <a href="https://doi.org/10.1103/PhysRevLett.61.259">Sompolinsky, Crisanti &amp; Sommers (1988)</a>
     */
    @About(
            value = "Gaussian draws whose eigenvalues fill a disc; above radius 1 spontaneous activity is chaotic.",
            equation = "W ~ N(0, g^2 / units)",
            source = "doi:10.1103/PhysRevLett.61.259")
    record Gaussian(
            @About("Radius of the disc of eigenvalues.") double g) implements Initialisation {
        /** At the edge of chaos, from above, as is usual. */
        public static final Gaussian DEFAULT = new Gaussian(1.5);

        public Gaussian {
            Require.positive("g", g, "");
        }

        @Override
        public void fill(double[] weights, int offset, int size, RandomGenerator random) {
            Initial.gaussian(weights, offset, size * size, g / Math.sqrt(size), random);
        }
    }

    /**
     * Magnitudes for Dale's law: log-normal, inhibition on average as strong in sum as excitation in every row, and a disc of eigenvalues of
     * radius g but for the sum's.
     *
     * @param g the radius, 1
     * @param sigma standard deviation of the logarithm, 1
     * @see <a href="https://doi.org/10.1103/PhysRevLett.97.188104">Rajan &amp; Abbott (2006)</a>, balance and radius
     * @see <a href="https://doi.org/10.1371/journal.pbio.0030068">Song et al. (2005)</a>, the distribution
     */
    @About(
            value = "Log-normal magnitudes for Dale's law, with excitation and inhibition in balance.",
            source = "doi:10.1103/PhysRevLett.97.188104")
    record LogNormal(
            @About("Radius of the disc of eigenvalues.") double g,

            @About(
                    value = "Standard deviation of the logarithm of a weight.",
                    source = "doi:10.1371/journal.pbio.0030068")
            double sigma)
            implements Initialisation {
        /** Radius one, and the spread of cortical synapses. */
        public static final LogNormal DEFAULT = new LogNormal(1, 0.9355);

        public LogNormal {
            Require.positive("g", g, "");
            Require.within("sigma", sigma, 0.01, 3, "");
        }

        /** Fills with magnitudes of mean one; {@link Connections} brings them into balance. */
        @Override
        public void fill(double[] weights, int offset, int size, RandomGenerator random) {
            for (int i = offset; i < offset + size * size; i++) {
                weights[i] = StrictMath.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
            }
        }

        /** Returns the variance of a magnitude of mean one. */
        double variance() {
            return StrictMath.expm1(sigma * sigma);
        }
    }
}
