// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Require;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The weights of a network of rate units, {@code h' = tanh(W·h + U·u + b)}, with the input u that it is held at.
 *
 * <p>A safetensors file has {@code W} [n, n] and may have {@code U} [n, m], {@code b} [n] and {@code u} [m], or what PyTorch's RNN
 * calls them: {@code weight_hh_l0}, {@code weight_ih_l0}, and {@code bias_ih_l0} and {@code bias_hh_l0}, which are added. A CSV
 * has the header {@code w0,...,w(n-1)}, then {@code u0,...} and {@code b} if there are such, and a row for each unit: what it
 * hears. What is not there is 0.
 */
public final class NetworkWeights {
    private final double[][] w;
    private final double[][] u;
    private final double[] b;
    private final double[] input;

    /**
     * Wraps weights.
     *
     * @param w [unit][unit it hears]. Kept, not copied.
     * @param u [unit][input]. Kept, not copied.
     * @param b [unit]. Kept, not copied.
     * @param input [input]. Kept, not copied.
     */
    public NetworkWeights(double[][] w, double[][] u, double[] b, double[] input) {
        Require.length("U", u.length, w.length);
        Require.length("b", b.length, w.length);
        for (int unit = 0; unit < w.length; unit++) {
            Require.length("W", w[unit].length, w.length);
            Require.length("U", u[unit].length, input.length);
        }
        this.w = w;
        this.u = u;
        this.b = b;
        this.input = input;
    }

    /**
     * Reads weights from a safetensors file or a CSV.
     *
     * @throws BadTable with all problems, if the file holds other things
     * @throws DamagedData if it is not sound
     */
    public static NetworkWeights read(Path file) throws IOException {
        return FileKind.of(file) == FileKind.SAFETENSORS
                ? WeightTensors.read(file)
                : new WeightTable(Table.read(file)).weights();
    }

    /** Returns W, [unit][unit it hears]; not a copy. */
    public double[][] w() {
        return w;
    }

    /** Returns U, [unit][input]; not a copy. */
    public double[][] u() {
        return u;
    }

    /** Returns b, [unit]; not a copy. */
    public double[] b() {
        return b;
    }

    /** Returns the input that the network is held at, u, [input]; not a copy. */
    public double[] input() {
        return input;
    }
}
