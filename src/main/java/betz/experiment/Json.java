// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Finding;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes JSON, which knows neither NaN nor infinity: a number that could not be computed is null. */
public final class Json {
    private static final JsonMapper LINE = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new Finite())
                    .addSerializer(double.class, new Finite())
                    .addSerializer(double[].class, new FiniteNumbers()))
            .addMixIn(Finding.class, Figures.class)
            .build();

    private static final JsonMapper PAGE =
            LINE.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Of a finding inside another value, its single figures alone are told; {@link FindingJson} tells all. */
    @JsonIgnoreProperties({"values", "plots"})
    private interface Figures {}

    /** Returns a value in one line. */
    public static String line(Object value) {
        return LINE.writeValueAsString(value);
    }

    /** Returns a value as the text of a file, indented. */
    static String page(Object value) {
        return PAGE.writeValueAsString(value) + "\n";
    }

    private static void write(double value, JsonGenerator out) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeNull();
        }
    }

    private static final class Finite extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            write(value, out);
        }
    }

    private static final class FiniteNumbers extends ValueSerializer<double[]> {
        @Override
        public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (double value : values) {
                write(value, out);
            }
            out.writeEndArray();
        }
    }
}
