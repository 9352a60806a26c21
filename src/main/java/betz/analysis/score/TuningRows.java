// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import java.util.List;

/** Published figures of how single units of motor cortices are tuned, and of what can be read out of many. */
final class TuningRows {
    private static final String CENTURI_N = "143 units of 1 monkey, 158 reaches to 8 targets";

    private static final String CENTURI =
            "Hatsopoulos et al. (2004), doi:10.1152/jn.01245.2003; CENTURI summer school data, statsmodels";

    private static final String PERICH_N = "2 monkeys";

    private static final String PERICH = "Perich et al. (2018), doi:10.1016/j.neuron.2018.09.030";

    private static final List<ScoreRow> ALL = List.of(
            ScoreRow.measured(
                    "tuned_share",
                    "Directionally tuned units",
                    "%",
                    66.9,
                    81.1,
                    "142 units of 1 monkey, 158 reaches to 8 targets",
                    CENTURI,
                    "F-test of the cosine fit to single trials, p < 0.05; published 74.6 % (106 of 142), range its 95 % interval (Wilson)."),
            ScoreRow.measured(
                    "tuned_share_strict",
                    "Units tuned at p < 0.001",
                    "%",
                    50.9,
                    66.9,
                    "142 units of 1 monkey, 158 reaches to 8 targets",
                    CENTURI,
                    "The same at p < 0.001; published 59.2 % (84 of 142), range its 95 % interval (Wilson)."),
            ScoreRow.measured(
                    "cosine_r2_of_means",
                    "Cosine fit to mean rates, R2",
                    "",
                    0.73,
                    0.79,
                    CENTURI_N,
                    CENTURI,
                    "Median R2 on the mean rates of the directions: of tuned units .79, of all units of two other monkeys .73 and .79."),
            ScoreRow.measured(
                    "good_cosine_share",
                    "Units with cosine R2 of .7 or more",
                    "%",
                    54,
                    64,
                    "3 monkeys",
                    CENTURI,
                    "On the mean rates of the directions: 63 % of tuned units, as here, and 54 % and 64 % of all units of two other monkeys."),
            ScoreRow.measured(
                    "cosine_r2_of_trials",
                    "Cosine fit to single trials, R2",
                    "",
                    0.215,
                    0.215,
                    "106 tuned units of 1 monkey",
                    CENTURI,
                    "Median over tuned units."),
            ScoreRow.measured(
                    "preferred_direction_bimodality",
                    "Bimodality of preferred directions",
                    "",
                    0.185,
                    0.40,
                    "3 monkeys; 106 tuned units in one",
                    CENTURI,
                    "Length of the mean of exp(2 i PD) over tuned units: .40, .185 and .258."),
            ScoreRow.measured(
                    "preferred_direction_resultant",
                    "Resultant of preferred directions",
                    "",
                    0.06,
                    0.19,
                    "3 monkeys; 106 tuned units in one",
                    CENTURI,
                    "Length of the mean of exp(i PD) over tuned units."),
            ScoreRow.measured(
                    "direction_accuracy",
                    "Direction decoded right",
                    "%",
                    74.9,
                    86.9,
                    CENTURI_N,
                    CENTURI,
                    "Linear discriminant, leave one reach out, square roots of rates; published 81.6 % of 158 reaches to 8 targets, range its 95 % interval (Wilson)."),
            ScoreRow.measured(
                    "direction_error",
                    "Error of the decoded direction",
                    "deg",
                    11.7,
                    11.7,
                    CENTURI_N,
                    CENTURI,
                    "Ridge regression (10) onto cosine and sine of the direction, leave one reach out; median of the absolute error."),
            ScoreRow.reported(
                    "population_vector_error",
                    "Error of the population vector",
                    "deg",
                    10,
                    15,
                    "several monkeys",
                    "Georgopoulos et al. (1986), doi:10.1126/science.3749885",
                    "Median of the absolute error over reaches."),
            ScoreRow.measured(
                    "velocity_r2",
                    "Hand velocity decoded without history, R2",
                    "",
                    0.46,
                    0.75,
                    PERICH_N,
                    PERICH,
                    "Ridge regression, held-out trials, both axes pooled."),
            ScoreRow.measured(
                    "velocity_wiener_r2",
                    "Hand velocity decoded by a Wiener filter, R2",
                    "",
                    0.45,
                    0.61,
                    PERICH_N,
                    PERICH,
                    "Ten steps of history, held-out trials."),
            ScoreRow.measured(
                    "velocity_kalman_r2",
                    "Hand velocity decoded by a Kalman filter, R2",
                    "",
                    0.29,
                    0.53,
                    PERICH_N,
                    PERICH,
                    "Held-out trials."),
            ScoreRow.measured(
                    "mean_rate",
                    "Mean rate",
                    "spikes/s",
                    2.8,
                    9.0,
                    "3 monkeys",
                    PERICH,
                    "Mean over units, trials and time: 9.0, 6.1 and 2.8 spikes/s."),
            ScoreRow.reported(
                    "fano_factor",
                    "Fano factor",
                    "",
                    0.7,
                    1.1,
                    "several monkeys",
                    "Churchland et al. (2010), doi:10.1038/nn.2501",
                    "Of mean-matched spike counts in 50 ms; about 1, and 10 to 30 % less after target and go cue."));

    private TuningRows() {}

    static List<ScoreRow> all() {
        return ALL;
    }
}
