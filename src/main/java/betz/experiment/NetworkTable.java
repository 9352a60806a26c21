// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.report.ReportContent.NetworkNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of a report that sets a network beside its baselines. */
final class NetworkTable {
    private static final double MILLIMETRES = 1000;
    private static final double DEGREES = 180 / Math.PI;

    private NetworkTable() {}

    /** Returns a row per network, or nothing where there are no baselines. */
    static List<NetworkNumbers> of(Judgement judgement) {
        if (judgement.baselines().isEmpty()) {
            return List.of();
        }
        List<NetworkNumbers> rows = new ArrayList<>(List.of(row(judgement.network())));
        judgement.baselines().forEach(baseline -> rows.add(row(baseline)));
        return rows;
    }

    private static NetworkNumbers row(Trained trained) {
        var network = trained.learner().network();
        Finding finding = trained.comparison().finding();
        var history = trained.state().history();
        double loss = history.isEmpty()
                ? Double.NaN
                : history.get(history.size() - 1).loss().total();
        return new NetworkNumbers(
                Words.capital(trained.name()),
                Integer.toString(network.units()),
                String.format(Locale.ROOT, "%,d", network.weights()),
                number("%.3g", loss),
                number(
                        "%.1f",
                        MILLIMETRES * finding.value("predicted_end_error").value()),
                number(
                        "%.1f",
                        DEGREES * finding.value("predicted_direction_error").value()),
                number("%.3f", finding.value("velocity_r2").value()));
    }

    private static String number(String format, double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, format, value).replace('-', '−')
                : "–";
    }
}
