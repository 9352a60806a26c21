// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/** A touch that lasts for a while. */
@About("Touches units for a while.")
public sealed interface Passing extends Touch, Timed
        permits Passing.Silence, Passing.Clamp, Passing.Stimulate, Passing.Cool {

    /** Returns how long it lasts, s. */
    double for_();

    @Override
    default int from(Trial trial, double dt) {
        return since().step(trial, at(), dt);
    }

    @Override
    default int until(Trial trial, double dt) {
        return since().end(trial, at(), for_(), dt);
    }

    private static void check(double at, double length) {
        Since.check("at", at);
        Since.checkLength("for", length);
    }

    /**
     * Units fall silent, and come back from rest.
     *
     * @param units which
     * @param since what {@code at} is counted from
     * @param at when they fall silent, s
     * @param for_ how long, s
     * @see <a href="https://doi.org/10.1038/s41586-019-1869-9">Sauerbrei et al. (2020)</a>, during reaches
     */
    @About(
            value = "Units fall silent, as under light that excites inhibition, and come back from rest.",
            source = "doi:10.1038/s41586-019-1869-9",
            equation = "r = 0, and the unit's own state is that of rest")
    record Silence(
            @About("Which units.") UnitChoice units,
            @About("What at is counted from.") Since since,

            @Unit("s") @About("When they fall silent; before 0 it is earlier than since.")
            double at,

            @Unit("s") @About("How long they are silent.") double for_)
            implements Passing {
        /** All units, for 200 ms while the hand moves. */
        public static final Silence DEFAULT = new Silence(UnitChoice.DEFAULT, Since.GO, 0.3, 0.2);

        public Silence {
            check(at, for_);
        }

        @Override
        public double gain() {
            return 0;
        }

        @Override
        public boolean rests() {
            return true;
        }
    }

    /**
     * What is heard of units is held at a value, whatever they do themselves.
     *
     * @param units which
     * @param rate 1 in a network, spikes/s in a cortex
     * @param since what {@code at} is counted from
     * @param at when it begins, s
     * @param for_ how long, s
     */
    @About(
            value = "The rate of units is held; what is driven in them goes on unheard.",
            equation = "r = rate; the unit's own state follows its drive")
    record Clamp(
            @About("Which units.") UnitChoice units,

            @About("What their rate is held at, in the units of their rate: 1 in a network, spikes/s in a cortex.")
            double rate,

            @About("What at is counted from.") Since since,

            @Unit("s") @About("When it begins; before 0 it is earlier than since.")
            double at,

            @Unit("s") @About("How long they are held.") double for_)
            implements Passing {
        /** All units at 0, for 200 ms while the hand moves. */
        public static final Clamp DEFAULT = new Clamp(UnitChoice.DEFAULT, 0, Since.GO, 0.3, 0.2);

        public Clamp {
            Require.finite("rate", rate, "");
            check(at, for_);
        }

        @Override
        public double gain() {
            return 0;
        }

        @Override
        public double held() {
            return rate;
        }
    }

    /**
     * A current drives units.
     *
     * @param units which
     * @param drive 1 in a network, spikes/s in a cortex
     * @param since what {@code at} is counted from
     * @param at when it begins, s
     * @param for_ how long, s
     * @see <a href="https://doi.org/10.1152/jn.00808.2006">Churchland &amp; Shenoy (2007)</a>, microstimulation in the delay period
     */
    @About(
            value = "A current drives units: it is added where their bias is, before what they make of their drive.",
            source = "doi:10.1152/jn.00808.2006",
            equation = "a = W h + b + U x + drive; in a cortex r = clip(b + k (features) + drive, 0, 100 spikes/s)")
    record Stimulate(
            @About("Which units.") UnitChoice units,

            @About("What is added to their drive: 1 in a network, spikes/s in a cortex; below 0 it inhibits.")
            double drive,

            @About("What at is counted from.") Since since,

            @Unit("s") @About("When it begins; before 0 it is earlier than since.")
            double at,

            @Unit("s") @About("How long it flows.") double for_)
            implements Passing {
        /** All units by 1, for 50 ms before the hand moves. */
        public static final Stimulate DEFAULT = new Stimulate(UnitChoice.DEFAULT, 1, Since.GO, 0, 0.05);

        public Stimulate {
            Require.finite("drive", drive, "");
            check(at, for_);
        }
    }

    /**
     * Less is heard of units.
     *
     * @param units which
     * @param gain what is left of their rate, 1
     * @param since what {@code at} is counted from
     * @param at when it begins, s
     * @param for_ how long, s
     * @see <a href="https://doi.org/10.1038/nature07448">Long &amp; Fee (2008)</a>, cooling of a premotor nucleus
     */
    @About(
            value = "Units are cooled: less is heard of them. Their time constants stay.",
            source = "doi:10.1038/nature07448",
            equation = "r = gain (what it would be)")
    record Cool(
            @About("Which units.") UnitChoice units,
            @About("What is left of their rate, 0 to 1.") double gain,
            @About("What at is counted from.") Since since,

            @Unit("s") @About("When it begins; before 0 it is earlier than since.")
            double at,

            @Unit("s") @About("How long they are cool.") double for_)
            implements Passing {
        /** All units to a half, from the start of the trial for as long as trials last. */
        public static final Cool DEFAULT = new Cool(UnitChoice.DEFAULT, 0.5, Since.START, 0, 60);

        public Cool {
            Require.within("gain", gain, 0, 1, "");
            check(at, for_);
        }
    }
}
