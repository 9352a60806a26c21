// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the schema that editors use to the reader that decides, by an implementation of JSON Schema that is not ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioSchemaTest {
    private static final String TEXT = JsonSchema.of(Scenario.class);

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT);

    private static boolean accepts(String text) {
        return SCHEMA.validate(text, InputFormat.YAML).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "betz: 1",
                "about: yes, commas and (brackets)",
                "seed: -9223372036854775808",
                "dt: 0.005 s",
                "dt: 5000 us",
                "dt: 5000µs",
                "dt: 1e-2s",
                "dt: 0.0000027777777777777779 h",
                "dt: 5 ms*m/m",
                "task: centre-out",
                "task: {kind: centre-out}",
                "task: {targets: 3, delay: 300 ms}",
                "task: {delay: 0..1 s}",
                "task: {delay: 200ms..0.6s}",
                "task: {delay: .2 .. .6 s}",
                "task: {distance: 1e1 cm}",
                "curriculum: [{}, {name: far, task: {distance: 12 cm}, frozen: [bias]}]",
                "curriculum: [{training: {batch: 1, loss: {jerk: absent}}}]",
                "task: centre-out\ncurriculum: [{task: {targets: 3}}, {task: delayed-reach}]",
                "training: {rule: {optimiser: sgd}}\ncurriculum: [{training: {rule: {optimiser: {momentum: 0.5}}}}]",
                "training: {rule: {schedule: cosine}}\ncurriculum: [{training: {rule: {schedule: {floor: 0.1}}}}]",
                "effector: {muscle: relu}",
                "effector: {muscle: {kind: rigid-tendon-hill, activationTime: 20 ms}}",
                "effector: {muscle: {activationTime: 20 ms}}",
                "effector: {integrator: rk4, posture: {shoulder: 0.7 rad, elbow: 90°}}",
                "effector: {skeleton: {shoulder: -10..140 deg, damping: 0.1 N*m*s/rad}}",
                "effector: {skeleton: {upperArm: {mass: 1820 g, inertia: 510 kg·cm²}}}",
                "effector: {mini-steps: 4, damping: 0.5 N*m*s/rad, joint-load: [0.4 N*m, -0.2 N*m]}",
                "effector: {miniSteps: 4, integrator: semi-implicit, endpointLoad: [2 N, -300 cN]}",
                "{effector: {kind: point-mass-4, endpoint-load: [2 N, -3 N]}, reference: minimum-jerk}",
                "{effector: point-mass-4, reference: minimum-jerk, task: {distance: 20 cm}}",
                "reference: {units: 100, correction: {position: 20 1/s^2, velocity: 5 Hz}}",
                "reference: {kind: tuned-cortex, tuning: {baseline: {median: 10 spikes/s}}}",
                "reference: {vite: {gain: 12.5/s}}",
                "reference: {kind: minimum-jerk, duration: 0.6 s}",
                "reference: {kind: recorded, file: pom.xml, layout: {lowpass: 15 Hz}}",
                "network: {cell: gru, units: 12}",
                "network: {activation: relu, readout: linear, readoutBias: 0}",
                "feedback: {vision: {delay: 0 ms, noise: 0.5 mm}, proprioception: {noise: 2 %}}",
                "training: {rule: bptt}",
                "training: {rule: {kind: bptt, optimiser: adam, clip: 10}}",
                "training: {rule: {optimiser: {rate: 1e-3, beta1: 0.8}}}",
                "training: {loss: {position: 50 %, weights: 1e-5}}",
                "training: {loss: {position: {norm: smooth, width: 2}, jerk: {during: hold}, endPoint: 1, force: absent}}",
                "evaluation: {trials: 8, onset: {cutoff: 10 Hz, slowest: 5 mm/s}}",
                "analyses: []",
                "analyses: [tuning]\nexport: [csv]",
                "{\"dt\": \"10 ms\", \"network\": {\"units\": 5}}",
            })
    void what_the_reader_accepts_the_schema_accepts(String text) {
        assertThat(Refusals.told(text, List.of())).isEmpty();
        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nme: x",
                "betz: \"1\"",
                "seed: 1.5",
                "dt: 10",
                "dt: 10 cm",
                "dt: ms",
                "dt: 0,5 s",
                "dt: [10 ms]",
                "task: juggling",
                "task: [centre-out]",
                "task: {kind: centre-out, delay: 200 ms}",
                "task: {delay: 200..600}",
                "task: {delay: 200-600 ms}",
                "task: {delay: [200 ms, 600 ms]}",
                "effector: {kind: point-mass, posture: {elbow: 90 deg}}",
                "effector: {integrator: rk5}",
                "effector: {posture: {elbow: 90}}",
                "effector: {skeleton: {upperArm: {lenght: 31 cm}}}",
                "reference: {kind: minimum-jerk, units: 3}",
                "reference: {kind: recorded, file: [a.csv]}",
                "network: transformer",
                "network: {kind: gru}",
                "network: {cell: gru, tau: 50 ms}",
                "network: {units: \"128\"}",
                "network: {units: 10.5}",
                "network: {readoutBias: -3 mV}",
                "feedback: {vision: 70 ms}",
                "training: bptt",
                "training: {rule: {optimiser: newton}}",
                "training: {loss: {position: 1 m}}",
                "training: {loss: {position: \"1.0\"}}",
                "training: {loss: {norm: absolute}}",
                "training: {loss: {position: {norm: L1}}}",
                "training: {loss: {position: {during: holding}}}",
                "training: {loss: {endPoint: {during: hold}}}",
                "training: {loss: {jerk: [1]}}",
                "analyses: kinematics",
                "export: [npz, parquet]",
                "- dt: 10 ms",
            })
    void what_the_reader_refuses_by_its_form_the_schema_refuses_too(String text) {
        assertThat(Refusals.told(text, List.of())).isNotEmpty();
        assertThat(accepts(text)).isFalse();
    }

    @Test
    void every_key_that_the_schema_offers_has_a_description_or_leads_to_one() {
        String bare = "\"(?!items)[a-zA-Z0-9]+\" : \\{\\s*\"(type|enum|\\$ref|anyOf|default)\"";

        long without = Pattern.compile(bare)
                .matcher(TEXT.substring(0, TEXT.indexOf("\"$defs\"")))
                .results()
                .count();

        assertThat(without).isZero();
    }

    @Test
    void every_reference_leads_to_a_definition() {
        var references = Pattern.compile("\"#/\\$defs/([^\"]+)\"")
                .matcher(TEXT)
                .results()
                .map(r -> r.group(1))
                .toList();

        assertThat(references).hasSizeGreaterThan(15);
        assertThat(references).allMatch(name -> TEXT.contains("\"" + name + "\" : {"));
    }
}
