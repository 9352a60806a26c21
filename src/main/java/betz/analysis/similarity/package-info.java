// SPDX-License-Identifier: Apache-2.0
/**
 * How alike two recordings are, such as a model's units and a monkey's: the geometry of what many units do together,
 * and its dynamics.
 *
 * <p>Each analysis takes averages over the trials of each condition, matches conditions and times of both sides, and
 * compares rows of samples, [condition x time][unit]; units need not correspond. Geometry up to a linear map: {@link
 * betz.analysis.similarity.Cca}; up to a rotation: {@link betz.analysis.similarity.Procrustes}, {@link
 * betz.analysis.similarity.ShapeMetric}, {@link betz.analysis.similarity.Cka}, {@link betz.analysis.similarity.Rsa}.
 * Subspaces: {@link betz.analysis.similarity.PrincipalAngles}. Dynamics: {@link betz.analysis.similarity.Dsa}. The
 * mathematics of each stands in a class of its own, which knows arrays alone.
 *
 * <p>This package knows nothing of files and of models. Start reading at {@link betz.analysis.similarity.Cca}.
 */
@NullMarked
package betz.analysis.similarity;

import org.jspecify.annotations.NullMarked;
