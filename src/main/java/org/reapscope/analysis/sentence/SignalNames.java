package org.reapscope.analysis.sentence;

/** Names of the signals, as on x86 and arm64. */
public final class SignalNames {

    private static final String[] NAMES = {"", "SIGHUP", "SIGINT", "SIGQUIT", "SIGILL", "SIGTRAP", "SIGABRT", "SIGBUS",
            "SIGFPE", "SIGKILL", "SIGUSR1", "SIGSEGV", "SIGUSR2", "SIGPIPE", "SIGALRM", "SIGTERM", "SIGSTKFLT", "SIGCHLD",
            "SIGCONT", "SIGSTOP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGXCPU", "SIGXFSZ", "SIGVTALRM", "SIGPROF",
            "SIGWINCH", "SIGIO", "SIGPWR", "SIGSYS"};

    private SignalNames() {}

    /** {@code SIGKILL} for 9; {@code signal 40} for a real-time signal. */
    public static String of(int number) {
        return number > 0 && number < NAMES.length ? NAMES[number] : "signal " + number;
    }
}
