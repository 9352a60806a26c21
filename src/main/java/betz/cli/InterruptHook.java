// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Interruption;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Hears that the process is to end, as by Ctrl-C; has the run keep its state, and tells how to go on. */
final class InterruptHook {
    /** What a run may take to tidy up behind itself, ms; nothing depends on it. */
    private static final long PATIENCE = 500;

    private final Interruption interruption;
    private final ResumeCommand resume;
    private final PrintWriter err;
    private final Thread hook = new Thread(this::end, "betz-interrupt");
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Listens until it is closed. */
    InterruptHook(Interruption interruption, ResumeCommand resume, PrintWriter err) {
        this.interruption = interruption;
        this.resume = resume;
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end() {
        String told = kept();
        try {
            if (!ended.await(PATIENCE, TimeUnit.MILLISECONDS)) {
                told += " The process ended in the middle of its work, which does no harm.";
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
        err.println("\n" + told + " To finish the run, " + resume.text());
        Runtime.getRuntime().halt(ExitStatus.INTERRUPTED.code());
    }

    private String kept() {
        try {
            return interruption
                    .ask()
                    .map(state -> "Interrupted " + state + "; that state is kept.")
                    .orElse("Interrupted; what was trained is kept.");
        } catch (IOException failed) {
            return "Interrupted; the last state could not be kept: " + Failures.message(failed);
        }
    }

    /** Stops listening. If the process is ending, only the hook speaks from now on. */
    void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            ended.countDown();
            sleep();
        }
    }

    private static void sleep() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
