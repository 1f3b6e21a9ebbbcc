package org.reapscope.trace.format;

import java.util.HashMap;
import java.util.Map;

/**
 * Names of the system calls that matter to a kill, by number, for traces that print numbers alone. A trace does not say
 * which table its kernel has, so it is taken from what only one architecture prints. Source: Linux 6.18,
 * arch/x86/entry/syscalls/syscall_64.tbl and scripts/syscall.tbl; both agree from 424 on.
 */
enum SyscallTable {
    /** Intel and AMD, 64 bits. */
    X86_64("read 0 write 1 open 2 close 3 poll 7 mmap 9 mprotect 10 munmap 11 brk 12 ioctl 16 pread64 17 sched_yield 24 "
            + "mremap 25 madvise 28 pause 34 nanosleep 35 getpid 39 clone 56 fork 57 vfork 58 execve 59 exit 60 wait4 61 kill 62 "
            + "getdents64 217 gettid 186 tkill 200 futex 202 exit_group 231 epoll_wait 232 tgkill 234 waitid 247 openat 257 "
            + "process_vm_readv 310 prctl 157 ptrace 101 rt_sigaction 13 rt_sigprocmask 14 rt_sigreturn 15 epoll_pwait 281 "
            + "restart_syscall 219 lseek 8"),
    /** arm64, riscv and the other architectures that share one table. */
    GENERIC("read 63 write 64 close 57 ppoll 73 mmap 222 mprotect 226 munmap 215 brk 214 ioctl 29 pread64 67 sched_yield 124 "
            + "mremap 216 madvise 233 nanosleep 101 getpid 172 clone 220 execve 221 exit 93 wait4 260 kill 129 "
            + "getdents64 61 gettid 178 tkill 130 futex 98 exit_group 94 tgkill 131 waitid 95 openat 56 "
            + "process_vm_readv 270 prctl 167 ptrace 117 rt_sigaction 134 rt_sigprocmask 135 rt_sigreturn 139 epoll_pwait 22 "
            + "restart_syscall 128 lseek 62");

    private static final String COMMON = "pidfd_send_signal 424 pidfd_open 434 clone3 435 pidfd_getfd 438 process_madvise 440 "
            + "epoll_pwait2 441 process_mrelease 448";

    private static final String[] ONLY_GENERIC = {"aarch64", "arm64", "el0_svc", "invoke_syscall", "riscv"};

    private final Map<Long, String> names = new HashMap<>();

    SyscallTable(String own) {
        for (String list : new String[] {own, common()}) {
            String[] words = list.split(" ");
            for (int i = 0; i < words.length; i += 2) {
                names.put(Long.valueOf(words[i + 1]), words[i]);
            }
        }
    }

    private static String common() {
        return COMMON;
    }

    /** The table of the machine that a trace which begins like this was recorded on; x86-64 where nothing tells. */
    static SyscallTable of(byte[] head) {
        for (String sign : ONLY_GENERIC) {
            if (Ascii.indexOf(head, 0, head.length, Ascii.bytes(sign)) >= 0) {
                return GENERIC;
            }
        }
        return X86_64;
    }

    /** The call's name without {@code sys_}, or {@code syscall_} and its number. */
    String name(long number) {
        return names.getOrDefault(number, "syscall_" + number);
    }

    /** How people call the table. */
    String title() {
        return this == X86_64 ? "x86-64" : "generic (arm64, riscv)";
    }
}
