// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.experiment.Propagation.Row;
import betz.network.Activation;
import betz.network.FeedForward;
import betz.network.NetworkKernel;
import betz.network.Readout;
import betz.report.Axis;
import betz.report.Caption;
import betz.report.Figure;
import betz.report.Lines;
import betz.report.Panels;
import betz.report.Role;
import betz.report.Series;
import betz.scenario.WorkedExample.Example;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Pictures of a worked example: units on their activation function, activity over steps, the error along a weight. */
final class ExampleFigures {
    private static final int POINTS = 121;
    /** Drives shown beside the least and the greatest: enough of the function to see its bend. */
    private static final double BESIDE = 2;
    /** How far a weight is turned to either side of its value. */
    private static final double TURN = 3;
    /** The tangent is shorter than the curve, so that it can be told from it. */
    private static final double TANGENT = 2;

    private final Example example;
    private final PaperNetwork network;
    private final Propagation result;
    private final String phi;

    ExampleFigures(Example example, Propagation result) {
        this.example = example;
        this.network = new PaperNetwork(example);
        this.result = result;
        this.phi = example.hidden().activation().name().toLowerCase(Locale.ROOT);
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(activation());
        if (example.isRecurrent()) {
            figures.add(activity());
        }
        if (example.gradients()) {
            figures.add(error());
        }
        return figures;
    }

    private Figure activation() {
        List<Figure> parts = new ArrayList<>();
        var drives = result.rows().stream()
                .flatMap(row -> row.drive().stream())
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
        double[] drive = grid(drives.getMin() - BESIDE, drives.getMax() + BESIDE);
        double[] value = values(example.hidden().activation(), drive);
        for (int unit = 0; unit < units(); unit++) {
            List<Series> series = new ArrayList<>();
            series.add(Series.of("h = " + phi + "(a)", Role.FIT, drive, value));
            for (int row = 0; row < result.rows().size(); row++) {
                series.add(drop(drive[0], value, unit, row));
            }
            series.add(Series.of(
                    "Drive and activity", Role.DATA, of(result, unit, Row::drive), of(result, unit, Row::activity)));
            String name = "Unit " + (unit + 1);
            parts.add(new Lines(
                    Caption.of("unit-" + (unit + 1), name, name),
                    Axis.of("Drive a", ""),
                    Axis.of("Activity h", ""),
                    series));
        }
        String text = "Each unit turns its drive a into its activity h = " + phi + "(a); dots are the "
                + (example.isRecurrent() ? "steps" : "samples") + " of the example.";
        return panels("activation", "From drive to activity", text, true, parts);
    }

    /** Returns the way of one row: from its drive up to the function, then across to its activity. */
    private Series drop(double left, double[] value, int unit, int row) {
        double a = result.rows().get(row).drive().get(unit);
        double h = result.rows().get(row).activity().get(unit);
        double floor = Math.min(0, value[0]); // all activation functions rise
        Role role = row == 0 ? Role.PREDICTED : row == 1 ? Role.PERTURBED : Role.EXTRA;
        String name = (example.isRecurrent() ? "Step " : "Sample ") + (row + 1);
        return Series.of(name, role, new double[] {a, a, left}, new double[] {floor, h, h});
    }

    private static double[] values(Activation activation, double[] drive) {
        NetworkKernel unit = new FeedForward(1, activation, Readout.LINEAR, 0).definition(1, 1, 1, drive.length, 1);
        unit.begin(new double[] {1, 0, 1, 0}); // one unit whose drive is its input and whose output is its activity
        double[] values = new double[drive.length];
        double[][] y = new double[1][1];
        for (int i = 0; i < values.length; i++) {
            unit.step(i, new double[][] {{drive[i]}}, y);
            values[i] = y[0][0];
        }
        return values;
    }

    private Figure activity() {
        Propagation without = network.run(network.weightsWithout("R"));
        double[] step = new double[result.rows().size() + 1];
        Arrays.setAll(step, i -> i);
        List<Figure> parts = new ArrayList<>();
        for (int unit = 0; unit < units(); unit++) {
            String name = "Unit " + (unit + 1);
            List<Series> series = List.of(
                    Series.of("With recurrent weights R", Role.PREDICTED, step, fromRest(result, unit)),
                    Series.of("With R = 0", Role.TARGET, step, fromRest(without, unit)));
            parts.add(new Lines(
                    Caption.of("activity-" + (unit + 1), name, name),
                    Axis.counted("Step"),
                    Axis.of("Activity h", ""),
                    series));
        }
        String text =
                "Activity of the units from their rest at step 0, with the recurrent weights and without. At step 1 both are the same,"
                        + " since there is nothing to remember yet; from step 2 on the recurrent units also answer what came before.";
        return panels("activity", "Activity over steps", text, true, parts);
    }

    private static double[] fromRest(Propagation of, int unit) {
        double[] activity = new double[of.rows().size() + 1];
        System.arraycopy(of(of, unit, Row::activity), 0, activity, 1, activity.length - 1);
        return activity;
    }

    /** Shows the error along the first weight of every matrix. */
    private Figure error() {
        List<Figure> parts = new ArrayList<>();
        network.blocks().forEach((symbol, block) -> {
            if (!symbol.equals("b") && !symbol.equals("c")) {
                parts.add(errorAlong(symbol, block.offset()));
            }
        });
        String text =
                "The error E as one weight is turned and all others stay: the first weight of each matrix. The dot is the weight as"
                        + " given; the slope of the straight line through it is the gradient that is printed, so a small step against it lowers E.";
        return panels("error", "The error along a weight", text, false, parts);
    }

    private Figure errorAlong(String symbol, int place) {
        double[] weights = network.weights();
        double given = weights[place];
        double slope = result.gradient().getOrDefault(symbol, List.of()).get(0).get(0);
        double[] weight = grid(given - TURN, given + TURN);
        double[] error = new double[weight.length];
        for (int i = 0; i < weight.length; i++) {
            weights[place] = weight[i];
            error[i] = network.run(weights).error();
        }
        double[] ends = {given - TANGENT, given + TANGENT};
        double[] tangent = {result.error() - TANGENT * slope, result.error() + TANGENT * slope};
        String name = symbol + "11, slope " + PropagationTable.number(slope).replace('-', '−');
        return new Lines(
                Caption.of("error-" + symbol.toLowerCase(Locale.ROOT), name, name),
                Axis.of("Weight " + symbol + "11", ""),
                Axis.of("Error E", ""),
                List.of(
                        Series.of("Error", Role.PREDICTED, weight, error),
                        Series.of("Tangent", Role.FIT, ends, tangent),
                        Series.of("Weight as given", Role.DATA, new double[] {given}, new double[] {result.error()})));
    }

    private static Figure panels(String id, String title, String text, boolean shared, List<Figure> parts) {
        return new Panels(Caption.of(id, title, text), Math.min(parts.size(), 3), shared, parts);
    }

    private int units() {
        return example.hidden().weights().size();
    }

    private static double[] of(Propagation from, int unit, Function<Row, List<Double>> part) {
        return from.rows().stream()
                .mapToDouble(row -> part.apply(row).get(unit))
                .toArray();
    }

    private static double[] grid(double from, double to) {
        double[] grid = new double[POINTS];
        Arrays.setAll(grid, i -> from + (to - from) * i / (POINTS - 1));
        return grid;
    }
}
