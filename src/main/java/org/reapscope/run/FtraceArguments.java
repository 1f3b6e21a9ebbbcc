package org.reapscope.run;

import java.util.Locale;

import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.TraceEvent;
import org.reapscope.trace.RssMember;

/** A tracepoint's name and arguments as ftrace prints them. */
final class FtraceArguments {

    /** What an address space's pointer hashes to, its index added; so does its mm_id. */
    static final long MM_BASE = 0x5eed0000L;
    /** The size of a page in bytes. */
    static final int PAGE_BYTES = 4096;

    /** What the address of an mmap_lock hashes to, its mm's index added. */
    static final long MMAP_LOCK_BASE = 0x10cc0000L;
    private static final long PFN_BASE = 0x100000L;
    private static final int PFNS_OF_A_TABLE = 512;

    private final RunTasks tasks;

    FtraceArguments(RunTasks tasks) {
        this.tasks = tasks;
    }

    /** A pointer as {@code %p} prints it, hashed to 32 bits. */
    static String pointer(long hash) {
        return String.format(Locale.ROOT, "%016x", hash);
    }

    /** What stands behind the timestamp. */
    String of(TraceEvent event) {
        String name = event.event().substring(event.event().indexOf(':') + 1);
        if (name.startsWith("sys_enter_")) {
            return call(name.substring("sys_enter_".length()), event);
        }
        if (name.startsWith("sys_exit_")) {
            long result = ReturnValue.of(event.values().getFirst().value()).result();
            return "sys_" + name.substring("sys_exit_".length()) + " -> 0x" + Long.toHexString(result);
        }
        return switch (name) {
            case "contention_begin" -> "contention_begin: " + value(event.values().get(0)) + " (flags="
                    + flags(event.values().get(1).value()) + ")";
            case "contention_end" -> "contention_end: " + value(event.values().get(0)) + " (ret=" + event.values().get(1).value() + ")";
            case "exit_mmap" -> "exit_mmap: mt_mod " + value(event.values().getLast()) + ", DESTROY";
            case "tlb_flush" -> "tlb_flush: pages:" + event.values().getFirst().value() + " reason:local MM shootdown (3)";
            default -> name + ":" + arguments(event);
        };
    }

    private String call(String name, TraceEvent event) {
        StringBuilder text = new StringBuilder("sys_").append(name).append('(');
        for (TraceEvent.Value v : event.values()) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(v.name()).append(": ").append(Long.toHexString(number(v)));
        }
        return text.append(')').toString();
    }

    /** An argument of a system call as a number. */
    long number(TraceEvent.Value v) {
        return switch (v.kind()) {
            case PID -> tasks.pid(v.value());
            case TGID -> tasks.pidOfGroup(v.value());
            case ERRNO -> ReturnValue.of(v.value()).result();
            default -> v.value();
        };
    }

    private String arguments(TraceEvent event) {
        StringBuilder text = new StringBuilder();
        for (TraceEvent.Value v : event.values()) {
            text.append(' ').append(v.name().equals("member") ? "type" : v.name()).append('=').append(value(v));
        }
        return text.toString();
    }

    private String value(TraceEvent.Value v) {
        return switch (v.kind()) {
            case NUMBER -> Integer.toString(v.value());
            case TABLE -> "0x" + Long.toHexString(PFN_BASE + (long) v.value() * PFNS_OF_A_TABLE);
            case TRUTH -> v.value() != 0 ? "true" : "false";
            case PID -> Integer.toString(tasks.pid(v.value()));
            case COMM -> tasks.comm(v.value());
            case TGID -> Integer.toString(tasks.pidOfGroup(v.value()));
            case MM -> pointer(MM_BASE + v.value());
            case MM_ID -> Long.toString(MM_BASE + v.value());
            case MMAP_LOCK -> pointer(MMAP_LOCK_BASE + v.value());
            case PAGES_AS_BYTES -> (long) v.value() * PAGE_BYTES + "B";
            case PAGES_AS_KB -> (long) v.value() * PAGE_BYTES / 1024 + "kB";
            case ERRNO -> Long.toString(ReturnValue.of(v.value()).result());
            case RSS_MEMBER -> RssMember.of(v.value()).name();
        };
    }

    private static String flags(int flags) {
        return switch (flags) {
            case 1 -> "SPIN";
            case 2 -> "READ";
            case 4 -> "WRITE";
            default -> Integer.toString(flags);
        };
    }
}
