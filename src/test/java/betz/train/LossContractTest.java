// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Recording;
import betz.data.Trial;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.loop.Imitated;
import betz.loop.Network;
import betz.network.Activation;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every term of the loss with every norm in every window, and for every two of them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LossContractTest {
    private static final Workers ALONE = new Workers(1);
    private static final Feedback FEEDBACK =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));
    private static final MotorNoise NOISE = new MotorNoise(0.1, 0.1, MotorNoise.DEFAULT.tau());
    private static final int STEPS = 16;
    private static final int GO = 5;

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    @Test
    void gradients_through_the_arm_equal_central_differences() {
        Effector arm = Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET);
        for (Loss loss : everyTermNormAndWindow(Loss.names())) {
            check(trainer(arm, loss), closed(arm), loss);
        }
    }

    @Test
    void gradients_of_all_pairs_through_the_arm_equal_central_differences() {
        for (Loss loss : everyPair(Loss.names())) {
            check(trainer(Arm26.DEFAULT, loss), closed(Arm26.DEFAULT), loss);
        }
    }

    @Test
    void gradients_through_the_point_mass_equal_central_differences() {
        for (Loss loss : everyPair(Loss.names())) {
            check(trainer(PointMass.DEFAULT, loss), closed(PointMass.DEFAULT), loss);
        }
    }

    @ParameterizedTest
    @EnumSource
    void gradients_of_what_is_imitated_equal_central_differences(Imitated of) {
        List<Loss> losses = new ArrayList<>(everyTermNormAndWindow(Loss.of(of)));
        losses.addAll(everyPair(Loss.of(of)));
        for (Loss loss : losses) {
            check(trainer(of, loss), open(of), loss);
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_the_terms_that_are_told_count_where_something_is_imitated(Imitated of) {
        Loss all = Losses.NONE;
        for (String name : Loss.names()) {
            all = Losses.with(all, name, Term.squares(1));
        }

        double[] values = trainer(of, all)
                .gradient(0, open(of).initial(5), ALONE, new double[open(of).weights()])
                .values();

        for (String name : Loss.names()) {
            assertThat(values[LossTerms.place(name)] > 0)
                    .as(name)
                    .isEqualTo(Loss.of(of).contains(name));
        }
    }

    @Test
    void every_term_counts_with_a_body_and_alone_it_is_the_loss() {
        for (String name : Loss.names()) {
            Network network = closed(Arm26.DEFAULT);

            LossTerms terms = trainer(Arm26.DEFAULT, Losses.only(name, Term.squares(2)))
                    .gradient(0, network.initial(5), ALONE, new double[network.weights()]);

            assertThat(terms.get(name)).as(name).isPositive().isEqualTo(terms.total());
        }
    }

    @Test
    void twice_the_weight_is_twice_the_cost_whatever_the_window() {
        for (String name : Loss.names()) {
            for (Window window : Window.values()) {
                double once = cost(name, new Term(1, Norm.SMOOTH, 0.3, window));
                double twice = cost(name, new Term(2, Norm.SMOOTH, 0.3, window));

                assertThat(twice).as(name).isCloseTo(2 * once, within(1e-12 * once)); // rounding only
            }
        }
    }

    @Test
    void windows_that_make_up_the_trial_share_its_mean_by_their_steps() {
        for (String name : Loss.names()) {
            if (!List.of("weights", "endPoint").contains(name)) {
                double sum = 0;
                for (Window window : List.of(Window.BEFORE_GO, Window.MOVEMENT, Window.HOLD)) {
                    sum += samples(window) * cost(name, new Term(1, Norm.ABSOLUTE, 1, window));
                }
                double whole = samples(Window.TRIAL) * cost(name, new Term(1, Norm.ABSOLUTE, 1, Window.TRIAL));

                assertThat(sum).as(name).isCloseTo(whole, within(1e-12 * whole)); // rounding only
            }
        }
    }

    private static double cost(String name, Term term) {
        Network network = closed(Arm26.DEFAULT);
        return trainer(Arm26.DEFAULT, Losses.only(name, term))
                .gradient(0, network.initial(5), ALONE, new double[network.weights()])
                .total();
    }

    /** Every trial is drawn as the trainer draws it. */
    private static long samples(Window window) {
        Recording target = target(Arm26.DEFAULT);
        long sum = 0;
        for (int i = 0; i < 4; i++) {
            int place = betz.common.RandomStream.of(8, "batch", 0, i).nextInt(5);
            Trial trial = target.trials().get(place);
            sum += window.until(trial) - window.from(trial);
        }
        return sum;
    }

    private static List<Loss> everyTermNormAndWindow(List<String> names) {
        List<Loss> losses = new ArrayList<>();
        for (String name : names) {
            for (Norm norm : Norm.values()) {
                for (Window window : Window.values()) {
                    losses.add(Losses.only(name, new Term(1, norm, 0.3, window)));
                }
            }
        }
        return losses;
    }

    /** Every two terms, of which norms and windows change with the place. */
    private static List<Loss> everyPair(List<String> names) {
        List<Loss> losses = new ArrayList<>();
        for (int one = 0; one < names.size(); one++) {
            for (int other = 0; other < one; other++) {
                Loss loss = Losses.only(names.get(one), term(one + other));
                losses.add(Losses.with(loss, names.get(other), term(one)));
            }
        }
        return losses;
    }

    private static Term term(int place) {
        Window window = Window.values()[place % Window.values().length];
        return new Term(1, Norm.values()[place % Norm.values().length], 0.3, window);
    }

    /** Compares some weights of every block, and the same ones again under the next loss but one. */
    private static void check(Trainer trainer, Network network, Loss loss) {
        double[] weights = network.initial(5);
        double[] gradient = new double[weights.length];

        double total = trainer.gradient(2, weights, ALONE, gradient).total();

        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(greatest).as("%s", loss).isPositive();
        for (int i = 0; i < 5; i++) {
            int place = (int) ((long) i * (weights.length - 1) / 4);
            double difference = difference(trainer, weights, place);
            // the rounding of a loss over a step of 1e-5 is 1e-10 of it
            assertThat(gradient[place])
                    .as("%s, weight %d", loss, place)
                    .isCloseTo(difference, within(Math.max(1e-6 * greatest, 1e-9 * total)));
        }
    }

    private static double difference(Trainer trainer, double[] weights, int place) {
        double step = 1e-5;
        double kept = weights[place];
        double[] unused = new double[weights.length];
        weights[place] = kept + step;
        double above = trainer.gradient(2, weights, ALONE, unused).total();
        weights[place] = kept - step;
        double below = trainer.gradient(2, weights, ALONE, unused).total();
        weights[place] = kept;
        return (above - below) / (2 * step);
    }

    private static Network closed(Effector body) {
        return Network.definition(
                new Leaky(3, 0.03, Activation.TANH, Readout.SIGMOID, -1), body.muscles(), MinimumJerk.DT);
    }

    private static Network open(Imitated of) {
        return Network.aloneDefinition(
                new Leaky(3, 0.03, Activation.TANH, Readout.LINEAR, 0.1), of.outputs(Arm26.DEFAULT), MinimumJerk.DT);
    }

    private static Trainer trainer(Effector body, Loss loss) {
        return new Trainer(
                body, FEEDBACK, NOISE, closed(body), target(body), training(Mode.ClosedLoop.DEFAULT, loss), 8);
    }

    private static Trainer trainer(Imitated of, Loss loss) {
        var training = training(new Mode.Imitation(of), loss);
        return new Trainer(Arm26.DEFAULT, FEEDBACK, open(of), target(Arm26.DEFAULT), training, 8);
    }

    private static Training training(Mode mode, Loss loss) {
        return new Training(mode, Bptt.DEFAULT, 1, 4, 5, 1, loss);
    }

    private static Recording target(Effector body) {
        return WaitingReaches.of(body, 5, STEPS, GO);
    }
}
