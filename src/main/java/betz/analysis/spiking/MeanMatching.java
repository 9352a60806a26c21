// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.common.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses from every window so many pairs of each mean count that all windows have the same distribution of means: the greatest
 * that they have in common.
 *
 * <p>A bin holds its lower edge. Which pairs of a bin are chosen is drawn.
 *
 * @see <a href="https://doi.org/10.1038/nn.2501">Churchland et al. (2010)</a>
 */
final class MeanMatching {
    private final List<Map<Integer, List<Integer>>> pairs = new ArrayList<>();
    private final Map<Integer, Integer> common = new TreeMap<>();

    /**
     * Finds what the windows have in common.
     *
     * @param means [window][pair], spikes
     * @param bin width of the bins of means, spikes
     */
    MeanMatching(double[][] means, double bin) {
        for (double[] window : means) {
            Map<Integer, List<Integer>> bins = new TreeMap<>();
            for (int pair = 0; pair < window.length; pair++) {
                bins.computeIfAbsent((int) (window[pair] / bin), first -> new ArrayList<>())
                        .add(pair);
            }
            pairs.add(bins);
        }
        pairs.get(0).keySet().forEach(place -> common.put(place, least(place)));
    }

    private int least(int place) {
        return pairs.stream()
                .mapToInt(bins -> bins.getOrDefault(place, List.of()).size())
                .min()
                .orElse(0);
    }

    /** Returns how many pairs each window keeps. */
    int kept() {
        return common.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Draws the pairs that a window keeps, in ascending order. */
    int[] draw(int window, RandomStream random) {
        List<Integer> chosen = new ArrayList<>();
        common.forEach((place, count) -> {
            Integer[] bin = pairs.get(window).getOrDefault(place, List.of()).toArray(Integer[]::new);
            for (int i = 0; i < count; i++) {
                int other = i + random.nextInt(bin.length - i);
                Integer drawn = bin[other];
                bin[other] = bin[i];
                bin[i] = drawn;
                chosen.add(drawn);
            }
        });
        int[] order = chosen.stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(order);
        return order;
    }
}
