// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One sentence about a setting or a kind, for the schema, the reference and {@code betz explain}. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE, ElementType.FIELD})
public @interface About {
    /** What the setting does. */
    String value();

    /** Where its default comes from, as a DOI or a short citation; empty for a choice of ours. */
    String source() default "";

    /** What it computes, as one would write it in a text file; empty where a sentence says it. */
    String equation() default "";
}
