// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The arrays of an archive by name, and what is wrong with them. */
final class NpzArrays {
    /** The largest whole number that is of nine digits. */
    private static final double MOST = 999_999_999;

    private final String file;
    private final List<Tensor> arrays;
    private final List<String> problems = new ArrayList<>();

    /** Wraps the arrays of a file, whose name begins each message. */
    NpzArrays(String file, List<Tensor> arrays) {
        this.file = file;
        this.arrays = List.copyOf(arrays);
    }

    String file() {
        return file;
    }

    List<Tensor> all() {
        return arrays;
    }

    /** Returns the first array that has one of some names. */
    Optional<Tensor> find(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> arrays.stream().filter(one -> one.name().equals(name)))
                .findFirst();
    }

    /** Returns an array of a shape that must be there; zeros after telling that it is not. */
    double[] need(String name, Integer... shape) {
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        Optional<Tensor> found = find(name);
        if (found.isEmpty()) {
            problem(name + " is missing, expected it of " + List.of(shape));
        }
        return found.map(one -> values(one, shape)).orElseGet(() -> new double[size]);
    }

    /** Returns the numbers of an array, each finite, if it has a shape; zeros after telling that it has not. */
    double[] values(Tensor array, Integer... shape) {
        if (!array.shape().equals(List.of(shape))) {
            problem(array.name() + " is of " + array.shape() + ", expected " + List.of(shape));
            return new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
        }
        checkFinite(array);
        return array.values();
    }

    /** Notes numbers that are not finite: how many, and where the first is. */
    void checkFinite(Tensor array) {
        double[] values = array.values();
        int count = 0;
        int first = 0;
        for (int i = values.length - 1; i >= 0; i--) {
            if (!Double.isFinite(values[i])) {
                count++;
                first = i;
            }
        }
        if (count > 0) {
            String more = count == 1 ? "" : ", the first of " + count + " such";
            problem(array.name() + index(first, array.shape()) + " is " + SignalCsv.number(values[first]) + more
                    + ", expected finite numbers");
        }
    }

    /** Notes finite numbers that are not whole, or larger than any step or condition. */
    void checkWhole(String name, double... numbers) {
        Arrays.stream(numbers)
                .filter(one -> Double.isFinite(one) && (one != Math.rint(one) || Math.abs(one) > MOST))
                .findFirst()
                .ifPresent(one -> problem(
                        name + " has " + SignalCsv.number(one) + ", expected whole numbers of no more than 9 digits"));
    }

    private static List<Integer> index(int flat, List<Integer> shape) {
        Integer[] index = new Integer[shape.size()];
        int rest = flat;
        for (int axis = index.length - 1; axis >= 0; axis--) {
            index[axis] = rest % shape.get(axis);
            rest /= shape.get(axis);
        }
        return List.of(index);
    }

    void problem(String told) {
        problems.add(file + ": " + told);
    }

    /** Throws if there were problems. */
    void check() {
        if (!problems.isEmpty()) {
            throw new BadTable(problems);
        }
    }

    /** Returns the names and shapes of all arrays, in words. */
    String told() {
        return Excerpt.of(
                arrays.stream().map(one -> one.name() + " " + one.shape()).toList());
    }
}
