// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a component of a record in a list take its default from the record around the list: the value of the same name there,
 * so that the list's item says only in what it differs. That component stands before the list in its record.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Inherits {}
