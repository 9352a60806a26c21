// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Subject;
import betz.analysis.Tuning;
import betz.analysis.movement.Kinematics;
import betz.analysis.movement.Variability;
import betz.analysis.score.Scorecard;
import betz.common.BadSetting;
import betz.report.Figure;
import betz.report.PlotFigure;
import betz.report.ReportTable;
import betz.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The analyses that a scenario asks for beside those that the report has a place for, of the reference and of the network.
 *
 * @param answers what was found, or why nothing, in the order of the scenario
 * @param scores the scorecard of both, if asked for
 */
record FurtherAnalyses(List<Answer> answers, Optional<ScoreSheet> scores) {
    /** What the rest of the report tells. */
    private static final Set<Class<? extends Analysis>> TOLD =
            Set.of(Kinematics.class, Tuning.class, Variability.class);

    private static final String NETWORK = "network";

    /** Has a table of its own. */
    static final String SCORECARD = betz.scenario.Words.kind(Scorecard.DEFAULT);

    /** Digits behind the point in tables; the files have all. */
    private static final int DIGITS = 3;

    FurtherAnalyses {
        answers = List.copyOf(answers);
    }

    /**
     * What one analysis found.
     *
     * @param word for the analysis
     * @param reference what it found of the reference, if anything
     * @param network what it found of the network, if anything
     * @param whys sentences that tell why something was left out
     */
    record Answer(String word, Optional<Finding> reference, Optional<Finding> network, List<String> whys) {}

    /** Puts all questions to both. */
    static FurtherAnalyses of(Scenario scenario, Judgement judgement) {
        Optional<ScoreSheet> scores = scenario.asks(Scorecard.class)
                ? Optional.of(ScoreSheet.of(scenario, judgement.target(), judgement.predicted()))
                : Optional.empty();
        List<Answer> answers = new ArrayList<>();
        for (Analysis analysis : scenario.analyses()) {
            if (analysis instanceof Scorecard) {
                scores.map(ScoreSheet::answer).ifPresent(answers::add);
            } else if (!TOLD.contains(analysis.getClass())) {
                answers.add(answer(analysis, scenario, judgement));
            }
        }
        return new FurtherAnalyses(answers, scores);
    }

    private static Answer answer(Analysis analysis, Scenario scenario, Judgement judgement) {
        List<String> whys = new ArrayList<>();
        String reference = ReferenceName.of(scenario.reference());
        Subject cortex = Subject.of(judgement.target(), scenario.seed());
        Subject network = Subject.of(judgement.predicted(), judgement.target(), scenario.seed());
        return new Answer(
                betz.scenario.Words.kind(analysis),
                ask(analysis, cortex, reference, whys),
                ask(analysis, network, "Network", whys),
                whys);
    }

    private static Optional<Finding> ask(Analysis analysis, Subject subject, String who, List<String> whys) {
        try {
            return Optional.of(analysis.of(subject));
        } catch (BadSetting need) {
            whys.add(who + ": " + betz.scenario.Words.kind(analysis) + " was left out, since " + need.getMessage()
                    + ".");
            return Optional.empty();
        }
    }

    /** Returns the charts of all findings; the file names begin with whose they are. */
    List<Figure> figures(String reference) {
        List<Figure> figures = new ArrayList<>();
        for (Answer answer : answers) {
            answer.network().ifPresent(found -> add(found, NETWORK, "Network", figures));
            answer.reference().ifPresent(found -> add(found, "reference", reference, figures));
        }
        return figures;
    }

    private static void add(Finding found, String prefix, String who, List<Figure> figures) {
        found.plots().forEach(plot -> figures.add(PlotFigure.of(plot.of(who), prefix)));
    }

    /** Returns a table of each analysis: its figures of both, and its conventions. */
    List<ReportTable> tables(String reference) {
        List<ReportTable> tables = new ArrayList<>();
        scores.ifPresent(sheet -> tables.add(sheet.table()));
        answers.stream()
                .filter(answer -> !answer.word().equals(SCORECARD))
                .filter(answer ->
                        answer.network().isPresent() || answer.reference().isPresent())
                .forEach(answer -> tables.add(table(answer, reference)));
        return tables;
    }

    private static ReportTable table(Answer answer, String reference) {
        Finding any = answer.network().or(answer::reference).orElseThrow();
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : any.measures()) {
            Optional<Measure> own = find(answer.network(), measure.name());
            rows.add(List.of(
                    measure.name(),
                    own.map(FurtherAnalyses::text).orElse(""),
                    own.map(FurtherAnalyses::interval).orElse(""),
                    find(answer.reference(), measure.name())
                            .map(FurtherAnalyses::text)
                            .orElse(""),
                    measure.unit().equals(FindingJson.PLAIN) ? "" : measure.unit()));
        }
        return new ReportTable(
                "analysis-" + answer.word(),
                answer.word(),
                String.join(" ", any.conventions()),
                List.of("Measure", "Network", "95 % interval (network)", reference, "Unit"),
                rows);
    }

    private static Optional<Measure> find(Optional<Finding> found, String name) {
        return found.flatMap(one -> one.measures().stream()
                .filter(measure -> measure.name().equals(name))
                .findFirst());
    }

    private static String text(Measure measure) {
        return KeyNumbers.text(measure.value().value(), DIGITS);
    }

    private static String interval(Measure measure) {
        return Double.isFinite(measure.value().low())
                ? KeyNumbers.text(measure.value().low(), DIGITS) + " to "
                        + KeyNumbers.text(measure.value().high(), DIGITS)
                : "";
    }

    /** Returns sentences that tell what was left out and why. */
    List<String> warnings() {
        return answers.stream().flatMap(answer -> answer.whys().stream()).toList();
    }

    /** Writes every finding as JSON. */
    void write(Path folder) throws IOException {
        for (Answer answer : answers) {
            if (answer.network().isPresent()) {
                write(
                        folder.resolve(answer.word() + "-network.json"),
                        answer.network().get());
            }
            if (answer.reference().isPresent()) {
                write(
                        folder.resolve(answer.word() + "-reference.json"),
                        answer.reference().get());
            }
        }
    }

    private static void write(Path file, Finding finding) throws IOException {
        Files.writeString(file, Json.page(FindingJson.of(finding)));
    }
}
