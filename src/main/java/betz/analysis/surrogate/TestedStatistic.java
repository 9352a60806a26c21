// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;
import betz.analysis.population.Jpca;
import betz.analysis.population.Lds;
import betz.analysis.population.LinearDynamics;
import betz.analysis.population.PrincipalComponents;
import betz.analysis.population.Rotations;
import betz.analysis.population.Statistic;
import betz.common.About;
import java.util.Locale;

/**
 * A number of a population's activity that can be held against surrogates: of all times given, without normalising them
 * again.
 */
public enum TestedStatistic implements Statistic {
    /** What a rotating map explains of the changes within six principal components, as {@code jpca} does. */
    @About("Rotations: R2 of the skew-symmetric map over all planes of six components.")
    ROTATIONS,

    /** What any linear map explains of the changes within ten principal components, as {@code lds} does. */
    @About("Linear dynamics: R2 of the best map in ten components.")
    LINEAR_DYNAMICS,

    /** Share of {@code Σ x_i(t) x_j(t + 1)} that changes its sign when activity is played backwards. */
    @About("Share of the covariances of units with others one step later that has a direction in time.")
    LAGGED_ASYMMETRY,

    /** {@code (Σλ)²/Σλ²} of the variances along all principal components; low where few dimensions hold the activity. */
    @About("Participation ratio of the principal components, after the mean over conditions is taken away.")
    PARTICIPATION_RATIO;

    /** Tells whether the covariances between units alone decide it, so that surrogates that keep them cannot test it. */
    boolean ofCovariance() {
        return switch (this) {
            case ROTATIONS, LINEAR_DYNAMICS, LAGGED_ASYMMETRY -> false;
            case PARTICIPATION_RATIO -> true;
        };
    }

    @Override
    public String statistic() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public double value(Activity activity) {
        return switch (this) {
            case ROTATIONS ->
                Rotations.of(activity.lessAcrossConditions(), Jpca.DEFAULT.components())
                        .r2Skew();
            case LINEAR_DYNAMICS ->
                LinearDynamics.of(activity, Lds.DEFAULT.dimension()).r2();
            case LAGGED_ASYMMETRY -> LaggedAsymmetry.of(activity);
            case PARTICIPATION_RATIO ->
                PrincipalComponents.of(activity.lessAcrossConditions().rows()).participationRatio();
        };
    }
}
