// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import java.util.List;

/** Published figures of how hands reach. */
final class ReachRows {
    private static final String PEOPLE_N = "91 and 36 reaches of 2 people; 10 and 15 of 1 monkey";

    private static final String TWO_N = "91 and 36 reaches of 2 people";

    private static final String REACHES = "aolabNeuro/analyze (MIT), reaches of 10 cm and 6.5 cm to 8 targets";

    private static final List<ScoreRow> ALL = List.of(
            ScoreRow.measured(
                    "peak_to_mean_speed",
                    "Peak over mean speed",
                    "",
                    1.72,
                    1.87,
                    PEOPLE_N,
                    REACHES,
                    "Medians 1.76 and 1.77 of people, 1.87 and 1.76 of a monkey; a whole minimum-jerk profile has 1.875, cut at a tenth of its peak, as here, 1.57."),
            ScoreRow.measured(
                    "peak_time",
                    "Time of peak speed",
                    "share of movement time",
                    0.33,
                    0.5,
                    PEOPLE_N,
                    REACHES,
                    "Medians .43 and .38 of people, .50 and .42 of a monkey; minimum jerk has .5."),
            ScoreRow.measured(
                    "linearity",
                    "Largest deviation over chord",
                    "",
                    0.017,
                    0.12,
                    PEOPLE_N,
                    REACHES,
                    "Medians .040 and .026 of people, .12 and .073 of a monkey."),
            ScoreRow.measured(
                    "path_ratio",
                    "Path over chord",
                    "",
                    1.004,
                    1.038,
                    PEOPLE_N,
                    REACHES,
                    "Medians 1.010 and 1.004 of people, 1.038 and 1.019 of a monkey."),
            ScoreRow.measured(
                    "minimum_jerk_correlation",
                    "Correlation with minimum-jerk speed",
                    "",
                    0.74,
                    0.98,
                    PEOPLE_N,
                    REACHES,
                    "Medians .95 and .87 of people, .91 and .95 of a monkey."),
            ScoreRow.measured(
                    "smoothness",
                    "Smoothness: spectral arc length",
                    "",
                    -1.54,
                    -1.42,
                    PEOPLE_N,
                    REACHES,
                    "Medians -1.47 and -1.48 of people, -1.45 of a monkey; a whole minimum-jerk profile has -1.406, cut at a tenth of its peak -1.52."),
            ScoreRow.measured(
                    "log_jerk",
                    "Smoothness: log dimensionless jerk",
                    "",
                    -6.2,
                    -5.2,
                    PEOPLE_N,
                    REACHES,
                    "Medians -5.5 and -6.2 of people, -5.5 and -5.2 of a monkey; a whole minimum-jerk profile has -5.32, cut at a tenth of its peak -4.05."),
            ScoreRow.measured(
                    "direction_sd",
                    "Spread of the direction at peak speed",
                    "deg",
                    5.4,
                    15,
                    PEOPLE_N,
                    REACHES,
                    "Standard deviation of the error: 5.8 and 5.4 of people, 7 to 15 of a monkey."),
            ScoreRow.measured(
                    "peak_speed",
                    "Peak speed of 10 cm",
                    "cm/s",
                    25.5,
                    50,
                    TWO_N,
                    REACHES,
                    "Medians 43.6 (hurried) and 27.3 (natural); reaches of other lengths do not apply."),
            ScoreRow.measured(
                    "reaction_time",
                    "Reaction time",
                    "ms",
                    223,
                    285,
                    "36 reaches of 1 person",
                    REACHES,
                    "Median 251, quartiles 223 and 285; the other person anticipated the cue."),
            ScoreRow.measured(
                    "movement_time",
                    "Movement time",
                    "ms",
                    433,
                    588,
                    TWO_N,
                    REACHES,
                    "Medians of 10 cm; reaches of other lengths do not apply."),
            ScoreRow.measured(
                    "fitts_slope",
                    "Slope of Fitts’ law",
                    "ms/bit",
                    88,
                    146,
                    "3 small data sets",
                    REACHES,
                    "Movement time on log2(2 D/W): 88, 146 and 141; Fitts (1954), doi:10.1037/h0055392, told 95."),
            ScoreRow.reported(
                    "power_law_exponent",
                    "Exponent of the two-thirds law",
                    "",
                    0.30,
                    0.36,
                    "several people",
                    "Lacquaniti et al. (1983), doi:10.1016/0001-6918(83)90027-6",
                    "Log speed on log radius of curvature; 1/3 exactly for a harmonic ellipse."),
            ScoreRow.reported(
                    "end_ellipse_ratio",
                    "Axes of the end-point ellipse",
                    "",
                    1.3,
                    2,
                    "several people",
                    "Gordon et al. (1994), doi:10.1007/BF00241415",
                    "Long over short axis; the long one along the movement."),
            ScoreRow.reported(
                    "curl_deviation",
                    "First deviation in a curl field",
                    "cm per 10 cm",
                    2,
                    3,
                    "several people",
                    "Shadmehr & Mussa-Ivaldi (1994), doi:10.1523/JNEUROSCI.14-05-03208.1994",
                    "Largest deviation from the straight line in the first trials."),
            ScoreRow.reported(
                    "channel_index",
                    "Adaptation in force channels",
                    "",
                    0.7,
                    0.9,
                    "several people",
                    "Scheidt et al. (2000), doi:10.1152/jn.2000.84.2.853",
                    "Slope of the force at the wall on the ideal one after 150 to 250 trials."),
            ScoreRow.measured(
                    "rotation_adaptation",
                    "Adaptation to a rotation of 30 degrees",
                    "deg",
                    28.2,
                    28.2,
                    "17 people",
                    "thartbm/Reach (GPL-3), twoRateReachModel data",
                    "Mean of the last 10 of 100 trials."),
            ScoreRow.reported(
                    "muscle_latency",
                    "Long-latency response of muscles",
                    "ms",
                    50,
                    105,
                    "several people",
                    "Pruszynski et al. (2011), doi:10.1038/nature10436",
                    "R1 20 to 50, R2 and R3 50 to 105 ms after a torque pulse."));

    private ReachRows() {}

    static List<ScoreRow> all() {
        return ALL;
    }
}
