// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.network.NetworkKernel;

/** Makes kernels of one network for any batch; hides whether they compute in single or double precision. */
@FunctionalInterface
public interface NetworkFactory {
    /** Returns a kernel for so many trials of so many steps. */
    NetworkKernel kernel(int batch, int steps);
}
