// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonSchemaTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.of(Demo.class));

    private static boolean accepts(String text) {
        return SCHEMA.validate(text, InputFormat.YAML).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x",
                "name: 2024",
                "dt: 10 ms",
                "dt: 10ms",
                "dt: 1e-2 s",
                "delay: 200..600 ms",
                "delay: 200 ms .. 0.6 s",
                "delay: 300 ms",
                "effector: arm26",
                "effector: {kind: point-mass, viscosity: 3 N*s/m, mass: 2 kg}",
                "effector: {upperArm: {limit: 20 deg, inertia: 0.1 kg*m^2}}",
                "effector: {upperArm: {inertia: 0.1 kg·m²}}",
                "network: {units: 3}",
                "network: {cell: gru, units: 3}",
                "network: {gain: 5 %}",
                "rival: null",
                "analyses: [kinematics, {kind: pca}]",
                "pushes: [{force: 4 kg*m/s^2, for: 1 s}]",
                "grid: {network.units: [1, 2]}",
                "recording: a.npz",
            })
    void what_the_reader_accepts_the_schema_accepts(String text) {
        assertThat(Demo.told(text)).isEmpty();
        assertThat(SCHEMA.validate(text, InputFormat.YAML)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nme: x",
                "dt: 10",
                "dt: 10 cm",
                "dt: 0,5 s",
                "delay: 200..600",
                "effector: arm27",
                "effector: {kind: point-mass, upperArm: {}}",
                "effector: {mass: 3 kg}",
                "network: gru",
                "network: {cell: gru}",
                "network: {units: 10.7}",
                "network: {units: \"10\"}",
                "rival: {units: 3}",
                "export: npz",
                "export: [cvs]",
                "noisy: \"true\"",
                "pushes: [{force: 4}]",
            })
    void what_the_schema_refuses_the_reader_refuses_too(String text) {
        assertThat(Demo.told(text)).isNotEmpty();
        assertThat(accepts(text)).isFalse();
    }

    @Test
    void the_resolved_scenario_is_valid() {
        assertThat(SCHEMA.validate(Demo.read("rival: leaky").canonicalJson(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void the_schema_is_itself_valid_and_carries_descriptions_and_defaults() {
        String schema = JsonSchema.of(Demo.class);
        Schema meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(meta.validate(schema, InputFormat.JSON)).isEmpty();
        assertThat(schema)
                .contains("\"description\" : \"Step of time. Source: doi:10.1000/step\"")
                .contains("\"default\" : \"10 ms\"")
                .contains("\"additionalProperties\" : false")
                .doesNotContain("\r");
    }

    @Test
    void the_schema_is_the_same_every_time() {
        assertThat(JsonSchema.of(Demo.class)).isEqualTo(JsonSchema.of(Demo.class));
    }
}
