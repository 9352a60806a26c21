// SPDX-License-Identifier: Apache-2.0
package betz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void every_piece_runs_exactly_once(int threads) {
        var runs = new AtomicIntegerArray(100);

        try (var workers = new Workers(threads)) {
            workers.each(100, runs::incrementAndGet);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void a_failing_piece_is_told(int threads) {
        try (var workers = new Workers(threads)) {
            assertThatThrownBy(() -> workers.each(4, piece -> Require.count("piece", piece, 0, 2)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessage("piece is 3, expected 0 to 2");
        }
    }

    @Test
    void one_worker_runs_the_pieces_in_order() {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());

        try (var workers = new Workers(1)) {
            workers.each(50, order::add);
        }

        assertThat(order).isSorted().hasSize(50);
    }

    @Test
    void of_several_failures_the_one_of_the_lowest_number_is_thrown_whichever_comes_first() throws Exception {
        var lastHasFailed = new CountDownLatch(1);

        try (var workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.each(2, piece -> {
                        if (piece == 0) {
                            await(lastHasFailed);
                        }
                        lastHasFailed.countDown();
                        throw new IllegalStateException("piece " + piece);
                    }))
                    .hasMessage("piece 0");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void workers_go_on_after_a_failure() {
        var sum = new AtomicInteger();

        try (var workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.each(1, piece -> Require.positive("x", -1, "")))
                    .isInstanceOf(BadSetting.class);
            workers.each(10, sum::addAndGet);
        }

        assertThat(sum.get()).isEqualTo(45);
    }

    @Test
    void memory_that_runs_out_in_a_worker_is_thrown_as_what_it_is() {
        var full = new OutOfMemoryError("as if");

        try (var workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.each(3, piece -> {
                        throw full;
                    }))
                    .isSameAs(full);
        }
    }

    @Test
    void no_piece_at_all_is_done_at_once() {
        try (var workers = new Workers(2)) {
            workers.each(0, piece -> Require.count("piece", piece, 1, 0));
        }
    }

    @Test
    void closed_workers_leave_no_thread_behind() throws InterruptedException {
        Set<Thread> used = ConcurrentHashMap.newKeySet();

        try (var workers = new Workers(3)) {
            workers.each(30, piece -> used.add(Thread.currentThread()));
        }

        for (Thread thread : used) {
            thread.join(5_000);
        }
        assertThat(used).hasSizeBetween(1, 3).allMatch(Thread::isDaemon).noneMatch(Thread::isAlive);
    }

    @Test
    void a_caller_that_is_interrupted_stops_waiting_and_stays_interrupted() {
        var never = new CountDownLatch(1);

        try (var workers = new Workers(1)) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> workers.each(1, piece -> await(never)))
                    .hasMessage("Interrupted while workers ran");
            assertThat(Thread.interrupted()).isTrue(); // and is cleared for the tests that follow
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1025})
    void a_number_of_threads_out_of_range_is_refused(int threads) {
        assertThatThrownBy(() -> new Workers(threads)).hasMessage("threads is " + threads + ", expected 1 to 1024");
    }
}
