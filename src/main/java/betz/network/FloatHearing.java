// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.data.Touched;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** {@link Hearing} in single precision, for rows of states [trial·stride + unit]. */
final class FloatHearing {
    private final Layer cell;
    private final Shape shape;
    private Places[] touched = {};
    private float[][] heard = {}; // before each step, as states; empty until some trial is touched
    private float[] gradient = {}; // over what is heard after the step in hand

    /** Where the touched units of a trial lie in a row of states. */
    @SuppressWarnings("ArrayRecordComponent") // inside this class, never compared
    private record Places(Touched units, int[] at) {
        float gain() {
            return (float) units.touch().gain();
        }

        float current() {
            return (float) units.touch().drive();
        }

        boolean rests(int step) {
            return units.touch().rests() && units.acts(step);
        }

        /** Tells whether the touch acts on a row of states, that before the first step or that after a step. */
        boolean acts(int row) {
            return row == 0 ? units.actsAtStart() : units.acts(row - 1);
        }
    }

    FloatHearing(Layer cell, Shape shape) {
        this.cell = cell;
        this.shape = shape;
    }

    /** Begins trials; where none is touched, states are heard as they are. */
    void begin(@Nullable Occasion occasion) {
        List<Touched> some = occasion == null ? List.of() : occasion.touched(cell);
        touched = some.stream().map(this::places).toArray(Places[]::new);
        if (touched.length > 0 && heard.length == 0) {
            heard = new float[shape.steps() + 1][shape.batch() * shape.stride()];
            gradient = new float[shape.batch() * shape.stride()];
        }
        Arrays.fill(gradient, 0);
    }

    private Places places(Touched one) {
        int[] at = IntStream.range(0, shape.units())
                .filter(one::has)
                .map(unit -> one.trial() * shape.stride() + unit)
                .toArray();
        return new Places(one, at);
    }

    /** Returns what is heard before each step, given the states. */
    float[][] of(float[][] states) {
        return touched.length == 0 ? states : heard;
    }

    /** Returns what the gradient over what is heard is added to, given that over the state. */
    float[] gradient(float[] ofState) {
        return touched.length == 0 ? ofState : gradient;
    }

    /** Adds the currents of a step to the drive of the units. */
    void drive(int step, float[] drive) {
        for (Places one : touched) {
            if (one.current() != 0 && one.units.acts(step)) {
                for (int place : one.at) {
                    drive[place] += one.current();
                }
            }
        }
    }

    /** Returns what is heard of the state before the first step, row 0, or after the step before a row. */
    float[] hear(int row, float[] state) {
        if (touched.length == 0) {
            return state;
        }
        float[] now = heard[row];
        System.arraycopy(state, 0, now, 0, now.length);
        for (Places one : touched) {
            if (one.acts(row)) {
                for (int place : one.at) {
                    now[place] = (float) one.units.heard(state[place]);
                }
            }
        }
        return now;
    }

    /** Puts the units that rest after a step at rest. */
    void rest(int step, FloatKernel kernel) {
        for (Places one : touched) {
            if (one.rests(step)) {
                for (int place : one.at) {
                    kernel.still(step, place);
                }
            }
        }
    }

    /** The way back of {@link #rest}: whatever the own state of a unit was, it is at rest. */
    void restBack(int step, float[] ofState, FloatKernel kernel) {
        for (Places one : touched) {
            if (one.rests(step)) {
                for (int place : one.at) {
                    ofState[place] = 0;
                    kernel.stillBack(place);
                }
            }
        }
    }

    /** The way back of {@link #hear}: moves the gradient over what is heard to that over the state. */
    void back(int row, float[] ofState) {
        if (touched.length == 0) {
            return;
        }
        for (Places one : touched) {
            if (one.acts(row)) {
                for (int place : one.at) {
                    gradient[place] *= one.gain();
                }
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            ofState[i] += gradient[i];
            gradient[i] = 0;
        }
    }
}
