package org.reapscope.base.errno;

import java.util.List;

/** The error numbers that system calls return on x86 and arm64, and their names ({@code include/uapi/asm-generic/errno-base.h}). */
public final class Errno {

    /** Below minus this a value is no error number, whatever it is. */
    public static final int LARGEST = 4095;

    /** By number, from 1. */
    private static final List<String> NAMES = List.of("EPERM", "ENOENT", "ESRCH", "EINTR", "EIO", "ENXIO", "E2BIG", "ENOEXEC",
            "EBADF", "ECHILD", "EAGAIN", "ENOMEM", "EACCES", "EFAULT", "ENOTBLK", "EBUSY", "EEXIST", "EXDEV", "ENODEV",
            "ENOTDIR", "EISDIR", "EINVAL", "ENFILE", "EMFILE", "ENOTTY", "ETXTBSY", "EFBIG", "ENOSPC", "ESPIPE", "EROFS",
            "EMLINK", "EPIPE", "EDOM", "ERANGE", "EDEADLK", "ENAMETOOLONG", "ENOLCK", "ENOSYS");

    private Errno() {}

    /** The name for a negative return value: {@code ESRCH} for -3; {@code E99} where it is none of those known. */
    public static String name(long ret) {
        return isKnown(ret) ? NAMES.get((int) -ret - 1) : "E" + -ret;
    }

    /**
     * The number of a name: 3 for {@code ESRCH}.
     *
     * @throws IllegalArgumentException if there is no such name
     */
    public static int number(String name) {
        int at = NAMES.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException("no error is called " + name);
        }
        return at + 1;
    }

    /** What a system call returned, for people: {@code 0}, {@code 42}, {@code -ESRCH}, {@code error 512}. */
    public static String result(long ret) {
        return ret >= 0 || ret < -LARGEST ? Long.toString(ret) : isKnown(ret) ? "-" + name(ret) : "error " + -ret;
    }

    private static boolean isKnown(long ret) {
        return ret < 0 && ret >= -NAMES.size();
    }
}
