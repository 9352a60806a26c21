// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * Back-propagation through time over the whole trial, through network, senses, muscles and skeleton.
 *
 * @param optimiser turns gradients into new weights
 * @param clip greatest norm of the gradient of all weights together; a longer one is scaled down to it
 * @see <a href="https://doi.org/10.1109/5.58337">Werbos (1990)</a>
 * @see <a href="https://doi.org/10.48550/arXiv.1211.5063">Pascanu, Mikolov &amp; Bengio (2013)</a>, clipping by the norm
 */
@About(value = "Back-propagation through time over the whole trial.", source = "doi:10.1109/5.58337")
public record Bptt(
        @About("Turns gradients into new weights.") Optimiser optimiser,

        @About("Greatest norm of the whole gradient; a longer one is scaled down to it.")
        double clip)
        implements LearningRule {
    /** Adam, clipped to norm 1. */
    public static final Bptt DEFAULT = new Bptt(Adam.DEFAULT, 1.0);

    public Bptt {
        Require.positive("clip", clip, "");
    }
}
