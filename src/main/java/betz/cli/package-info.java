// SPDX-License-Identifier: Apache-2.0
/** The commands; the only place that prints or exits. */
@NullMarked
package betz.cli;

import org.jspecify.annotations.NullMarked;
