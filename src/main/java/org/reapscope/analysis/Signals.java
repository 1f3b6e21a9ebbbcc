package org.reapscope.analysis;

/** Signal numbers and results, as in {@code include/trace/events/signal.h}. */
public final class Signals {

    /** SIGKILL. */
    public static final int SIGKILL = 9;
    /** {@code signal_generate res=0}. */
    public static final int DELIVERED = 0;

    private static final String[] RESULTS = {"delivered", "ignored", "already pending", "overflow, failed", "delivered without its siginfo"};

    private Signals() {}

    /** The words for {@code res} of signal_generate. */
    public static String result(int res) {
        return res < RESULTS.length ? RESULTS[res] : "result " + res;
    }
}
