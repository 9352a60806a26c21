// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Tells the linear dynamics of a population. */
final class LdsFinding {
    private final Lds settings;
    private final Activity activity;
    private final Activity prepared;
    private final PrincipalComponents components;

    LdsFinding(Lds settings, Activity activity) {
        this.settings = settings;
        this.activity = activity;
        prepared = settings.preparation().of(activity).need(3, 2);
        int charted = settings.dimensions().stream().mapToInt(i -> i).max().orElse(1);
        // the setting that asks for more is the one to be named
        boolean told = settings.dimension() >= charted;
        components = Preparation.components(
                prepared, told ? "dimension" : "dimensions", told ? settings.dimension() : charted);
    }

    Finding finding() {
        var told = LinearDynamics.of(prepared, components, settings.dimension());
        double[] counts = settings.dimensions().stream().mapToDouble(i -> i).toArray();
        double[] fitted = each(LinearDynamics::r2);
        double[] heldOut = each(LinearDynamics::r2HeldOut);
        return new Finding(
                "lds",
                List.of(
                        Measure.of("r2_linear", "1", told.r2()),
                        Measure.of("r2_linear_held_out", "1", told.r2HeldOut())),
                List.of(
                        Values.list("dimensions", "1", counts),
                        Values.list("r2_linear_by_dimensions", "1", fitted),
                        Values.list("r2_linear_held_out_by_dimensions", "1", heldOut),
                        Values.table("m", "1", told.map()),
                        Values.table("eigenvalues", "1", told.eigenvalues())),
                List.of(plot(counts, fitted, heldOut)),
                conventions());
    }

    private double[] each(ToDoubleFunction<LinearDynamics> figure) {
        return settings.dimensions().stream()
                .mapToDouble(count -> figure.applyAsDouble(LinearDynamics.of(prepared, components, count)))
                .toArray();
    }

    private static Plot plot(double[] counts, double[] fitted, double[] heldOut) {
        return new Plot(
                "lds-r2",
                "Linear dynamics",
                "Share of the changes of the population's state that a linear map of the state explains, and of those"
                        + " of conditions that the map has not seen.",
                Form.LINES,
                new Axis("Principal components", ""),
                new Axis("R2", ""),
                List.of(
                        Curve.of("all conditions", counts, fitted),
                        Curve.of("each held out", Kind.OTHER, counts, heldOut)));
    }

    private List<String> conventions() {
        List<String> told = new ArrayList<>(settings.preparation().sentences(settings.signal(), activity));
        told.add("The published window, -40 to 340 ms, is of data aligned to the onset of movement.");
        told.add("States: scores of the window's samples, less their mean, on their first principal components; figures"
                + " are for " + settings.dimension() + " of them.");
        told.add("Changes are forward differences within each condition, not divided by dt; M by least squares without"
                + " an intercept.");
        told.add("R2 = 1 - sum of squared errors / sum of squared changes; no mean is taken from the changes.");
        told.add("Held out: M from all conditions but one, errors and squares summed over the conditions; mean and"
                + " components are those of all conditions, as in the authors' code.");
        told.add("Eigenvalues (real, imaginary) are those of 1 + M, per step.");
        return told;
    }
}
