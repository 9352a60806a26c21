// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import betz.analysis.movement.Kinematics;
import betz.effector.Actuator;
import betz.report.Figure;
import betz.report.ReportContent;
import betz.report.ReportContent.Entry;
import betz.report.ReportContent.Link;
import betz.scenario.Bound;
import betz.scenario.Export;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what a run came to, for the report. */
final class RunReport {
    /** How Betz is cited. */
    static final String CITATION =
            "The Betz authors. Betz: a simulated motor cortex and recurrent networks that learn to reach. Version "
                    + Versions.betz() + ".";

    private final Request request;
    private final String id;
    private final Judgement judgement;
    private final Tunings tunings;
    private final Variabilities variabilities;
    private final FurtherAnalyses further;
    private final List<Figure> figures;
    private final boolean besideData;

    /** Prepares; {@code besideData} tells whether the report lies in the run's folder, where its links lead somewhere. */
    RunReport(
            Request request,
            String id,
            Judgement judgement,
            Tunings tunings,
            Variabilities variabilities,
            FurtherAnalyses further,
            List<Figure> figures,
            boolean besideData) {
        this.request = request;
        this.id = id;
        this.judgement = judgement;
        this.tunings = tunings;
        this.variabilities = variabilities;
        this.further = further;
        this.figures = figures;
        this.besideData = besideData;
    }

    ReportContent content() throws IOException {
        return new ReportContent(
                request.scenario().name(),
                verdict(),
                ReferenceName.of(request.scenario().reference()),
                KeyNumbers.of(request.scenario(), judgement, tunings, variabilities),
                NetworkTable.of(judgement),
                further.tables(ReferenceName.of(request.scenario().reference())),
                figures,
                settings(request.bound()),
                provenance(),
                command(request.overrides()),
                warnings(),
                CITATION,
                links());
    }

    /** Returns the verdict as a page sets it: the title names the scenario already, and units stay with their numbers. */
    private String verdict() {
        String name = request.scenario().name() + ": ";
        return Words.capital(Metrics.verdict(request.scenario(), judgement).substring(name.length()))
                .replace("R2 = ", "R²\u00a0=\u00a0")
                .replace(" mm", "\u00a0mm")
                .replace(" N ", "\u00a0N ")
                .replace(" % ", "\u00a0% ");
    }

    private List<Link> links() {
        List<Link> links = besideData ? dataLinks() : new ArrayList<>();
        for (Figure figure : figures) {
            links.add(numbersOf(figure));
        }
        return links;
    }

    /** Returns where the numbers of a figure are. */
    static Link numbersOf(Figure figure) {
        var words = figure.caption();
        return new Link("Numbers of the figure: " + words.title(), "figures/" + words.id() + ".csv");
    }

    private List<Link> dataLinks() {
        Scenario scenario = request.scenario();
        List<Link> links = new ArrayList<>();
        if (scenario.export().contains(Export.NPZ)) {
            links.add(new Link("Held-out trials of the reference", "data/target.npz"));
            links.add(new Link("Held-out trials of the network", "data/predicted.npz"));
        }
        if (scenario.asks(Kinematics.class)) {
            links.add(new Link("Every number of the comparison", "analysis/comparison.json"));
        }
        if (judgement.holds()) {
            links.add(new Link("Force errors", RunWriter.FORCE));
        }
        if (judgement.follows()) {
            links.add(new Link("Path error and power law", "analysis/tracing.json"));
        }
        if (judgement.stays()) {
            links.add(new Link("Every trial under its load", "analysis/load-response.json"));
        }
        variabilities
                .found()
                .ifPresent(found -> links.add(new Link("Spread of every condition", "analysis/variability.json")));
        if (!judgement.perturbed().isEmpty()) {
            links.add(new Link("Every perturbed trial", "analysis/perturbations.json"));
        }
        tunings.cortex()
                .ifPresent(found -> links.add(new Link("Tuning of every cortex unit", "analysis/tuning-cortex.json")));
        tunings.network()
                .ifPresent(
                        found -> links.add(new Link("Tuning of every network unit", "analysis/tuning-network.json")));
        links.add(new Link("Loss and gradient norm per iteration", "metrics.csv"));
        links.add(new Link("Weights", "weights.safetensors"));
        for (Trained baseline : judgement.baselines()) {
            links.add(new Link(
                    "Weights of the " + baseline.name() + " network", "weights-" + baseline.name() + ".safetensors"));
        }
        return links;
    }

    /** Returns every setting of what was run. */
    static List<ReportContent.Setting> settings(Bound<?> bound) {
        return bound.settings().stream()
                .map(s -> new ReportContent.Setting(s.path(), s.value(), s.changed(), s.about()))
                .toList();
    }

    private List<Entry> inputs() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Inputs inputs = Inputs.of(request);
        if (!inputs.trials().isEmpty()) {
            boolean recorded = request.scenario().reference() instanceof Recorded;
            entries.add(new Entry("SHA-256 of the " + (recorded ? "recording" : "table of trials"), inputs.trials()));
        }
        inputs.weights()
                .forEach((network, digest) -> entries.add(new Entry("SHA-256 of " + network + ".weights", digest)));
        return entries;
    }

    private List<Entry> provenance() throws IOException {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("Run", id));
        entries.add(new Entry("Seed", Long.toString(request.scenario().seed())));
        entries.add(new Entry("Betz", version()));
        entries.addAll(inputs());
        entries.add(new Entry("Clipped updates", Long.toString(judgement.state().clipped())));
        judgement.network().phases().lines().forEach(phase -> entries.add(new Entry("Curriculum", phase)));
        judgement.endings().forEach(ending -> entries.add(new Entry("Training", ending)));
        Actuator actuator = request.scenario().effector().actuator();
        judgement
                .lessons()
                .numbers()
                .forEach((name, values) -> entries.add(new Entry(Words.numbers(name, actuator), listed(values))));
        judgement.comparison().finding().conventions().forEach(rule -> entries.add(new Entry("Convention", rule)));
        judgement
                .falseStarts(request.scenario().seed())
                .ifPresent(stayed -> stayed.conventions().forEach(rule -> entries.add(new Entry("Convention", rule))));
        judgement.force(judgement.network(), request.scenario().seed()).ifPresent(found -> addNew(found, entries));
        judgement.tracing(request.scenario(), judgement.network()).ifPresent(found -> addNew(found, entries));
        judgement
                .loadResponse(judgement.network(), request.scenario().seed())
                .ifPresent(response -> addNew(response.finding(), entries));
        tunings.cortex()
                .ifPresent(tuning -> tuning.finding()
                        .conventions()
                        .forEach(rule -> entries.add(new Entry("Convention", "Cortex. " + rule))));
        tunings.network().ifPresent(tuning -> {
            tuning.finding().conventions().forEach(rule -> entries.add(new Entry("Convention", "Network. " + rule)));
            entries.add(new Entry("Convention", Tunings.WITHOUT_NOISE));
        });
        variabilities.found().ifPresent(both -> addNew(both.network().finding(), entries));
        judgement.perturbed().stream()
                .limit(1)
                .forEach(perturbed -> addNew(perturbed.network().response().finding(), entries));
        variabilities.why().ifPresent(why -> entries.add(new Entry("Variability", why)));
        judgement.lessons().notes().forEach(note -> entries.add(new Entry("Recording", note)));
        return entries;
    }

    /** Adds the conventions that the comparison does not tell. */
    private void addNew(Finding found, List<Entry> entries) {
        found.conventions().stream()
                .filter(rule -> !judgement.comparison().finding().conventions().contains(rule))
                .forEach(rule -> entries.add(new Entry("Convention", rule)));
    }

    private static String listed(double[] values) {
        return String.join(
                ", ",
                java.util.Arrays.stream(values)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                        .toList());
    }

    /** Returns the versions that a run depends on. */
    static String version() {
        return Versions.betz() + ", numerics " + Versions.NUMERICS;
    }

    /** The copy of the scenario in the run's folder stands for the file, whose name is no part of what the run is. */
    static String command(List<String> overrides) {
        var words = new ArrayList<String>(List.of("java", "-jar", "betz.jar", "run", RunWriter.SCENARIO));
        words.addAll(overrides);
        return Words.shell(words);
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(judgement.lessons().warnings());
        warnings.addAll(betz.scenario.ScenarioFile.warnings(request.scenario()));
        warnings.addAll(further.warnings());
        return warnings;
    }
}
