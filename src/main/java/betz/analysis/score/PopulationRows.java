// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import java.util.List;

/** Published figures of what the units of motor cortices, or the muscles, do together. */
final class PopulationRows {
    private static final String TME_N = "50 units of 1 monkey, 10 conditions";

    private static final String CHURCHLAND = "Churchland et al. (2012), doi:10.1038/nature11129; the authors’ code";

    private static final String TME = "Elsayed & Cunningham (2017), doi:10.1038/nn.4617; the authors’ code";

    private static final String PERICH_N = "2 monkeys";

    private static final String PERICH = "Perich et al. (2018), doi:10.1016/j.neuron.2018.09.030";

    private static final String EMG_N = "13 muscles of 1 monkey, 8 directions";

    private static final String EMG = "lbachromano/M1_Preparatory_Movement_Representation (CC0)";

    private static final String RUSSO = "Russo et al. (2018), doi:10.1016/j.neuron.2018.01.004; the author’s code";

    private static final List<ScoreRow> ALL = List.of(
            ScoreRow.measured(
                    "participation_ratio",
                    "Dimensions of the units: participation ratio",
                    "",
                    5.1,
                    6.5,
                    PERICH_N,
                    PERICH,
                    "Of condition averages as they are; 5.1 and 6.5 in two monkeys."),
            ScoreRow.measured(
                    "participation_ratio_normalised",
                    "The same of units divided by their range",
                    "",
                    7.6,
                    10.5,
                    "3 monkeys",
                    PERICH,
                    "Divided by range + 5 spikes/s: 7.6 and 9.1 in two monkeys; 10.5 in 50 units of a third, normalised by others."),
            ScoreRow.measured(
                    "dimensions_80",
                    "Components for 80 % of the variance",
                    "",
                    7,
                    10,
                    PERICH_N,
                    PERICH,
                    "Of condition averages."),
            ScoreRow.measured(
                    "dimensions_90",
                    "Components for 90 % of the variance",
                    "",
                    11,
                    17,
                    PERICH_N,
                    PERICH,
                    "Of condition averages."),
            ScoreRow.measured(
                    "muscle_participation_ratio",
                    "Dimensions of the muscles: participation ratio",
                    "",
                    2.3,
                    3.7,
                    EMG_N,
                    EMG,
                    "Of condition averages: 2.3 as they are, 3.7 normalised by range; below that of the units."),
            ScoreRow.measured(
                    "condition_invariant_share",
                    "Variance that all conditions share",
                    "",
                    0.25,
                    0.44,
                    PERICH_N,
                    PERICH,
                    "Of movement, normalised by range + 5: .44 and .25."),
            ScoreRow.measured(
                    "rotation_r2",
                    "Rotations: R2 of the skew-symmetric fit, plane 1",
                    "",
                    0.47,
                    0.55,
                    TME_N,
                    CHURCHLAND,
                    "jPCA of 6 components over 200 ms around the onset."),
            ScoreRow.measured(
                    "rotation_ratio",
                    "Rotations against any dynamics, plane 1",
                    "",
                    0.90,
                    0.96,
                    TME_N,
                    CHURCHLAND,
                    "R2 of the skew-symmetric over that of the best matrix, plane 1."),
            ScoreRow.measured(
                    "rotation_ratio_all",
                    "Rotations against any dynamics, all planes",
                    "",
                    0.67,
                    0.90,
                    TME_N,
                    CHURCHLAND,
                    "The same for all planes."),
            ScoreRow.measured(
                    "rotation_variance",
                    "Variance in plane 1",
                    "",
                    0.14,
                    0.32,
                    TME_N,
                    CHURCHLAND,
                    "Share of the variance of all units in the window, less the mean over conditions."),
            ScoreRow.measured(
                    "rotation_frequency",
                    "Frequency of the rotation, plane 1",
                    "Hz",
                    1.25,
                    2.0,
                    TME_N,
                    CHURCHLAND,
                    "6 components over 200 ms to 12 components."),
            ScoreRow.measured(
                    "rotation_angle",
                    "Angle between state and its change",
                    "rad",
                    1.18,
                    1.56,
                    "3 monkeys",
                    CHURCHLAND,
                    "Circular mean in plane 1; a pure rotation has 1.571."),
            ScoreRow.measured(
                    "dynamics_r2",
                    "Linear dynamics, R2",
                    "",
                    0.504,
                    0.504,
                    TME_N,
                    TME,
                    "In 10 dimensions, from 50 ms before to 350 ms after time 0."),
            ScoreRow.measured(
                    "muscle_tangling",
                    "Tangling of the muscles",
                    "",
                    1507,
                    1507,
                    EMG_N,
                    RUSSO,
                    "Median Q of 8 components, step 20 ms."),
            ScoreRow.measured(
                    "tangling",
                    "Tangling of the units",
                    "",
                    352,
                    352,
                    TME_N,
                    RUSSO,
                    "Median Q of 8 components, step 10 ms; far below that of the muscles."),
            ScoreRow.measured(
                    "alignment",
                    "Overlap of early and late movement",
                    "",
                    0.16,
                    0.38,
                    TME_N,
                    TME,
                    "Alignment index of 200 ms windows that begin 300 ms apart, 2 to 10 dimensions."),
            ScoreRow.reported(
                    "preparation_alignment",
                    "Overlap of preparation and movement",
                    "",
                    0,
                    0.1,
                    "2 monkeys",
                    "Elsayed et al. (2016), doi:10.1038/ncomms13239",
                    "Alignment index of 10 dimensions."),
            ScoreRow.measured(
                    "shared_correlation_4",
                    "Correlation across animals, 4th of 10",
                    "",
                    0.961,
                    0.961,
                    "2 monkeys",
                    "Safaie et al. (2023), doi:10.1038/s41586-023-06714-0",
                    "Canonical correlations of 10 components: .993 .986 .975 .961 .953 .933 .843."),
            ScoreRow.measured(
                    "shared_disparity",
                    "Procrustes disparity across animals",
                    "",
                    0.272,
                    0.272,
                    "2 monkeys",
                    PERICH,
                    "Of 10 components."),
            ScoreRow.reported(
                    "null_potent_ratio",
                    "Preparation in null over potent dimensions",
                    "",
                    3,
                    8,
                    "2 monkeys",
                    "Kaufman et al. (2014), doi:10.1038/nn.3643",
                    "Ratio of preparatory tuning, normalised by that of movement."));

    private PopulationRows() {}

    static List<ScoreRow> all() {
        return ALL;
    }
}
