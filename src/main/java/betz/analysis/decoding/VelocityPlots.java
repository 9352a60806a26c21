// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.analysis.Finding.Measure;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.decoding.DecodeVelocity.Method;
import betz.data.Condition;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Charts of decoded velocity: paths that it leads along, its course in one trial, and how well each decoder does. */
final class VelocityPlots {
    private static final double CM = 100;
    private final Recording recording;
    private final VelocityTrials trials;
    private final double width;

    /** Takes the width of a bin, s. */
    VelocityPlots(Recording recording, VelocityTrials trials, double width) {
        this.recording = recording;
        this.trials = trials;
        this.width = width;
    }

    List<Plot> of(List<Measure> measures, Map<Method, double[][][]> decoded) {
        return List.of(paths(decoded), course(decoded), shares(measures));
    }

    private Plot paths(Map<Method, double[][][]> decoded) {
        var first = decoded.entrySet().iterator().next();
        List<Curve> curves = new ArrayList<>();
        for (Condition condition : recording.trials().conditions()) {
            int[] own = IntStream.range(0, trials.size())
                    .filter(i -> recording.trials().get(i).condition().equals(condition))
                    .toArray();
            curves.add(path("hand", Kind.DATA, own, trials::velocity));
            curves.add(path(first.getKey().word(), Kind.FIT, own, i -> first.getValue()[i]));
        }
        return new Plot(
                "decode-velocity-paths",
                "Paths of decoded velocity",
                "Velocity summed up from its first bin, averaged over the trials of each condition: the hand's, and as"
                        + " decoded.",
                Form.PATHS,
                new Axis("x", "cm"),
                new Axis("y", "cm"),
                curves);
    }

    /** Sums up the mean velocity of some trials, as far as all go. */
    private Curve path(String name, Kind kind, int[] own, IntFunction<double[][]> velocity) {
        int bins = IntStream.of(own).map(i -> trials.velocity(i).length).min().orElseThrow();
        double[][] place = new double[2][bins + 1];
        for (int axis = 0; axis < 2; axis++) {
            for (int bin = 0; bin < bins; bin++) {
                double mean = 0;
                for (int trial : own) {
                    mean += velocity.apply(trial)[bin][axis] / own.length;
                }
                place[axis][bin + 1] = place[axis][bin] + CM * mean * width;
            }
        }
        return Curve.of(name, kind, place[0], place[1]);
    }

    private Plot course(Map<Method, double[][][]> decoded) {
        double[] direction = new double[2];
        double angle = recording.trials().get(0).direction();
        direction[0] = StrictMath.cos(angle);
        direction[1] = StrictMath.sin(angle);
        List<Curve> curves = new ArrayList<>();
        curves.add(along("hand", Kind.DATA, direction, trials.velocity(0)));
        decoded.forEach((method, all) -> curves.add(along(method.word(), Kind.OTHER, direction, all[0])));
        return new Plot(
                "decode-velocity-course",
                "Velocity in the first trial",
                "Velocity towards the target, from 100 ms before the movement's onset on.",
                Form.LINES,
                new Axis("Time", "ms"),
                new Axis("Velocity", "cm/s"),
                curves);
    }

    private Curve along(String name, Kind kind, double[] direction, double[][] velocity) {
        double[] time = new double[velocity.length];
        double[] speed = new double[velocity.length];
        for (int bin = 0; bin < speed.length; bin++) {
            time[bin] = 1000 * ((bin + 0.5) * width);
            speed[bin] = CM * (direction[0] * velocity[bin][0] + direction[1] * velocity[bin][1]);
        }
        return Curve.of(name, kind, time, speed);
    }

    private static Plot shares(List<Measure> measures) {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            var measure = measures.get(i);
            double[] place = {i + 1};
            String name = measure.name().replace("_r2", "");
            curves.add(Curve.of(name, name.equals("shuffled") ? Kind.OTHER : Kind.DATA, place, new double[] {
                        measure.value().value()
                    })
                    .between(
                            new double[] {measure.value().low()},
                            new double[] {measure.value().high()}));
        }
        return new Plot(
                "decode-velocity-r2",
                "Explained velocity",
                "Share of the velocity's variance that each decoder explains, with its interval.",
                Form.DOTS,
                new Axis("Decoder", ""),
                new Axis("R2", ""),
                curves);
    }
}
