// SPDX-License-Identifier: Apache-2.0
/**
 * Networks, recurrent and not, of one layer or several: cells, what is fixed about them, their weights and layout, and exact gradients.
 *
 * <p>A {@link betz.network.Cell} is an immutable description. Its kernel runs a whole trial for a batch, keeps what the way
 * back needs, and adds up the gradient of the weights: a fast one in single precision, and a plain one in double
 * precision that is the definition.
 *
 * <p>This package knows nothing of arms or cortices. Start reading at {@link betz.network.NetworkKernel}.
 */
@NullMarked
package betz.network;

import org.jspecify.annotations.NullMarked;
