// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.common.About;

/** How surrogates are made. */
public enum SurrogateMethod {
    /** See {@link ConditionShuffle}. */
    @About("Each unit's courses are dealt to the conditions.")
    CONDITION_SHUFFLE,
    /** See {@link Tme}. */
    @About("Greatest entropy with the recorded covariances over times, units and conditions.")
    TME,
    /** See {@link Cmpt}. */
    @About("Each unit's courses are dealt to the conditions so that units vary together as recorded.")
    CMPT
}
