// SPDX-License-Identifier: Apache-2.0
/**
 * Numerical kernels that several models share: matrix products and activation functions in single precision; draws from
 * distributions.
 *
 * <p>Products of matrices go through {@link betz.math.Factor}, by vector instructions or in plain Java; activation functions are
 * branch-free rational functions that the compiler turns into vector instructions by itself. Every sum is taken in one fixed
 * order by fused multiply-add, so results are the same bits on every machine, JDK and number of threads.
 *
 * <p>This package knows no science. Start reading at {@link betz.math.Products}.
 */
@NullMarked
package betz.math;

import org.jspecify.annotations.NullMarked;
