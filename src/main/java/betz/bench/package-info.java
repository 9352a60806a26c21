// SPDX-License-Identifier: Apache-2.0
/**
 * Timed pieces of work of the sizes that matter: training steps, bodies, and the most that the processor can do.
 *
 * <p>Each measures for a while after it has warmed up, by wall time, and tells what it measured as key and value, so that
 * figures of two machines, JDKs or commits can be compared line by line.
 *
 * <p>This package reads no scenario and writes no file. Start reading at {@link betz.bench.BpttBench}.
 */
@NullMarked
package betz.bench;

import org.jspecify.annotations.NullMarked;
