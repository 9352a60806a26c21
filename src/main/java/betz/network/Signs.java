// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;

/** What signs the recurrent weights of one unit may have. */
@About("What signs the weights of one unit may have.")
public sealed interface Signs permits Signs.Mixed, Signs.Dale {

    /** Any. */
    @About("A unit may excite some units and inhibit others.")
    record Mixed() implements Signs {
        /** Has no settings. */
        public static final Mixed DEFAULT = new Mixed();
    }

    /**
     * Dale's law: {@code W = |V|·diag(sign)}. Excitatory units come first in every area; they alone project to other areas and to the
     * outputs.
     *
     * @param excitatory share of excitatory units, 1
     * @see <a href="https://doi.org/10.1371/journal.pcbi.1004792">Song, Yang &amp; Wang (2016)</a>
     */
    @About(
            value =
                    "Dale's law: a unit excites all it reaches or inhibits all. Only excitatory units leave their area.",
            equation = "W = |V| diag(sign)",
            source = "doi:10.1371/journal.pcbi.1004792")
    record Dale(
            @About(value = "Share of excitatory units.", source = "doi:10.1371/journal.pcbi.1004792")
            double excitatory) implements Signs {
        /** Four in five. */
        public static final Dale DEFAULT = new Dale(0.8);

        public Dale {
            Require.within("excitatory", excitatory, 0.01, 1, "");
        }
    }
}
