// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.analysis.Analysis;
import betz.analysis.Tuning;
import betz.analysis.decoding.DecodeDirection;
import betz.analysis.decoding.DecodeVelocity;
import betz.analysis.dynamics.FixedPoints;
import betz.analysis.movement.Adaptation;
import betz.analysis.movement.Fitts;
import betz.analysis.movement.Kinematics;
import betz.analysis.movement.MainSequence;
import betz.analysis.movement.TwoRateFit;
import betz.analysis.movement.TwoThirds;
import betz.analysis.movement.Variability;
import betz.analysis.movement.Warping;
import betz.analysis.population.Alignment;
import betz.analysis.population.ConditionInvariant;
import betz.analysis.population.Dpca;
import betz.analysis.population.Jpca;
import betz.analysis.population.Lds;
import betz.analysis.population.Pca;
import betz.analysis.population.PotentNull;
import betz.analysis.population.Subspaces;
import betz.analysis.population.Tangling;
import betz.analysis.score.Scorecard;
import betz.analysis.similarity.Cca;
import betz.analysis.similarity.Cka;
import betz.analysis.similarity.Dsa;
import betz.analysis.similarity.PrincipalAngles;
import betz.analysis.similarity.Procrustes;
import betz.analysis.similarity.Rsa;
import betz.analysis.similarity.ShapeMetric;
import betz.analysis.spiking.BitsPerSpike;
import betz.analysis.spiking.FanoFactor;
import betz.analysis.spiking.IntervalStatistics;
import betz.analysis.spiking.TimeHistogram;
import betz.analysis.surrogate.SurrogateTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All analyses, in the order in which they are listed; each is a record whose name in kebab case is the word for it. */
final class Analyses {
    static final List<Class<?>> ALL = List.of(
            Kinematics.class,
            Tuning.class,
            Variability.class,
            Scorecard.class,
            Pca.class,
            Jpca.class,
            Lds.class,
            Dpca.class,
            Tangling.class,
            Alignment.class,
            Subspaces.class,
            PotentNull.class,
            ConditionInvariant.class,
            SurrogateTest.class,
            DecodeDirection.class,
            DecodeVelocity.class,
            TimeHistogram.class,
            FanoFactor.class,
            IntervalStatistics.class,
            BitsPerSpike.class,
            Cca.class,
            Procrustes.class,
            PrincipalAngles.class,
            Cka.class,
            ShapeMetric.class,
            Rsa.class,
            Dsa.class,
            FixedPoints.class,
            TwoThirds.class,
            Fitts.class,
            MainSequence.class,
            Warping.class,
            Adaptation.class,
            TwoRateFit.class);

    private Analyses() {}

    /** Returns the word for an analysis. */
    static String word(Analysis analysis) {
        return Kinds.name(analysis);
    }

    /** Returns every analysis with its published settings, by its word. */
    static Map<String, Analysis> usual() {
        var usual = new LinkedHashMap<String, Analysis>();
        for (Class<?> kind : ALL) {
            if (Kinds.base(kind, null) instanceof Analysis analysis) {
                usual.put(Kinds.name(kind), analysis);
            } else {
                throw new IllegalStateException(kind + " has no constant DEFAULT");
            }
        }
        return usual;
    }

    /** Returns the words for all analyses. */
    static Set<String> words() {
        return Kinds.of(Analysis.class).records().keySet();
    }
}
