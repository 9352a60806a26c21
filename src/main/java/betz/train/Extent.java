// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import betz.common.Steps;
import betz.common.Unit;
import java.util.ArrayList;
import java.util.List;

/** How far back through a trial gradients are carried. */
@About("How far back through a trial gradients are carried.")
public sealed interface Extent permits Extent.Whole, Extent.Truncated {

    /**
     * Cuts a trial, the last piece first.
     *
     * @param steps of the trial
     * @param dt s
     */
    List<Piece> pieces(int steps, double dt);

    /** Back to the trial's beginning. */
    @About("Back to the trial's beginning: the gradient is exact.")
    record Whole() implements Extent {
        /** Has no settings. */
        public static final Whole DEFAULT = new Whole();

        @Override
        public List<Piece> pieces(int steps, double dt) {
            return List.of(new Piece(0, steps - 1, 0));
        }
    }

    /**
     * Each piece of the trial has its part of the loss carried back over a window that ends with it, and no further:
     * {@code BPTT(h; h')} with the window h and the stride h', also known as {@code TBPTT(k1, k2)} with the stride k1 and the window
     * k2.
     *
     * @param window from a piece's end back, s, a multiple of the step
     * @param stride length of a piece, s, a multiple of the step
     * @see <a href="https://doi.org/10.1162/neco.1990.2.4.490">Williams &amp; Peng (1990)</a>
     */
    @About(
            value = "From the end of each piece of the trial over a window, and no further.",
            source = "doi:10.1162/neco.1990.2.4.490")
    record Truncated(
            @Unit("s")
            @About(
                    "How far the gradient is carried back from the end of a piece; a multiple of dt, and no less than the stride.")
            double window,

            @Unit("s") @About("Length of the pieces that the trial is cut into; a multiple of dt.")
            double stride)
            implements Extent {
        /** Pieces of 200 ms, each carried back over itself and the one before. */
        public static final Truncated DEFAULT = new Truncated(0.4, 0.2);

        /** No trial is longer, s. */
        private static final double LONGEST = 1000;

        public Truncated {
            Require.positive("stride", stride, "s");
            Require.within("stride", stride, 0, LONGEST, "s");
            Require.within("window", window, stride, LONGEST, "s");
        }

        @Override
        public List<Piece> pieces(int steps, double dt) {
            int length = Steps.of("stride", stride, dt);
            int back = Steps.of("window", window, dt);
            List<Piece> pieces = new ArrayList<>();
            int last = steps - 1;
            for (int first = 0; first < Math.max(1, last); first += length) {
                int end = Math.min(first + length, last);
                pieces.add(0, new Piece(first, end, Math.max(0, end - back)));
            }
            return List.copyOf(pieces);
        }
    }
}
