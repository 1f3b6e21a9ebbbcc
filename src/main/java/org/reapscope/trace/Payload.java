package org.reapscope.trace;

/**
 * How the arguments of a {@link Tracepoint} are packed into one {@code long}, and how they are read back. Each packing
 * method stands before the methods that undo it.
 */
public final class Payload {

    /** {@code contention_begin} flags: a spinlock. */
    public static final int LOCK_SPIN = 1;
    /** {@code contention_begin} flags: taken for reading. */
    public static final int LOCK_READ = 2;
    /** {@code contention_begin} flags: taken for writing. */
    public static final int LOCK_WRITE = 4;
    /** {@code contention_begin} flags: an rt_mutex. */
    public static final int LOCK_RT = 8;
    /** {@code contention_begin} flags: a per-CPU rwsem. */
    public static final int LOCK_PERCPU = 16;
    /** {@code contention_begin} flags: a mutex. */
    public static final int LOCK_MUTEX = 32;
    /** {@code contention_begin}, not the kernel's: it happened in a soft or hard interrupt on top of the task. */
    public static final int IN_INTERRUPT = 1 << 16;

    private Payload() {}

    /** {@code prev_state} of sched_switch: its first letter ({@code R S D T t X Z P I}), and whether {@code +} follows. */
    public static long prevState(char letter, boolean preempted) {
        return letter | (preempted ? 0x100 : 0);
    }

    public static char prevStateLetter(long argument) {
        return (char) (argument & 0xff);
    }

    public static boolean preempted(long argument) {
        return (argument & 0x100) != 0;
    }

    /**
     * Arguments of signal_generate.
     *
     * @param sig signal number, 1 to 64
     * @param code si_code, or one of the kernel's SEND_SIG_ constants
     * @param group whether the whole thread group is meant
     * @param result 0 delivered, 1 ignored, 2 already pending, 3 overflow fail, 4 lose info
     */
    public static long signal(int sig, int code, boolean group, int result) {
        return (sig & 0xffL) | (result & 0xffL) << 8 | (group ? 1L << 16 : 0) | (long) code << 32;
    }

    /**
     * Argument of signal_deliver.
     *
     * @param handled whether the task has a handler for it, so that it need not die of it
     */
    public static long delivered(int sig, boolean handled) {
        return sig & 0xffL | (handled ? 1L << 8 : 0);
    }

    public static boolean handled(long argument) {
        return (argument >>> 8 & 1) != 0;
    }

    public static int signalNumber(long argument) {
        return (int) (argument & 0xff);
    }

    public static int signalResult(long argument) {
        return (int) (argument >>> 8 & 0xff);
    }

    public static boolean signalToGroup(long argument) {
        return (argument >>> 16 & 1) != 0;
    }

    public static int signalCode(long argument) {
        return (int) (argument >> 32);
    }

    /**
     * Arguments of rss_stat.
     *
     * @param bytes the counter's new value; the kernel may print it slightly below zero
     * @param curr whether the mm is the emitting task's own at that moment
     */
    public static long rss(RssMember member, long bytes, boolean curr) {
        return bytes << 3 | member.ordinal() << 1 | (curr ? 1 : 0);
    }

    public static long rssBytes(long argument) {
        return argument >> 3;
    }

    public static RssMember rssMember(long argument) {
        return RssMember.of((int) (argument >> 1 & 3));
    }

    public static boolean rssCurr(long argument) {
        return (argument & 1) != 0;
    }

    /** Arguments of the three mmap_lock events; {@code success} is true where the event has no such field. */
    public static long mmapLock(boolean write, boolean success, long memcgId) {
        return (write ? 1 : 0) | (success ? 2 : 0) | memcgId << 2;
    }

    public static boolean write(long argument) {
        return (argument & 1) != 0;
    }

    public static boolean success(long argument) {
        return (argument & 2) != 0;
    }

    /** The memory cgroup's id; 1 once mm->owner is gone; -1 where the kernel prints none. */
    public static long memcgId(long argument) {
        return argument >> 2;
    }

    /** The first two arguments of a system call, each cut to 32 bits. */
    public static long syscallArguments(int first, int second) {
        return first & 0xffffffffL | (long) second << 32;
    }

    public static int firstArgument(long argument) {
        return (int) argument;
    }

    public static int secondArgument(long argument) {
        return (int) (argument >> 32);
    }
}
