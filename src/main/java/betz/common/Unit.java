// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The SI unit of a setting, such as {@code "s"}, {@code "m"} or {@code "N*s/m"}; numbers without it have no dimension. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Unit {
    /** The unit that the component is held in. */
    String value();
}
