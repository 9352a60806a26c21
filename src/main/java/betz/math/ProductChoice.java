// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which products are the fastest here; found once, by trying them on a small matrix.
 *
 * <p>Vector classes that the virtual machine does not turn into vector instructions are hundreds of times slower than plain
 * Java: without its optimising compiler, or with vectors wider than the processor's.
 *
 * @param products the fastest
 * @param notice why it is not the vectors, if it is not
 */
record ProductChoice(Products products, Optional<String> notice) {
    /** How long the vectors may take to become faster than plain Java, ns: compiling them takes 1 s, more where others compute. */
    private static final long PATIENCE = 20_000_000_000L;

    /** The same where the compiler that knows vectors has been switched off, ns: one try. */
    private static final long ONE_TRY = 0;

    /** Rows that leave every tile something. */
    private static final int SIZE = 45;

    static final List<Products> ALL = available();

    static final ProductChoice BEST = ALL.size() == 1
            ? plain("Java has not loaded its vector instructions (betz.jar does it by itself; elsewhere"
                    + " java --add-modules jdk.incubator.vector does)")
            : tried(ALL.get(1), optimising() ? PATIENCE : ONE_TRY);

    /** Returns the plain products and, where the module is there and of the kind that this was built for, the vectors. */
    private static List<Products> available() {
        try {
            return VectorModule.load()
                    ? List.of(PlainFactor.PRODUCTS, VectorFactor.PRODUCTS)
                    : List.of(PlainFactor.PRODUCTS);
        } catch (LinkageError changed) {
            return List.of(PlainFactor.PRODUCTS); // an incubating module may change
        }
    }

    /** Returns whether this virtual machine compiles code well, as all do unless they are told otherwise. */
    private static boolean optimising() {
        String info = System.getProperty("java.vm.info", "");
        return !info.contains("emulated-client") && !info.contains("interpreted");
    }

    private static ProductChoice plain(String reason) {
        return new ProductChoice(
                Products.plain(), Optional.of("Matrix products run in plain Java, which is slower: " + reason + "."));
    }

    /** Tries products for at most so many nanoseconds. */
    static ProductChoice tried(Products products, long patience) {
        var plain = new Sample(Products.plain());
        var other = new Sample(products);
        long begin = System.nanoTime();
        do {
            plain.run();
            other.run();
            if (!Arrays.equals(plain.c, other.c)) {
                return plain("vector instructions (" + products.name() + ") gave other bits here");
            }
            if (other.fastest <= plain.fastest) {
                return new ProductChoice(products, Optional.empty());
            }
        } while (System.nanoTime() - begin < patience);
        return plain("vector instructions (" + products.name() + ") were slower here");
    }

    /** A product of two small matrices, repeated. */
    private static final class Sample {
        final float[] c = new float[SIZE * Products.stride(SIZE)];
        long fastest = Long.MAX_VALUE;
        private final Rows a = new Rows(SIZE, SIZE);
        private final Factor b;

        Sample(Products products) {
            b = products.factor(SIZE, SIZE);
            float[] values = new float[SIZE * SIZE];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (i % 7) / (1 + i % 11) - 0.4f;
            }
            a.set(0, values, 0, SIZE, SIZE);
            for (int k = 0; k < SIZE; k++) {
                b.setRow(k, 0, values, k * SIZE, SIZE);
            }
        }

        void run() {
            Arrays.fill(c, 0);
            long begin = System.nanoTime();
            b.multiply(a, SIZE, 0, SIZE, c, Products.stride(SIZE));
            fastest = Math.min(fastest, System.nanoTime() - begin);
        }
    }
}
