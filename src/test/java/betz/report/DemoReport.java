// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.report.ReportContent.Entry;
import betz.report.ReportContent.KeyNumber;
import betz.report.ReportContent.Link;
import betz.report.ReportContent.NetworkNumbers;
import betz.report.ReportContent.Setting;
import java.util.List;

/** A report such as a run makes. */
final class DemoReport {
    private DemoReport() {}

    static ReportContent content() {
        return new ReportContent(
                "centre-out",
                "The network's hand ends 4.6 mm from the target (tuned cortex: 3.1 mm), and its speed explains 97 % of "
                        + "the variance of the cortex's.",
                "Cortex",
                List.of(
                        new KeyNumber(
                                "End-point error",
                                "4.6",
                                "3.1",
                                "4.1 to 5.0",
                                "mm",
                                "mean over 64 held-out trials, 95 % bootstrap interval"),
                        new KeyNumber(
                                "Variance of hand speed explained",
                                "0.97",
                                "1",
                                "0.96 to 0.98",
                                "",
                                "1 − residual/total, time from the go cue to 1000 ms"),
                        new KeyNumber(
                                "Peak speed",
                                "22.6",
                                "23.4",
                                "22.1 to 23.0",
                                "cm/s",
                                "largest tangential speed, mean over trials")),
                List.of(
                        new NetworkNumbers("Leaky", "64", "5,000", "0.31", "4.6", "2.1", "0.970"),
                        new NetworkNumbers("Feed-forward", "64", "900", "9.4", "97.0", "90.0", "−0.002")),
                DemoFigures.all(),
                List.of(
                        new Setting("dt", "10 ms", false, "Time step."),
                        new Setting("network.units", "128", true, "Hidden units."),
                        new Setting("network.tau", "50 ms", false, "Time constant of each unit."),
                        new Setting("training.rule.optimiser.rate", "0.001", false, "Kingma & Ba (2015)."),
                        new Setting("task.targets", "8", true, "Number of targets on the circle.")),
                List.of(
                        new Entry("Scenario", "scenarios/quickstart.yaml"),
                        new Entry("Seed", "1"),
                        new Entry(
                                "SHA-256 of the resolved scenario",
                                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                        new Entry("Betz", "0.1.0")),
                "java -jar target/betz.jar run scenarios/quickstart.yaml network.units=128 --seed 1",
                List.of("2 of 128 units were silent in every trial; they are left out of the tuning."),
                "Betz 0.1.0: a simulated motor cortex that reaches, and recurrent networks that learn to reach like it.",
                List.of(
                        new Link("Metrics of each iteration", "metrics.csv"),
                        new Link("Weights", "weights.safetensors")));
    }
}
