// SPDX-License-Identifier: Apache-2.0
/**
 * Runs one scenario from end to end and keeps everything it made: results folder, provenance, resume.
 *
 * <p>A run is named by a digest of all that decides its outcome. It grows in a folder beside its final place and
 * appears there by one rename, so a results folder is either whole or absent.
 *
 * <p>Start reading at {@link betz.experiment.Experiment}.
 */
@NullMarked
package betz.experiment;

import org.jspecify.annotations.NullMarked;
