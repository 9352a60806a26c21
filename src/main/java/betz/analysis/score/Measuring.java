// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import betz.analysis.Interval;

/** How one row is measured, in the row's unit; a {@link betz.common.BadSetting} tells why it does not apply. */
interface Measuring {
    Interval of(Views views);

    /** Returns an interval in another unit. */
    static Interval scaled(Interval interval, double factor) {
        return new Interval(interval.value() * factor, interval.low() * factor, interval.high() * factor);
    }
}
