// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Demixed principal components: pairs of a decoder and an encoder, each of which tells one part of the activity from all of it.
 *
 * <p>Components stand in the order of the variance that each explains alone, {@code 1 − |X − X d fᵀ|²/|X|²}.
 *
 * @see <a href="https://doi.org/10.7554/eLife.10989">Kobak et al. (2016)</a>
 */
final class Demixed {
    /** The part of the activity that a component is of. */
    enum Part {
        /** What all conditions share. */
        TIME,
        /** What differs between conditions, at all times or at some. */
        CONDITION
    }

    /** One pair; both are [unit]. */
    private static final class Component {
        private final Part part;
        private final double[] encoder;
        private final double[] decoder;
        private final double explained;

        Component(Part part, double[] encoder, double[] decoder, double explained) {
            this.part = part;
            this.encoder = encoder;
            this.decoder = decoder;
            this.explained = explained;
        }
    }

    private final Marginals marginals;
    private final Svd whole;
    private final List<Component> components;

    private Demixed(Marginals marginals, Svd whole, List<Component> components) {
        this.marginals = marginals;
        this.whole = whole;
        this.components = components;
    }

    /**
     * Finds the components.
     *
     * @param activity of which something varies
     * @param most number of components of each part
     * @param lambda λ; the ridge is {@code (λ |X|)²}
     */
    static Demixed of(Activity activity, int most, double lambda) {
        Marginals marginals = Marginals.of(activity);
        double total = Matrices.squares(marginals.all());
        Svd whole = Svd.of(marginals.all());
        List<Component> components = Arrays.stream(Part.values())
                .flatMap(part -> pairs(
                        marginals, part, ReducedRank.of(whole, rows(marginals, part), most, lambda * lambda * total)))
                .sorted(Comparator.comparingDouble(component -> -component.explained))
                .toList();
        return new Demixed(marginals, whole, components);
    }

    private static Stream<Component> pairs(Marginals marginals, Part part, ReducedRank fit) {
        return IntStream.range(0, fit.encoders()[0].length).mapToObj(i -> {
            double[] encoder = Matrices.column(fit.encoders(), i);
            double[] decoder = Matrices.column(fit.decoders(), i);
            long above = Arrays.stream(encoder).filter(f -> f > 0).count();
            if (2 * above < encoder.length) {
                Arrays.setAll(encoder, unit -> -encoder[unit]);
                Arrays.setAll(decoder, unit -> -decoder[unit]);
            }
            return new Component(part, encoder, decoder, explained(marginals.all(), marginals.all(), encoder, decoder));
        });
    }

    private static double[][] rows(Marginals marginals, Part part) {
        return switch (part) {
            case TIME -> marginals.time();
            case CONDITION -> marginals.condition();
        };
    }

    /** Returns {@code (|Y|² − |Y − Y d fᵀ|²)/|X|²}. */
    private static double explained(double[][] y, double[][] x, double[] encoder, double[] decoder) {
        double[][] left = Matrices.sum(y, -1, shown(y, encoder, decoder));
        return (Matrices.squares(y) - Matrices.squares(left)) / Matrices.squares(x);
    }

    private static double[][] shown(double[][] y, double[] encoder, double[] decoder) {
        return Matrices.product(
                Matrices.product(y, Matrices.transposed(new double[][] {decoder})), new double[][] {encoder});
    }

    /** Returns the number of components. */
    int size() {
        return components.size();
    }

    /** Returns which part each component is of. */
    List<Part> parts() {
        return components.stream().map(component -> component.part).toList();
    }

    /** Returns a part's share of all variance. */
    double share(Part part) {
        return Matrices.squares(rows(marginals, part)) / Matrices.squares(marginals.all());
    }

    /** Returns F, [unit][component], columns of length 1. */
    double[][] encoders() {
        return Matrices.transposed(
                components.stream().map(component -> component.encoder).toArray(double[][]::new));
    }

    /** Returns D, [unit][component]. */
    double[][] decoders() {
        return Matrices.transposed(
                components.stream().map(component -> component.decoder).toArray(double[][]::new));
    }

    /** Returns the share of all variance that each component explains alone, [component]. */
    double[] explained() {
        return components.stream().mapToDouble(component -> component.explained).toArray();
    }

    /**
     * Returns how much of all variance each component explains of a part, [component].
     *
     * <p>Over the parts it adds up to {@link #explained()}.
     */
    double[] explained(Part part) {
        double[][] rows = rows(marginals, part);
        return components.stream()
                .mapToDouble(one -> explained(rows, marginals.all(), one.encoder, one.decoder))
                .toArray();
    }

    /** Returns the share of all variance that the first components explain together, [number less 1]. */
    double[] together() {
        double[] shares = new double[size()];
        double[][] left = marginals.all();
        double total = Matrices.squares(left);
        for (int i = 0; i < shares.length; i++) {
            Component one = components.get(i);
            left = Matrices.sum(left, -1, shown(marginals.all(), one.encoder, one.decoder));
            shares[i] = 1 - Matrices.squares(left) / total;
        }
        return shares;
    }

    /** Returns the share of all variance that as many principal components explain, the most possible, [number less 1]. */
    double[] principal() {
        double total = Matrices.squares(marginals.all());
        double[] shares = new double[size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += i < whole.rank() ? whole.s()[i] * whole.s()[i] : 0;
            shares[i] = sum / total;
        }
        return shares;
    }

    /** Returns the centred activity along a component's decoder, [condition x time]. */
    double[] course(int component) {
        return Matrices.column(
                Matrices.product(
                        marginals.all(), Matrices.transposed(new double[][] {components.get(component).decoder})),
                0);
    }
}
