// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import betz.experiment.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Progress on the standard error: one line that is rewritten on a terminal, a line now and then elsewhere. */
final class Console implements Progress {
    private static final int BAR = 24;
    private static final long TERMINAL_INTERVAL = 100_000_000L;
    private static final long PLAIN_INTERVAL = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean quiet;
    private final boolean terminal;
    private long started; // when the first update was heard of
    private int first; // which that was
    private int before = Integer.MAX_VALUE; // the last that was heard of
    private long shown;

    Console(PrintWriter err, boolean quiet) {
        this.err = err;
        this.quiet = quiet;
        this.terminal = isTerminal();
    }

    /** Since JDK 22 there is a console also where there is no terminal; it says so itself. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null || System.getenv("TERM") == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    @Override
    public void note(String text) {
        if (!quiet) {
            clearLine();
            err.println(text);
        }
    }

    @Override
    public void iteration(int done, int all, double loss, double gradientNorm) {
        long now = System.nanoTime();
        boolean last = done == all;
        if (done <= before) {
            first = done; // another network, or the same after a pause
            started = now;
        }
        before = done;
        if (quiet || (!last && now - shown < (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL))) {
            return;
        }
        shown = now;
        String line = line(done, all, loss, gradientNorm, now);
        if (terminal && !last) {
            err.print("\r" + line);
            err.flush();
        } else {
            clearLine();
            err.println(line);
        }
    }

    private String line(int done, int all, double loss, double gradientNorm, long now) {
        int full = (int) ((long) BAR * done / Math.max(1, all));
        return String.format(
                Locale.ROOT,
                "training [%s%s] %d/%d  loss %.4g  gradient %.3g%s",
                "#".repeat(full),
                "-".repeat(BAR - full),
                done,
                all,
                loss,
                gradientNorm,
                left(done, all, now));
    }

    /** Returns how long the rest takes if it goes on as since the first update that was heard of; nothing at that one. */
    private String left(int done, int all, long now) {
        double each = (now - started) / 1e9 / (done - first);
        return done == first ? "" : String.format(Locale.ROOT, "  %.0f s left", each * (all - done));
    }

    private void clearLine() {
        if (terminal) {
            err.print("\r" + " ".repeat(100) + "\r");
        }
    }
}
