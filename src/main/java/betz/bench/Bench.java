// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import java.util.Map;

/** A piece of work that can be timed. */
public interface Bench {

    /**
     * Does it for some time, and returns what was measured, by name and in order.
     *
     * @param seconds how long to measure, after half as long to warm up
     */
    Map<String, Object> run(double seconds);
}
