// SPDX-License-Identifier: Apache-2.0
package betz.math;

/**
 * A matrix that rows are multiplied by, [k][n], laid out for the kernel that does it, one thread at a time.
 *
 * <p>Elements that were never set are zero.
 */
public interface Factor {

    /** Sets {@code count} elements of row k, from column n on. */
    void setRow(int k, int n, float[] from, int at, int count);

    /** Sets {@code count} elements of column n, from row k on. */
    void setColumn(int n, int k, float[] from, int at, int count);

    /**
     * Adds a product to the first rows of c: {@code c[m][n] += Σ a[m][first + k]·b[k][n]} over the first {@code inner} rows of
     * this matrix b.
     *
     * <p>Every element is summed in the order of k by fused multiply-add, so all kernels give the same bits. Columns of c
     * up to the next multiple of {@link Products#ALIGNMENT} may be written, with what is not to be used.
     *
     * @param a rows m. Not modified.
     * @param rows how many of them
     * @param first element of each that counts
     * @param inner at most the rows of this matrix
     * @param c row m begins at {@code m·cStride}. Modified.
     */
    void multiply(Rows a, int rows, int first, int inner, float[] c, int cStride);
}
