package org.reapscope.base.errno;

/** Names of the error numbers that the system calls around a kill return ({@code include/uapi/asm-generic/errno-base.h}). */
public final class Errno {

    private Errno() {}

    /** The name for a negative return value: {@code ESRCH} for -3; {@code E99} where it is none of those known. */
    public static String name(long ret) {
        return switch ((int) -ret) {
            case 1 -> "EPERM";
            case 3 -> "ESRCH";
            case 4 -> "EINTR";
            case 9 -> "EBADF";
            case 11 -> "EAGAIN";
            case 12 -> "ENOMEM";
            case 14 -> "EFAULT";
            case 16 -> "EBUSY";
            case 22 -> "EINVAL";
            case 38 -> "ENOSYS";
            default -> "E" + -ret;
        };
    }
}
