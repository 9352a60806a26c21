// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Another word for a kind of a sealed family, by which people who come from other programs know it, or the spelling of a key with
 * dashes.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface AlsoKnownAs {
    /** The word, such as {@code point-mass-4} or {@code mini-steps}. */
    String value();
}
