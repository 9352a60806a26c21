// SPDX-License-Identifier: Apache-2.0
/**
 * Numerical kernels that several models share: matrix products and activation functions in single precision; draws from
 * distributions.
 *
 * <p>The kernels are plain Java that the optimising compiler turns into vector instructions: loops over separate row arrays for
 * the products, branch-free rational functions for the activations. Every sum is taken in one fixed order by fused
 * multiply-add, so results are the same bits on every machine, JDK and number of threads.
 *
 * <p>This package knows no science. Start reading at {@link betz.math.Rows}.
 */
@NullMarked
package betz.math;

import org.jspecify.annotations.NullMarked;
