// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.HandPath;
import betz.analysis.PerturbationResponse;
import betz.data.Field;
import betz.data.LoadRows;
import betz.data.Recording;
import betz.data.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How far hands stray from the straight way, and how they push against the walls of channels. */
final class Deviations {
    private Deviations() {}

    /**
     * Returns the greatest distance from the straight way after the go cue, before the hand has gone as far as the target is, m;
     * positive to the left.
     */
    static double greatest(Recording recording, int trial) {
        Trial asked = recording.trials().get(trial);
        double length = asked.start().distance(asked.target());
        double[] across = PerturbationResponse.sideways(recording, trial);
        double[] along = PerturbationResponse.along(recording, trial);
        double greatest = 0;
        for (int step = asked.goCue(); step < across.length && along[step] < length; step++) {
            greatest = Math.abs(across[step]) > Math.abs(greatest) ? across[step] : greatest;
        }
        return greatest;
    }

    /**
     * Returns the share of a field that the hand makes up for in each channel, [trial]; NaN in other trials.
     *
     * <p>The field is the last one before the channel, or the first after it where there is none before.
     */
    static double[] channelIndices(Recording recording) {
        List<Trial> trials = recording.trials().trials();
        double[] indices = new double[trials.size()];
        Arrays.setAll(indices, trial -> {
            Optional<Field> field = field(trials, trial);
            return trials.get(trial).perturbation() instanceof Field.Channel channel && field.isPresent()
                    ? channelIndex(recording, trial, channel, field.get())
                    : Double.NaN;
        });
        return indices;
    }

    private static Optional<Field> field(List<Trial> trials, int trial) {
        return IntStream.concat(
                        IntStream.iterate(trial, i -> i >= 0, i -> i - 1), IntStream.range(trial, trials.size()))
                .mapToObj(i -> trials.get(i).perturbation())
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .filter(field -> !(field instanceof Field.Channel))
                .findFirst();
    }

    /** Walls feel {@code stiffness d + damping d'} to the left; the field pushes to the left in proportion to forward speed. */
    private static double channelIndex(Recording recording, int trial, Field.Channel channel, Field field) {
        Trial asked = recording.trials().get(trial);
        double dt = recording.trials().dt();
        double[] across = PerturbationResponse.sideways(recording, trial);
        double[] sideward = HandPath.slope(across, dt);
        double[] forward = HandPath.slope(PerturbationResponse.along(recording, trial), dt);
        double push = push(asked, field.load(asked));
        double product = 0;
        double square = 0;
        for (int step = asked.goCue(); step < across.length; step++) {
            double felt = channel.stiffness() * across[step] + channel.damping() * sideward[step];
            double wanted = -push * forward[step];
            product += felt * wanted;
            square += wanted * wanted;
        }
        return square == 0 ? Double.NaN : product / square;
    }

    /** Returns the force of a field to the left over forward speed, N·s/m. */
    private static double push(Trial asked, double[] load) {
        double x = StrictMath.cos(asked.direction());
        double y = StrictMath.sin(asked.direction());
        int b = LoadRows.VISCOSITY;
        return x * (load[b + 2] * x + load[b + 3] * y) - y * (load[b] * x + load[b + 1] * y);
    }
}
