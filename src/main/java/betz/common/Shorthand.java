// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a bare value stand for a whole record: it sets one component, and the others keep their defaults. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Shorthand {
    /** The component that a bare value sets. */
    String value();
}
