// SPDX-License-Identifier: Apache-2.0
package betz.data;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.NullMarked;

/**
 * A body that can put its hand anywhere.
 *
 * @param home where its hand is before a trial
 */
@NullMarked
public record Plane(Point home) implements Workspace {
    @Override
    public Point anywhere(RandomGenerator random) {
        return home;
    }

    @Override
    public boolean reaches(Point hand) {
        return true;
    }

    @Override
    public String workspace() {
        return "anywhere";
    }
}
