// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The key that names the chosen kind of a sealed family in a scenario file, where it is not {@code kind}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface KindKey {
    /** The key, such as {@code cell}. */
    String value();
}
