// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** Grows linearly to the full rate, then goes on at another pace, which hears nothing of what was before. */
final class WarmUp implements Pace {
    private final int updates;
    private final Pace then;
    private int heard;

    WarmUp(int updates, Pace then) {
        this.updates = updates;
        this.then = then;
    }

    @Override
    public double share(int done) {
        return done < updates ? (done + 1.0) / updates : then.share(done - updates);
    }

    @Override
    public void heard(double loss) {
        if (heard < updates) {
            heard++;
        } else {
            then.heard(loss);
        }
    }
}
