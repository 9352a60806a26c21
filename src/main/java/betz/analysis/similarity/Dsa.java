// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Kind;
import betz.analysis.Subject;
import betz.analysis.Values;
import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.common.Unit;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.List;

/**
 * How alike the dynamics of two populations are, whatever coordinates they go on in: dynamical similarity analysis.
 *
 * @param delays samples in a stack
 * @param interval steps from one to the next
 * @param rank coordinates of the linear model
 * @param starts of the search for the best rotation
 * @param components kept of each side before samples are stacked
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://arxiv.org/abs/2306.10168">Ostrow et al. (2023)</a>
 */
@About(
        value = "How alike the dynamics of two populations are, whatever coordinates they go on in.",
        source = "Ostrow et al. (2023), arXiv:2306.10168")
public record Dsa(
        @About("Delayed samples that are stacked, the present one counted in.")
        int delays,

        @About("Steps from one delayed sample to the next.") int interval,

        @About("Coordinates of the linear model; all where there are fewer.")
        int rank,

        @About("Random starts of the search for the best rotation.")
        int starts,

        @About("Principal components kept of each side; all where there are fewer.")
        int components,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** The method of Ostrow et al. (2023); how many delays and coordinates are needed depends on the data. */
    public static final Dsa DEFAULT =
            new Dsa(5, 1, 10, 20, 10, "unit.rate", "unit.rate", -Matching.ALWAYS, Matching.ALWAYS, Scaling.NONE, false);

    public Dsa {
        Require.count("delays", delays, 1, 1000);
        Require.count("interval", interval, 1, 1000);
        Require.count("rank", rank, 1, 50);
        Require.count("starts", starts, 0, 10_000);
        Require.count("components", components, 1, 1000);
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = matching.pair(subject);
        Leading ours = Leading.of(pair.rows(), components);
        Leading theirs = Leading.of(pair.otherRows(), components);
        var data = new DelayModel(pair.data(), ours.scores(), delays, interval);
        var other = new DelayModel(pair.other(), theirs.scores(), delays, interval);
        int kept = Math.min(rank, Math.min(data.rank(), other.rank()));
        DelayModel.Step a = data.step(kept);
        DelayModel.Step b = other.step(kept);
        Leading.needVariation(Math.min(Matrices.squares(a.operator()), Matrices.squares(b.operator())));
        var random = RandomStream.of(subject.seed(), "start of a rotation");
        double[][] bySamples =
                Alignment.of(data.coordinates(kept), other.coordinates(kept)).rotation();
        var found = OperatorAlignment.of(a.operator(), b.operator(), starts, random, bySamples);
        Eigen values = Eigen.general(a.operator());
        Eigen otherValues = Eigen.general(b.operator());
        return new Finding(
                "dsa",
                List.of(
                        Measure.of("angle", "rad", found.angle()),
                        Measure.of("distance", "1", found.distance()),
                        Measure.of("coordinates", "1", kept),
                        Measure.of("step_r2", "1", a.r2()),
                        Measure.of("other_step_r2", "1", b.r2())),
                List.of(
                        Values.table("operator", "1", a.operator()),
                        Values.table("other_operator", "1", b.operator()),
                        Values.table("eigenvalues", "1", pairs(values)),
                        Values.table("other_eigenvalues", "1", pairs(otherValues))),
                List.of(plot(values, otherValues)),
                List.of(
                        pair.text(),
                        matching.text(),
                        Leading.text(ours, theirs),
                        "Stacks of " + delays + " samples at an interval of " + interval
                                + " (steps) within each condition;"
                                + " the operator of one step, by least squares with a constant, on their " + kept
                                + " leading left singular vectors, the same number for both, each of mean square 1;"
                                + " step_r2: share of their variance that the step before tells.",
                        "Best rotation of one operator onto the other, reflections allowed, from starts by"
                                + " eigenvectors, by samples and " + starts + " random ones, seeded; angle between"
                                + " operators as vectors of their numbers; distance: root of the sum of squared"
                                + " differences; eigenvalues of one step: real and imaginary part."));
    }

    private static double[][] pairs(Eigen values) {
        return Matrices.transposed(new double[][] {values.real(), values.imaginary()});
    }

    private static Plot plot(Eigen values, Eigen otherValues) {
        return new Plot(
                "dsa-eigenvalues",
                "Eigenvalues of one step",
                "Of the linear models of both: the distance from 0 tells decay, the angle from the real axis rotation.",
                Plot.Form.DOTS,
                new Axis("Real part", ""),
                new Axis("Imaginary part", ""),
                List.of(
                        Curve.of("data", values.real(), values.imaginary()),
                        Curve.of("other", Kind.OTHER, otherValues.real(), otherValues.imaginary())));
    }
}
