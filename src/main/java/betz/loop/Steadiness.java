// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.BadSetting;
import betz.data.Condition;
import betz.data.Field;
import betz.data.Handle;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.effector.EffectorKernel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Whether steps are short enough for a field or a handle: a stiff wall shakes a hand that is carried by long steps.
 *
 * <p>Hands at rest at home are put a millimetre beside the way, in eight directions; after half a second, in which their muscles
 * are held, they must be as near as hands that are carried by far shorter steps. Explicit Euler steps take {@code dt stiffness}
 * from the damping of a wall, whatever the hand weighs: the usual channel of 2500 N/m and 25 N·s/m is not damped at all at 10 ms.
 */
public final class Steadiness {
    /** Parts of a step that are tried at most. */
    public static final int MOST_PARTS = 16;

    private static final int WAYS = 8;
    private static final double BESIDE = 1e-3; // m
    private static final double LASTS = 0.5; // s
    private static final double LAST_SHARE = 0.2; // of that time, in which the hand is looked at
    private static final double SLACK = 1e-4; // m, beside twice the way of the short steps

    private final Effector effector;
    private final TrialBatch trials;
    private final double dt;
    private final List<double[]> beside; // postures

    private Steadiness(Effector effector, UnaryOperator<Trial> loaded, double dt) {
        this.effector = effector;
        this.dt = dt;
        List<Trial> all = new ArrayList<>();
        beside = new ArrayList<>();
        Point home = effector.home();
        for (int way = 0; way < WAYS; way++) {
            double angle = 2 * Math.PI * way / WAYS;
            double x = BESIDE * StrictMath.cos(angle);
            double y = BESIDE * StrictMath.sin(angle);
            beside.add(effector.posture(home.plus(-y, x)));
            all.add(loaded.apply(new Trial(new Condition(way, "", angle), home, home.plus(x, y), 0, 0, 1)));
        }
        trials = new TrialBatch(dt, 1, all);
    }

    /**
     * Returns in how many equal parts a step must be carried for a field, beside those that the body has: 1 if the step is short
     * enough.
     *
     * @return a power of 2; {@value #MOST_PARTS} if no more would do
     * @throws BadSetting if the step is too long for the body's muscles
     */
    public static int parts(Effector effector, Field field, double dt) {
        return parts(effector, trial -> trial.with(field), dt);
    }

    /** Returns the same for a handle. */
    public static int parts(Effector effector, Handle handle, double dt) {
        return parts(effector, trial -> trial.holding(handle), dt);
    }

    private static int parts(Effector effector, UnaryOperator<Trial> loaded, double dt) {
        try {
            return new Steadiness(effector, loaded, dt).parts();
        } catch (BadSetting outOfReach) {
            var unused = effector.kernel(1, dt);
            return 1; // home is at the edge of the workspace, where no hand can be put beside it
        }
    }

    private int parts() {
        double near = 2 * farthest(MOST_PARTS) + SLACK;
        int parts = 1;
        while (parts < MOST_PARTS && !(farthest(parts) <= near)) {
            parts *= 2;
        }
        return parts;
    }

    /** Returns how far from home any hand still is at the end, m. */
    private double farthest(int parts) {
        var disturbance = new Disturbance(WAYS);
        disturbance.begin(trials);
        EffectorKernel kernel = effector.kernel(WAYS, dt / parts);
        double[][] excitation = new double[effector.muscles()][WAYS];
        double[][] state = new double[effector.states()][WAYS];
        double[][] next = new double[effector.states()][WAYS];
        start(kernel, excitation, state);
        double[][] sense = new double[Sight.ROWS + 2 * effector.muscles()][WAYS];
        int steps = (int) Math.ceil(LASTS / dt * parts);
        double farthest = 0;
        for (int step = 0; step < steps; step++) {
            kernel.step(state, excitation, disturbance.load(0), next);
            double[][] swap = state;
            state = next;
            next = swap;
            kernel.sense(state, sense);
            farthest = step < (1 - LAST_SHARE) * steps ? 0 : Math.max(farthest, farthest(sense));
        }
        return farthest;
    }

    private void start(EffectorKernel kernel, double[][] excitation, double[][] state) {
        double[] joint = effector.startJoint();
        double[] rest = effector.rest(joint[0], joint[1]);
        double[][] joints = new double[joint.length][WAYS];
        for (int way = 0; way < WAYS; way++) {
            for (int m = 0; m < rest.length; m++) {
                excitation[m][way] = rest[m];
            }
            joints[0][way] = beside.get(way)[0];
            joints[1][way] = beside.get(way)[1];
        }
        kernel.reset(joints, excitation, state);
    }

    private double farthest(double[][] sense) {
        Point home = effector.home();
        double farthest = 0;
        for (int way = 0; way < WAYS; way++) {
            double distance = home.distance(new Point(sense[0][way], sense[1][way]));
            farthest = Math.max(farthest, Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance);
        }
        return farthest;
    }
}
