package org.reapscope.analysis.sentence;

/** Names of the error numbers that system calls return on x86 and arm64. */
public final class ErrnoNames {

    private static final String[] NAMES = {"", "EPERM", "ENOENT", "ESRCH", "EINTR", "EIO", "ENXIO", "E2BIG", "ENOEXEC",
            "EBADF", "ECHILD", "EAGAIN", "ENOMEM", "EACCES", "EFAULT", "ENOTBLK", "EBUSY", "EEXIST", "EXDEV", "ENODEV",
            "ENOTDIR", "EISDIR", "EINVAL", "ENFILE", "EMFILE", "ENOTTY", "ETXTBSY", "EFBIG", "ENOSPC", "ESPIPE", "EROFS",
            "EMLINK", "EPIPE", "EDOM", "ERANGE", "EDEADLK", "ENAMETOOLONG", "ENOLCK", "ENOSYS"};
    private static final int LARGEST = 4095;

    private ErrnoNames() {}

    /** What a system call returned, for people: {@code 0}, {@code 42}, {@code -ESRCH}, {@code error 512}. */
    public static String result(long value) {
        if (value >= 0 || value < -LARGEST) {
            return Long.toString(value);
        }
        int number = (int) -value;
        return number < NAMES.length ? "-" + NAMES[number] : "error " + number;
    }
}
