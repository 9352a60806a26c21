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
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Tells the rotations of a population. */
final class JpcaFinding {
    /** As many as the authors' histogram has. */
    private static final int SECTORS = 20;

    private final Jpca settings;
    private final Activity activity;
    private final Rotations rotations;
    private final Activity projections;
    private final Phases phases;

    JpcaFinding(Jpca settings, Activity activity, Rotations rotations) {
        this.settings = settings;
        this.activity = activity;
        this.rotations = rotations;
        projections = rotations.projections();
        phases = Phases.of(projections);
    }

    Finding finding() {
        return new Finding("jpca", measures(), values(), List.of(paths(), angles()), conventions());
    }

    private List<Measure> measures() {
        return List.of(
                Measure.of("r2_skew_plane1", "1", rotations.r2SkewFirst()),
                Measure.of("r2_best_plane1", "1", rotations.r2BestFirst()),
                Measure.of("r2_skew", "1", rotations.r2Skew()),
                Measure.of("r2_best", "1", rotations.r2Best()),
                Measure.of("skew_to_best_plane1", "1", rotations.r2SkewFirst() / rotations.r2BestFirst()),
                Measure.of("variance_plane1", "1", rotations.planeVariances()[0]),
                Measure.of("frequency_plane1", "Hz", rotations.frequencies()[0]),
                Measure.of("phase_angle", "rad", phases.mean()),
                Measure.of("phase_dot", "1", phases.dot()));
    }

    private List<Values> values() {
        return List.of(
                Values.list("plane_variances", "1", rotations.planeVariances()),
                Values.list("frequencies_hz", "Hz", rotations.frequencies()),
                Values.table("m_skew", "1", rotations.skew()),
                Values.table("m_best", "1", rotations.best()),
                Values.table("pcs", "1", rotations.pcs()),
                Values.table("jpcs", "1", rotations.jpcs()),
                Values.table("projections", "1", projections.rows()),
                Values.list("times_s", "s", projections.times()));
    }

    private Plot paths() {
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < projections.conditions().size(); c++) {
            double[][] course = projections.condition(c);
            curves.add(Curve.of(
                    projections.conditions().get(c).label(), Matrices.column(course, 0), Matrices.column(course, 1)));
        }
        return new Plot(
                "jpca-plane1",
                "First jPCA plane",
                "The state of the population in the plane in which it turns fastest, one curve for each condition;"
                        + " states turn counter-clockwise.",
                Form.PATHS,
                new Axis("jPC1", ""),
                new Axis("jPC2", ""),
                curves);
    }

    private Plot angles() {
        double width = 360.0 / SECTORS;
        double[] centres = IntStream.range(0, SECTORS)
                .mapToDouble(i -> (i + 0.5) * width - 180)
                .toArray();
        double[] counts = phases.counts(SECTORS);
        double most = Arrays.stream(counts).max().orElse(1);
        return new Plot(
                "jpca-angle",
                "Angle between state and change",
                "Angles from the state in the first plane to its change, at all times of all conditions; pure rotation"
                        + " has 90 deg.",
                Form.BARS,
                new Axis("Angle from state to change", "deg"),
                new Axis("Samples", ""),
                List.of(
                        Curve.of("samples", centres, counts),
                        Curve.of("pure rotation", Kind.OTHER, new double[] {90, 90}, new double[] {0, most})));
    }

    private List<String> conventions() {
        List<String> told = new ArrayList<>(settings.preparation().sentences(settings.signal(), activity));
        told.add("The published window, -50 to 150 ms, is of data aligned to the onset of movement.");
        told.add("Planes within " + settings.components()
                + " principal components of the window's samples, less their mean; plane variances are shares of"
                + " the variance of all units in the window.");
        told.add("Changes are forward differences within each condition, not divided by dt; M_skew by least squares in"
                + " closed form, M_best by least squares without a constraint; neither has an intercept.");
        told.add("R2 = 1 - sum of squared errors / sum of squared changes; no mean is taken from the changes.");
        told.add("Planes in the order of |eigenvalue| of M_skew, not of their variance; frequency = |eigenvalue|"
                + " / (2 pi dt).");
        told.add("In each plane jPC1 is where the states at the window's beginning spread most; both axes are turned"
                + " round if jPC2 reaches further down than up.");
        told.add("Phase angle: circular mean of the angle from the state in plane 1 to the step that led to it (at the"
                + " first time, the step after it), weighted by the distance from the origin; phase_dot: unweighted mean"
                + " of cos(angle - pi/2).");
        return told;
    }
}
