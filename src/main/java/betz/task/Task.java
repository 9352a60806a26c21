// SPDX-License-Identifier: Apache-2.0
package betz.task;

/**
 * What a scenario asks of the arm.
 *
 * <p>Tasks that make trials by themselves are {@link Sampler}s; a table of trials must be read first, by those who may touch files.
 */
public interface Task {}
