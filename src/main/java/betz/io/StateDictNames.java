// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.network.WeightLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which tensor of a state_dict is which block of a layout.
 *
 * <p>A name may follow the names of the modules that hold it, each with a dot ({@code rnn.weight_hh}, {@code
 * model.readout.bias}); those of the cell share one such prefix, and so do those of the layers beside it. Names of the cell may
 * end in {@value #LAYER}, as PyTorch has it for layers of units but not for single cells.
 */
final class StateDictNames {
    /** The first of several layers; there is no second. */
    private static final String LAYER = "_l0";

    /** Names of a Linear that is no layer of a stack. */
    private static final Pattern LINEAR = Pattern.compile("(readout|hidden)\\..*");

    private final WeightLayout layout;
    private final Map<String, String> given = new HashMap<>(); // by block
    private final List<String> unknown = new ArrayList<>();
    private final List<BadWeights.Problem> problems = new ArrayList<>();
    private final TreeSet<String> ofCell = new TreeSet<>();
    private final TreeSet<String> ofLayers = new TreeSet<>();

    StateDictNames(WeightLayout layout, Collection<String> names) {
        this.layout = layout;
        names.forEach(this::place);
        tellSeveral(ofCell);
        tellSeveral(ofLayers);
    }

    private void place(String name) {
        for (WeightLayout.Block block : layout.blocks()) {
            boolean layer = LINEAR.matcher(block.name()).matches();
            String plain = !layer && name.endsWith(LAYER) ? name.substring(0, name.length() - LAYER.length()) : name;
            if (("." + plain).endsWith("." + block.name())) {
                String prefix = plain.substring(0, plain.length() - block.name().length());
                boolean another = !(layer ? ofLayers : ofCell).add(prefix);
                String before = given.putIfAbsent(block.name(), name);
                if (before != null && another) {
                    tell("with " + Excerpt.of(before) + " and " + Excerpt.of(name), "one of them");
                }
                return;
            }
        }
        unknown.add(name);
    }

    private void tellSeveral(TreeSet<String> prefixes) {
        if (prefixes.size() > 1) {
            tell(
                    "with names after " + Excerpt.of("'" + String.join("', '", prefixes) + "'"),
                    "all after the same, those of one network");
        }
    }

    private void tell(String found, String expected) {
        problems.add(new BadWeights.Problem(found, expected));
    }

    /** Returns the name that a block goes by, or null if it is missing. */
    @Nullable
    String of(WeightLayout.Block block) {
        return given.get(block.name());
    }

    /** Tells whether no tensor is this block. */
    boolean isMissing(WeightLayout.Block block) {
        return !given.containsKey(block.name());
    }

    /** Returns the names that are no block's. */
    List<String> unknown() {
        return unknown;
    }

    /** Returns what makes it unclear which tensor is meant. */
    List<BadWeights.Problem> problems() {
        return problems;
    }
}
