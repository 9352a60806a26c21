// SPDX-License-Identifier: Apache-2.0
package betz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Random;

@AnalyzeClasses(packages = "betz", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[][] LAYERS = {
        {"common"},
        {"math", "data"},
        {"task", "effector", "network", "cortex", "analysis"},
        {"loop"},
        {"train"},
        {"io", "report"},
        {"scenario"},
        {"experiment"},
        {"sweep", "bench"},
        {"cli"},
    };

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("betz.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule models_are_siblings = slices().matching("betz.(task|effector|network|cortex|analysis)..")
            .should()
            .notDependOnEachOther()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dependencies_point_down = layers();

    @ArchTest
    static final ArchRule json_stays_at_the_edge = noClasses()
            .that()
            .resideOutsideOfPackages("betz.scenario..", "betz.experiment..", "betz.sweep..", "betz.io..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule charts_are_drawn_in_report_only = noClasses()
            .that()
            .resideOutsideOfPackage("betz.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jfree..", "java.awt..");

    @ArchTest
    static final ArchRule models_touch_no_files = noClasses()
            .that()
            .resideInAnyPackage(
                    "betz.math..",
                    "betz.data..",
                    "betz.task..",
                    "betz.effector..",
                    "betz.network..",
                    "betz.cortex..",
                    "betz.analysis..",
                    "betz.loop..",
                    "betz.train..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..");

    @ArchTest
    static final ArchRule randomness_is_always_seeded = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, java.util.concurrent.ThreadLocalRandom.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage("betz.cli..")
            .should(com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    private static ArchRule layers() {
        var rule = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (int i = 0; i < LAYERS.length; i++) {
            var packages = java.util.Arrays.stream(LAYERS[i])
                    .map(p -> "betz." + p + "..")
                    .toArray(String[]::new);
            rule = rule.layer("L" + i).definedBy(packages);
        }
        for (int i = 0; i < LAYERS.length; i++) {
            var above = java.util.stream.IntStream.range(i + 1, LAYERS.length)
                    .mapToObj(j -> "L" + j)
                    .toArray(String[]::new);
            rule = above.length == 0
                    ? rule.whereLayer("L" + i).mayNotBeAccessedByAnyLayer()
                    : rule.whereLayer("L" + i).mayOnlyBeAccessedByLayers(above);
        }
        return rule;
    }
}
