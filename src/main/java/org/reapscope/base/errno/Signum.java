package org.reapscope.base.errno;

/** Signal numbers, names and results, as in {@code include/trace/events/signal.h}; numbers as on x86 and arm64. */
public final class Signum {

    /** SIGKILL. */
    public static final int SIGKILL = 9;
    /** SIGCHLD. */
    public static final int SIGCHLD = 17;
    /** {@code signal_generate res=0}. */
    public static final int DELIVERED = 0;
    /** {@code signal_generate res=1}. */
    public static final int IGNORED = 1;

    private static final int CLD_KILLED = 2;
    private static final int CLD_DUMPED = 3;

    /** SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGURG, SIGWINCH: nobody dies of these unless they want to. */
    private static final long HARMLESS = 1L << 17 | 1L << 18 | 1L << 19 | 1L << 20 | 1L << 21 | 1L << 22 | 1L << 23 | 1L << 28;

    private static final String[] NAMES = {"", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS",
            "SIGFPE", "SIGKILL", "SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD",
            "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF",
            "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS"};

    private static final String[] RESULTS = {"delivered", "ignored", "already pending", "overflow, failed", "delivered without its siginfo"};

    private Signum() {}

    /** {@code SIGKILL} for 9; {@code signal 40} for a real-time signal. */
    public static String name(int number) {
        return number > 0 && number < NAMES.length ? NAMES[number] : "signal " + number;
    }

    /** The words for {@code res} of signal_generate. */
    public static String result(int res) {
        return res < RESULTS.length ? RESULTS[res] : "result " + res;
    }

    /** Whether a process that does nothing about the signal dies of it ({@code sig_kernel_ignore} and {@code sig_kernel_stop} do not). */
    public static boolean fatalByDefault(int number) {
        return number > 0 && (number >= Long.SIZE || (HARMLESS >>> number & 1) == 0);
    }

    /** Whether a SIGCHLD with this si_code tells that its sender died of a signal. */
    public static boolean diedOfSignal(int code) {
        return code == CLD_KILLED || code == CLD_DUMPED;
    }
}
