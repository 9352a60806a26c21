// SPDX-License-Identifier: Apache-2.0
/**
 * What every package needs: argument checks, units of settings, seeded random streams, a deterministic parallel-for.
 *
 * <p>In code every number is SI (seconds, metres, radians, newtons). This package uses the JDK only and knows no science.
 * Start reading at {@link betz.common.Require} and {@link betz.common.RandomStream}.
 */
@NullMarked
package betz.common;

import org.jspecify.annotations.NullMarked;
