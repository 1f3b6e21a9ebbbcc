package org.reapscope.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.reapscope.base.job.Cancelled;
import org.reapscope.base.job.EnoughFound;
import org.reapscope.explore.base.Status;

/** Listens to a search for somebody at a terminal: says ten times a second how far it is, and ends it at Ctrl+C. */
final class TerminalWatch implements Status.Listener, AutoCloseable {

    private static final long BETWEEN_LINES_NS = 100_000_000;
    private static final long PATIENCE_SECONDS = 2;

    private final long start = System.nanoTime();
    private final boolean speaks = System.console() != null && System.console().isTerminal();
    /** One line is written over and over, of figures alone: what is cleaned for a terminal loses the way back to its begin. */
    private final PrintStream line = new PrintStream(new FileOutputStream(FileDescriptor.err));
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread atCtrlC = new Thread(this::end, "ctrl-c");
    private volatile boolean cancelled;
    private Status last = new Status(0, 0, 0, 0, 0, 0);
    private long lineAt = start + 5 * BETWEEN_LINES_NS;
    private int lineWidth;

    TerminalWatch() {
        Runtime.getRuntime().addShutdownHook(atCtrlC);
    }

    @Override
    public void at(Status status) {
        last = status;
        if (cancelled) {
            throw new Cancelled();
        }
        long now = System.nanoTime();
        if (speaks && now >= lineAt) {
            lineAt = now + BETWEEN_LINES_NS;
            line(figures(status));
        }
    }

    /** How long it has been. */
    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** How far the search was when it was last heard of. */
    String figures() {
        return figures(last);
    }

    /** The same ear for searches that keep at Ctrl+C what they have found. */
    Status.Listener keeping() {
        return status -> {
            try {
                at(status);
            } catch (Cancelled e) {
                throw new EnoughFound();
            }
        };
    }

    /** Whether somebody pressed Ctrl+C. */
    boolean ended() {
        return cancelled;
    }

    private String figures(Status status) {
        return String.format(Locale.ROOT, "%,d states, %,d steps, depth %d, %,d waiting, %,d MB, %.1f s", status.states(),
                status.transitions(), status.depth(), status.frontier(), status.bytes() / 1_000_000, seconds());
    }

    private void line(String text) {
        line.print('\r' + text + " ".repeat(Math.max(0, lineWidth - text.length())));
        line.flush();
        lineWidth = text.length();
    }

    /** Ctrl+C: asks the search to end, and leaves it time to say so. */
    private void end() {
        cancelled = true;
        try {
            if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("reapscope: did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (lineWidth > 0) {
            line("");
            line.print('\r');
            line.flush();
        }
        if (!cancelled) {
            try {
                Runtime.getRuntime().removeShutdownHook(atCtrlC);
            } catch (IllegalStateException e) {
                // The program is ending already; the hook waits for this.
                cancelled = true;
            }
        }
        ended.countDown();
    }
}
