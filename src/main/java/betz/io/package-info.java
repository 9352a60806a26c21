// SPDX-License-Identifier: Apache-2.0
/**
 * Files of data and weights: safetensors, NPZ and CSV.
 *
 * <p>What is written has the same bytes on every run and every JDK: entries keep the order given, times of day are fixed,
 * numbers never pass through the default locale. What is read is not trusted: sizes in a header are held against the
 * length of the file before anything is allocated, and a file that does not keep its word is refused as
 * {@link betz.io.DamagedData}.
 *
 * <p>Start reading at {@link betz.io.Tensor}.
 */
@NullMarked
package betz.io;

import org.jspecify.annotations.NullMarked;
