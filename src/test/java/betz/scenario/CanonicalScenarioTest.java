// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import betz.data.Reference;
import betz.effector.Effector;
import betz.effector.Muscle;
import betz.network.Cell;
import betz.task.Task;
import betz.train.LearningRule;
import betz.train.Optimiser;
import betz.train.Schedule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the one JSON that stands for a scenario: runs are named by it and read back from it. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CanonicalScenarioTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.of(Scenario.class));

    private static final Map<String, Class<?>> FAMILIES = new LinkedHashMap<>(Map.of(
            "task", Task.class,
            "effector", Effector.class,
            "effector.muscle", Muscle.class,
            "reference", Reference.class,
            "network", Cell.class,
            "training.rule", LearningRule.class,
            "training.rule.optimiser", Optimiser.class,
            "training.rule.schedule", Schedule.class));

    private static final List<String> CHANGES = List.of(
            "seed=12345678901234567",
            "dt=5 ms",
            "dt=0.1 ms",
            "task=centre-out",
            "task.targets=5",
            "task.distance=0.0612345678901234567 m",
            "task.hold=333 ms",
            "effector.muscle=relu",
            "effector.integrator=rk4",
            "effector.posture.elbow=80.1 deg",
            "effector.skeleton.damping=0.3 N*m*s/rad",
            "effector.skeleton.forearm.mass=1234.5 g",
            "reference.units=77",
            "reference.tuning.spread=1 rad",
            "reference.tuning.features=direction-speed",
            "calibration.penalty=1e-7",
            "network.cell=gru",
            "network.units=9",
            "network.readout=linear",
            "feedback.vision.noise=0.333333333333 mm",
            "feedback.proprioception.noise=1.5 %",
            "feedback.vision.velocity=false",
            "feedback.spindle={noise: 3 Hz, enabled: true}",
            "feedback.golgi=true",
            "feedback.commands={last: 2, signalNoise: 10 %}",
            "reflex={stretch: 0.1, delay: 30 ms}",
            "training.loss.weights=1e-12",
            "training.rule.clip=1e9",
            "training.rule.optimiser.rate=0.00123456789",
            "evaluation.onset.cutoff=7.77 Hz",
            "analyses=[tuning]",
            "export=[]",
            "about=\"a \\\"quoted\\\" \\\\ back\\tslash, Größe, \\U0001F600 and \\u2028\"");

    private static Bound<Scenario> read(List<String> overrides) {
        return ScenarioReader.read("name: x\n", "x.yaml", overrides, Scenario.class, List.of());
    }

    private static void readsBack(Bound<Scenario> bound) {
        String json = bound.canonicalJson();

        Bound<Scenario> again = ScenarioReader.read(json, "resolved.json", List.of(), Scenario.class, List.of());

        assertThat(again.value()).isEqualTo(bound.value());
        assertThat(again.canonicalJson()).isEqualTo(json);
        assertThat(SCHEMA.validate(json, InputFormat.JSON)).isEmpty();
    }

    static Stream<String> kinds() {
        return FAMILIES.entrySet().stream()
                .flatMap(family -> Kinds.of(family.getValue()).records().keySet().stream()
                        .map(kind -> family.getKey() + "=" + kind));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_kind_of_every_family_reads_back_from_its_canonical_json(String override) {
        Bound<Scenario> bound = read(List.of(override));

        assertThat(bound.canonicalJson()).contains("\"" + override.substring(override.indexOf('=') + 1) + "\"");
        readsBack(bound);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void any_mixture_of_settings_reads_back_from_its_canonical_json(long seed) {
        var random = RandomStream.of(seed, "settings");
        List<String> chosen = new ArrayList<>();
        for (String change : CHANGES) {
            if (random.nextInt(2) == 0) {
                chosen.add(change);
            }
        }

        readsBack(read(chosen));
    }

    @Test
    void every_single_setting_shows_in_the_canonical_json() {
        String plain = read(List.of()).canonicalJson();

        for (String change : CHANGES) {
            assertThat(read(List.of(change)).canonicalJson()).as(change).isNotEqualTo(plain);
        }
    }

    @Test
    void the_order_and_the_form_in_which_settings_are_written_do_not_show() {
        var block = ScenarioReader.read("""
                network:
                  tau: 0.06 s
                  units: 64
                  cell: leaky   # the default
                task: {reach: 1.2 s, kind: delayed-reach, distance: 80 mm}
                name: x
                """, "a.yaml", List.of(), Scenario.class, List.of());
        var json = ScenarioReader.read(
                "{\"name\": \"x\", \"task\": {\"distance\": \"8 cm\"}, \"network\": {\"units\": 64}}",
                "b.json",
                List.of("network.tau=60 ms", "task.reach=1200 ms"),
                Scenario.class,
                List.of());

        assertThat(json.canonicalJson()).isEqualTo(block.canonicalJson());
    }

    @Test
    void the_canonical_json_is_one_line_of_one_object_without_places_or_host() {
        String json = read(List.of("about=two\\nlines")).canonicalJson();

        assertThat(json).startsWith("{\"betz\":1,\"name\":\"x\",").endsWith("}").doesNotContain("\n", "x.yaml");
    }
}
