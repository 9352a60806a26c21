// SPDX-License-Identifier: Apache-2.0
/**
 * Files of data and weights: safetensors, NPZ and CSV, and recorded reaches that may serve as a reference.
 *
 * <p>What is written has the same bytes on every run and every JDK: entries keep the order given, times of day are fixed,
 * numbers never pass through the default locale. What is read is not trusted: sizes in a header are held against the
 * length of the file before anything is allocated, and a file that does not keep its word is refused as
 * {@link betz.io.DamagedData}. Mistakes in a table are all reported together with their line numbers, as
 * {@link betz.io.BadTable}.
 *
 * <p>Recorded reaches come as a CSV with the columns {@code time [s], x [cm], y [cm], trial, condition} (see
 * {@link betz.io.RecordedReaches}); {@link betz.io.ReachImporter} makes one from a folder of cursor samples and events.
 * {@link betz.io.AnalysisData} reads these and what else laboratories have, whatever form it comes in.
 * Start reading at {@link betz.io.Tensor} and {@link betz.io.RecordedReaches}.
 */
@NullMarked
package betz.io;

import org.jspecify.annotations.NullMarked;
