// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How units are tuned to the direction of reach, how their preferred directions are spread, and when they are tuned best.
 *
 * @param from first of the window, s after the go cue
 * @param to end of the window, s after the go cue
 * @param vonMises whether von Mises curves are fitted beside cosines
 * @param lagFrom first lag of the scan, s
 * @param lagTo last lag of the scan, s
 * @param lagStep between lags, s; 0 for no scan
 */
@About(
        value = "How units are tuned to the direction of reach, where they point, and when they are tuned best.",
        source = "Georgopoulos et al. (1982), doi:10.1523/JNEUROSCI.02-11-01527.1982; Amirikian & Georgopoulos (2000),"
                + " doi:10.1016/S0168-0102(99)00112-1; Berens (2009), doi:10.18637/jss.v031.i10")
public record Tuning(
        @Unit("s") @About("First of the time in which rates are averaged, after the go cue.")
        double from,

        @Unit("s") @About("End of the time in which rates are averaged, after the go cue.")
        double to,

        @About("Whether von Mises curves, which may be narrower than cosines, are fitted to mean rates too.")
        boolean vonMises,

        @Unit("s") @About("First lag by which the window is shifted; below 0 it lies earlier.")
        double lagFrom,

        @Unit("s") @About("Last lag by which the window is shifted.")
        double lagTo,

        @Unit("s") @About("Step between lags; 0 for none.") double lagStep)
        implements Analysis {
    /** The window of {@link UnitTunings}, shifted by up to 300 ms. */
    public static final Tuning DEFAULT = new Tuning(
            UnitTunings.Window.MOVEMENT.from(), UnitTunings.Window.MOVEMENT.to(), true, -0.300, 0.300, 0.050);

    /** Lags that a neural signal may have to movement at all, and steps between them that are worth a look, s. */
    private static final double LONGEST = 10;

    private static final double SHORTEST = 0.001;

    public Tuning {
        Require.finite("from", from, "s");
        Require.that(to > from, "to", to + " s", "more than from, " + from + " s");
        Require.within("lagFrom", lagFrom, -LONGEST, LONGEST, "s");
        Require.within("lagTo", lagTo, -LONGEST, LONGEST, "s");
        Require.that(lagTo >= lagFrom, "lagTo", lagTo + " s", "lagFrom, " + lagFrom + " s, or more");
        Require.notNegative("lagStep", lagStep, "s");
        Require.that(
                lagStep == 0 || lagStep >= SHORTEST,
                "lagStep",
                lagStep + " s",
                "0 for no scan, or " + SHORTEST + " s or more");
    }

    @Override
    public Finding of(Subject subject) {
        Recording recording = subject.recording();
        int conditions = recording.trials().conditions().size();
        Require.that(conditions >= 3, "conditions", Integer.toString(conditions), "3 or more, whose directions differ");
        var window = new UnitTunings.Window(from, to);
        var tuning = UnitTunings.of(recording, window);
        checked(recording, tuning);
        int[] tuned = IntStream.range(0, tuning.units().size())
                .filter(unit -> tuning.units().get(unit).tuned())
                .toArray();
        double[] preferred = Arrays.stream(tuned)
                .mapToDouble(unit -> tuning.units().get(unit).means().preferredDirection())
                .toArray();
        List<Measure> measures = new ArrayList<>(tuning.finding().measures());
        List<String> conventions = new ArrayList<>(tuning.finding().conventions());
        List<Values> values = new ArrayList<>(values(tuning));
        var plots = new TuningPlots(recording, tuning, tuned);
        List<Plot> drawn = new ArrayList<>(List.of(plots.preferred(preferred), plots.fits(), plots.curve()));
        if (preferred.length >= 2) {
            measures.addAll(spread(preferred));
            conventions.add(
                    "Spread of preferred directions: omnibus test of Hodges and Ajne over all lines; Rao's test by "
                            + CircularStatistics.DRAWS + " seeded draws; concentration after Fisher.");
        }
        if (vonMises && conditions > VonMisesTuning.PARAMETERS) {
            List<VonMisesTuning> narrow = narrow(recording, tuning, tuned);
            measures.addAll(narrow(narrow));
            conventions.add("Von Mises: b + g (exp(k cos(d - PD)) - 1)/k fitted to the mean rates of "
                    + conditions + " conditions, k from 0, the cosine, to " + Math.round(VonMisesTuning.NARROWEST)
                    + "; half width: where the rate is half way between its ends.");
        }
        Optional<TuningLag> lags = lagStep == 0 || tuned.length == 0
                ? Optional.empty()
                : Optional.of(TuningLag.of(recording, window, lagFrom, lagTo, lagStep));
        lags.ifPresent(found -> {
            double[] best = Arrays.stream(tuned).mapToDouble(found::best).toArray();
            measures.add(Measure.of("best_lag", "s", Samples.median(best)));
            values.add(Values.list("lags", "s", found.lags()));
            values.add(Values.table("cosine_r2_by_lag", "1", found.r2()));
            drawn.add(plots.lags(found));
            conventions.add("Lag: the window is shifted by " + Math.round(1000 * found.lags()[0]) + " to "
                    + Math.round(1000 * found.lags()[found.lags().length - 1])
                    + " ms, as far as it stays within every trial; best lag: median over tuned units.");
        });
        return new Finding("tuning", measures, values, drawn, conventions);
    }

    private void checked(Recording recording, UnitTunings tuning) {
        for (UnitTunings.UnitTuning unit : tuning.units()) {
            Require.that(
                    Double.isFinite(unit.trials().baseline()),
                    "rate of " + recording.signal("unit.rate").channels().get(unit.unit()),
                    "not a number in all trials",
                    "numbers from " + from + " to " + to + " s after the go cue of every trial");
        }
    }

    private static List<Values> values(UnitTunings tuning) {
        var units = tuning.units();
        return List.of(
                Values.list(
                        "preferred_directions",
                        "rad",
                        units.stream()
                                .mapToDouble(unit -> unit.means().preferredDirection())
                                .toArray()),
                Values.list(
                        "cosine_r2",
                        "1",
                        units.stream().mapToDouble(unit -> unit.means().r2()).toArray()),
                Values.list(
                        "p",
                        "1",
                        units.stream().mapToDouble(unit -> unit.trials().p()).toArray()));
    }

    private static List<Measure> spread(double[] preferred) {
        var spread = CircularStatistics.of(preferred);
        return List.of(
                Measure.of("preferred_direction_omnibus_p", "1", spread.omnibusP()),
                Measure.of("preferred_direction_rao_p", "1", spread.raoP()),
                Measure.of("preferred_direction_concentration", "1", spread.concentration()));
    }

    private static List<VonMisesTuning> narrow(Recording recording, UnitTunings tuning, int... tuned) {
        double[] directions = recording.trials().conditions().stream()
                .mapToDouble(condition -> condition.direction())
                .toArray();
        return Arrays.stream(tuned)
                .mapToObj(unit -> VonMisesTuning.fit(
                        directions,
                        tuning.units().get(unit).rates().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()))
                .toList();
    }

    private static List<Measure> narrow(List<VonMisesTuning> fits) {
        return List.of(
                Measure.of(
                        "von_mises_r2_of_means",
                        "1",
                        Samples.median(
                                fits.stream().mapToDouble(VonMisesTuning::r2).toArray())),
                Measure.of(
                        "von_mises_half_width",
                        "rad",
                        Samples.median(fits.stream()
                                .mapToDouble(VonMisesTuning::halfWidth)
                                .toArray())));
    }
}
