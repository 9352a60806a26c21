// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Tuning;
import betz.data.Recording;
import betz.io.Npz;
import betz.io.Safetensors;
import betz.io.SignalCsv;
import betz.io.Tensor;
import betz.loop.Observation;
import betz.network.WeightLayout;
import betz.report.Charts;
import betz.report.Figure;
import betz.report.HtmlReport;
import betz.scenario.Analysis;
import betz.scenario.Export;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes everything that a run leaves behind. */
final class RunWriter {
    /** The copy of the scenario file, byte by byte. */
    static final String SCENARIO = "scenario.yaml";

    private final Request request;
    private final Scenario scenario;
    private final String id;
    private final Judgement judgement;
    private final Path folder;
    private final Tunings tunings;

    RunWriter(Request request, String id, Judgement judgement, Path folder) {
        this.request = request;
        this.scenario = request.scenario();
        this.id = id;
        this.judgement = judgement;
        this.folder = folder;
        this.tunings = Tunings.of(scenario, judgement);
    }

    void write() throws IOException {
        Files.copy(request.file(), folder.resolve(SCENARIO), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("resolved.json"), request.bound().canonicalJson());
        Files.writeString(folder.resolve("metrics.csv"), updates());
        weights().write(folder.resolve("weights.safetensors"));
        writeData();
        writeFindings();
        writeReport(true);
        new Manifest(request, id).write(folder);
    }

    /** Writes charts and report alone, in the run's folder or elsewhere. */
    void writeReport(boolean besideData) throws IOException {
        List<Figure> figures = new ArrayList<>();
        String reference = ReferenceName.of(scenario.reference());
        figures.addAll(new ReachFigures(reference, judgement.lessons().heldOut(), judgement.predicted()).all());
        if (scenario.analyses().contains(Analysis.KINEMATICS)) {
            figures.addAll(new ComparisonFigures(reference, judgement.comparison()).all());
        }
        figures.addAll(TrainingFigures.of(judgement.state()));
        figures.addAll(new UnitFigures(judgement).all());
        figures.addAll(new TuningFigures(judgement, tunings).all());
        Charts.writeAll(figures, folder.resolve("figures"));
        HtmlReport.write(
                new RunReport(request, id, judgement, tunings, figures, besideData).content(),
                folder.resolve("report.html"));
    }

    private String updates() {
        var csv = new StringBuilder("iteration,loss,position,velocity,activity,weights,muscle,gradient_norm,clipped\n");
        int iteration = 0;
        for (Checkpoint.Update update : judgement.state().history()) {
            var loss = update.loss();
            csv.append(++iteration).append(',').append(loss.total()).append(',').append(loss.position());
            csv.append(',')
                    .append(loss.velocity())
                    .append(',')
                    .append(loss.activity())
                    .append(',');
            csv.append(loss.weights()).append(',').append(loss.muscle()).append(',');
            csv.append(update.gradientNorm())
                    .append(',')
                    .append(update.clipped() ? 1 : 0)
                    .append('\n');
        }
        return csv.toString();
    }

    /** Single precision, as the kernels compute. */
    private Safetensors weights() {
        int outputs = scenario.effector().muscles();
        WeightLayout layout = scenario.network().layout(Observation.rows(outputs), outputs);
        double[] weights = judgement.state().weights();
        List<Tensor> tensors = new ArrayList<>();
        for (WeightLayout.Block block : layout.blocks()) {
            double[] values = Arrays.copyOfRange(weights, block.offset(), block.offset() + block.size());
            List<Integer> shape = block.columns() == 1 ? List.of(block.rows()) : List.of(block.rows(), block.columns());
            tensors.add(new Tensor(block.name(), Tensor.Precision.F32, shape, values));
        }
        return new Safetensors(tensors, Map.of("scenario", scenario.name(), "run", id));
    }

    private void writeData() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        write(data.resolve("target"), judgement.lessons().heldOut());
        write(data.resolve("predicted"), judgement.predicted());
    }

    private void write(Path name, Recording recording) throws IOException {
        if (scenario.export().contains(Export.NPZ)) {
            Npz.write(Path.of(name + ".npz"), recording);
        }
        if (scenario.export().contains(Export.CSV)) {
            SignalCsv.write(Path.of(name + "-hand-position.csv"), recording, "hand.position");
        }
    }

    private void writeFindings() throws IOException {
        Path analysis = Files.createDirectories(folder.resolve("analysis"));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("id", id);
        summary.put("verdict", Metrics.verdict(scenario, judgement));
        summary.put("metrics", Metrics.of(scenario, judgement));
        summary.put("overrides", request.overrides());
        summary.put("reference", judgement.lessons().numbers());
        write(folder.resolve(StoredRun.SUMMARY), summary);
        if (scenario.analyses().contains(Analysis.KINEMATICS)) {
            write(analysis.resolve("comparison.json"), judgement.comparison());
        }
        writeTuning(analysis.resolve("tuning-cortex.json"), tunings.cortex());
        writeTuning(analysis.resolve("tuning-network.json"), tunings.network());
    }

    private static void writeTuning(Path file, Optional<Tuning> tuning) throws IOException {
        if (tuning.isPresent()) {
            write(file, Tunings.told(tuning.get()));
        }
    }

    private static void write(Path file, Object value) throws IOException {
        Files.writeString(file, Json.page(value));
    }
}
