// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** A fixed set of daemon threads that run numbered pieces of work; what a piece computes never depends on its thread. */
public final class Workers implements AutoCloseable {
    /** More than any machine that this is meant for has. */
    public static final int MOST = 1024;

    private final ExecutorService executor;

    /** Starts the workers; one worker runs everything in order. */
    public Workers(int threads) {
        Require.count("threads", threads, 1, MOST);
        executor = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "betz-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Runs {@code work} for 0 to {@code pieces - 1} and returns when all have ended; the first failure is thrown on. */
    public void each(int pieces, IntConsumer work) {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int piece = i;
            running.add(executor.submit(() -> work.accept(piece)));
        }
        for (Future<?> one : running) {
            await(one);
        }
    }

    private static void await(Future<?> one) {
        try {
            one.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failure.getCause() instanceof Error cause) {
                throw cause; // memory that ran out is no defect of a worker
            }
            throw new IllegalStateException("A worker failed: " + failure.getCause(), failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while workers ran", stop);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
