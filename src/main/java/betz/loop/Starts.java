// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import betz.data.Point;
import betz.data.TrialBatch;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The states of rest that trials begin in: postures, and the activations that hold them; one by one for the trials. */
public final class Starts {
    private final List<Rest> rests;

    private record Rest(List<Double> joint, List<Double> activation) {
        private static Rest of(Effector effector, Point start) {
            double[] joint = effector.posture(start);
            double[] usual = effector.startJoint();
            // the usual posture stands for itself, not for what inverse kinematics makes of it
            double[] held = start.equals(effector.hand(usual[0], usual[1])) ? usual : joint;
            return new Rest(list(joint), list(effector.rest(held[0], held[1])));
        }

        private static List<Double> list(double[] values) {
            return java.util.Arrays.stream(values).boxed().toList();
        }
    }

    private Starts(List<Rest> rests) {
        this.rests = rests;
    }

    /**
     * Finds the states of rest at the starts of some trials.
     *
     * @throws betz.common.BadSetting if a start is out of reach
     */
    public static Starts of(Effector effector, TrialBatch trials) {
        Map<Point, Rest> known = new HashMap<>();
        List<Rest> rests = new ArrayList<>();
        for (int trial = 0; trial < trials.size(); trial++) {
            rests.add(known.computeIfAbsent(trials.get(trial).start(), start -> Rest.of(effector, start)));
        }
        return new Starts(rests);
    }

    /** Returns those of the chosen trials, in the order given. */
    public Starts select(int... chosen) {
        return new Starts(IntStream.of(chosen).mapToObj(rests::get).toList());
    }

    /** Writes postures, [2][trial], rad or m, and activations, [muscle][trial]. Both modified. */
    void write(double[][] joint, double[][] activation) {
        Require.length("starts", rests.size(), joint[0].length);
        for (int trial = 0; trial < rests.size(); trial++) {
            Rest rest = rests.get(trial);
            for (int i = 0; i < joint.length; i++) {
                joint[i][trial] = rest.joint().get(i);
            }
            for (int muscle = 0; muscle < activation.length; muscle++) {
                activation[muscle][trial] = rest.activation().get(muscle);
            }
        }
    }
}
