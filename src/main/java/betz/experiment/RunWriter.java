// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.UnitTunings;
import betz.analysis.movement.Kinematics;
import betz.report.Charts;
import betz.report.Figure;
import betz.report.HtmlReport;
import betz.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes everything that a run leaves behind. */
final class RunWriter {
    /** The copy of the scenario file, byte by byte. */
    static final String SCENARIO = "scenario.yaml";

    /** Every setting, in canonical JSON. */
    static final String RESOLVED = "resolved.json";

    /** The force errors of hands that hold a handle. */
    static final String FORCE = "analysis/force.json";

    private final Request request;
    private final Scenario scenario;
    private final String id;
    private final Judgement judgement;
    private final Path folder;
    private final Tunings tunings;
    private final Variabilities variabilities;
    private final FurtherAnalyses further;

    RunWriter(Request request, String id, Judgement judgement, Path folder) {
        this.request = request;
        this.scenario = request.scenario();
        this.id = id;
        this.judgement = judgement;
        this.folder = folder;
        this.tunings = Tunings.of(scenario, judgement);
        this.variabilities = Variabilities.of(scenario, judgement);
        this.further = FurtherAnalyses.of(scenario, judgement);
    }

    void write() throws IOException {
        writeFiles();
        new Manifest(request, id).write(folder);
    }

    /** Writes all but the manifest, without which it is no run. */
    void writeFiles() throws IOException {
        Files.copy(request.file(), folder.resolve(SCENARIO), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve(RESOLVED), request.bound().canonicalJson());
        var files = new TrainedFiles(scenario, id, folder);
        files.write("target", judgement.lessons().heldOut());
        files.write(judgement.network(), "");
        for (Trained baseline : judgement.baselines()) {
            files.write(baseline, "-" + baseline.name());
        }
        for (Perturbed perturbed : judgement.perturbed()) {
            files.write("predicted-" + perturbed.name(), perturbed.network().recording());
            if (perturbed.reference().isPresent()) {
                files.write(
                        "target-" + perturbed.name(),
                        perturbed.reference().get().recording());
            }
        }
        writeFindings();
        writeReport(true);
    }

    /** Writes charts and report alone, in the run's folder or elsewhere. */
    void writeReport(boolean besideData) throws IOException {
        List<Figure> figures = new ArrayList<>();
        String reference = ReferenceName.of(scenario.reference());
        figures.addAll(
                judgement.stays()
                        ? new PostureFigures(judgement.predicted()).all()
                        : new ReachFigures(reference, judgement.target(), judgement.predicted()).all());
        if (scenario.asks(Kinematics.class) && !judgement.follows() && !judgement.holds()) {
            figures.addAll(
                    new ComparisonFigures(reference, judgement.stays() ? "load" : "target", judgement.comparison())
                            .all());
        }
        if (judgement.holds()) {
            figures.addAll(new ForceFigures(reference, judgement).all());
        }
        figures.addAll(VariabilityFigures.of(reference, variabilities));
        figures.addAll(PerturbationFigures.of(reference, judgement));
        figures.addAll(new BaselineFigures(reference, judgement).all());
        figures.addAll(TrainingFigures.of(judgement.network()));
        figures.addAll(AdaptationFigures.of(judgement.network()));
        figures.addAll(new UnitFigures(judgement).all());
        AreaFigures.of(
                        judgement.predicted(),
                        judgement.network().learner().network().cell().areas())
                .ifPresent(figures::add);
        figures.addAll(new TuningFigures(judgement, tunings).all());
        figures.addAll(further.figures(reference));
        Charts.writeAll(figures, folder.resolve("figures"));
        HtmlReport.write(
                new RunReport(request, id, judgement, tunings, variabilities, further, figures, besideData).content(),
                folder.resolve("report.html"));
    }

    private void writeFindings() throws IOException {
        Path analysis = Files.createDirectories(folder.resolve("analysis"));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("id", id);
        summary.put("verdict", Metrics.verdict(scenario, judgement));
        summary.put("metrics", Metrics.of(scenario, judgement));
        summary.put("overrides", request.overrides());
        List<String> endings = judgement.endings();
        if (!endings.isEmpty()) {
            summary.put("training", endings);
        }
        if (!scenario.curriculum().isEmpty()) {
            summary.put("curriculum", judgement.network().phases().lines());
        }
        summary.put("reference", judgement.lessons().numbers());
        write(folder.resolve(StoredRun.SUMMARY), summary);
        if (variabilities.found().isPresent()) {
            write(analysis.resolve("variability.json"), variabilities.found().get());
        }
        if (!judgement.perturbed().isEmpty()) {
            write(analysis.resolve("perturbations.json"), PerturbationTable.told(judgement.perturbed()));
        }
        var tracing = judgement.tracing(scenario, judgement.network());
        if (tracing.isPresent()) {
            write(analysis.resolve("tracing.json"), tracing.get());
        }
        var response = judgement.loadResponse(judgement.network(), scenario.seed());
        if (response.isPresent()) {
            write(analysis.resolve("load-response.json"), response.get());
        }
        var force = judgement.force(judgement.network(), scenario.seed());
        if (force.isPresent()) {
            write(folder.resolve(FORCE), force.get());
        }
        further.write(analysis);
        writeTuning(analysis.resolve("tuning-cortex.json"), tunings.cortex());
        writeTuning(analysis.resolve("tuning-network.json"), tunings.network());
    }

    private static void writeTuning(Path file, Optional<UnitTunings> tuning) throws IOException {
        if (tuning.isPresent()) {
            write(file, Tunings.told(tuning.get()));
        }
    }

    private static void write(Path file, Object value) throws IOException {
        Files.writeString(file, Json.page(value));
    }
}
