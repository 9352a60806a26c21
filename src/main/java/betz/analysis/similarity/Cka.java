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
import betz.common.About;
import betz.common.BadSetting;
import betz.common.Unit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Linear centred kernel alignment of two populations: 1 if they differ by shift, scale and rotation alone.
 *
 * @param debiased whether what independent units would give is taken out
 * @param signal of the data
 * @param otherSignal of what it is compared with
 * @param from first sample, s after the go cue
 * @param to last sample, s after the go cue
 * @param scaling of each unit
 * @param meanSubtract whether the mean over conditions is taken away
 * @see <a href="https://arxiv.org/abs/1905.00414">Kornblith et al. (2019)</a>
 */
@About(
        value = "How alike the similarities between samples are in two populations: centred kernel alignment.",
        source = "Kornblith et al. (2019), arXiv:1905.00414")
public record Cka(
        @About("Whether what many independent units would give is taken out.")
        boolean debiased,

        @About(Matching.SIGNAL) String signal,
        @About(Matching.OTHER_SIGNAL) String otherSignal,
        @Unit("s") @About(Matching.FROM) double from,
        @Unit("s") @About(Matching.TO) double to,
        @About(Matching.SCALING) Scaling scaling,
        @About(Matching.MEAN) boolean meanSubtract)
        implements Analysis {
    /** As in Kornblith et al. (2019), of all times in common. */
    public static final Cka DEFAULT =
            new Cka(false, "unit.rate", "unit.rate", -Matching.ALWAYS, Matching.ALWAYS, Scaling.NONE, false);

    public Cka {
        Matching.check(signal, otherSignal, from, to);
    }

    @Override
    public Finding of(Subject subject) {
        var matching = new Matching(signal, otherSignal, from, to, scaling, meanSubtract);
        Pair pair = matching.pair(subject);
        double all = KernelAlignment.of(pair.rows(), pair.otherRows(), debiased);
        return new Finding(
                "cka",
                List.of(Measure.of("cka", "1", all)),
                List.of(),
                List.of(plot(pair, all)),
                List.of(
                        pair.text(),
                        matching.text(),
                        "Linear kernel of all units, less the mean over conditions and times; "
                                + (debiased
                                        ? "debiased: samples are not paired with themselves."
                                        : "not debiased: many units or few samples raise it.")));
    }

    private Plot plot(Pair pair, double all) {
        int[] varying = IntStream.range(0, pair.data().conditions().size())
                .filter(c -> Double.isFinite(single(pair, c)))
                .toArray();
        double[] places = IntStream.of(varying).mapToDouble(c -> c + 1).toArray();
        double[] values =
                IntStream.of(varying).mapToDouble(c -> single(pair, c)).toArray();
        return new Plot(
                "cka-conditions",
                "Alignment in each condition",
                "Centred kernel alignment over the times of each condition alone, where both vary, and of all.",
                Plot.Form.DOTS,
                new Axis("Condition", ""),
                new Axis("Centred kernel alignment", ""),
                Stream.of(
                                Curve.of("one condition", places, values),
                                Curve.of("all conditions", Kind.FIT, new double[] {0}, new double[] {all}))
                        .filter(curve -> curve.x().length > 0)
                        .toList());
    }

    /** Returns the alignment over the times of one condition, NaN where one side does not vary enough. */
    private double single(Pair pair, int condition) {
        try {
            return KernelAlignment.of(
                    pair.data().condition(condition), pair.other().condition(condition), debiased);
        } catch (BadSetting still) {
            return Double.NaN;
        }
    }
}
