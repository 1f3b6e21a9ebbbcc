package org.reapscope.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reapscope.trace.Tracepoint;

/**
 * The shell commands that record what the detectors read, in a tracefs instance of its own so that nobody else's
 * tracing is disturbed ({@code Documentation/trace/ftrace.rst}, sections "Instances", "event-fork" and "Triggers").
 */
public final class RecordScript {

    /** The tracefs directory that the commands use. */
    private static final String INSTANCE = "/sys/kernel/tracing/instances/reapscope";
    /** Size of the ring buffer per CPU, in KiB: some 600 000 events. */
    private static final int BUFFER_KB = 65536;
    private static final String STACK_CONDITION = "flags == 1";
    /** Attaches a stack trace to every wait for a spinlock: only that tells a PTE lock from others. */
    public static final String STACK_TRIGGER =
            "echo 'stacktrace if " + STACK_CONDITION + "' > " + INSTANCE + "/events/lock/contention_begin/trigger";

    /** Makes the ring buffer so large that it hardly loses events. */
    public static final String LARGER_BUFFER = "echo " + BUFFER_KB + " > " + INSTANCE + "/buffer_size_kb";

    private static final String TEMPLATE = template();
    private static final String WHOLE_MIB = "!(size & 0xfffff)";
    /**
     * Calls by which a process is named, killed and reaped. Not clone: the descriptor that it may make is in no argument and
     * no return value, and what it forks is in sched_process_fork.
     */
    private static final List<String> CALLS = List.of("process_mrelease", "pidfd_send_signal", "pidfd_open", "pidfd_getfd",
            "kill", "tgkill", "tkill");
    /** Calls by which a descriptor comes to stand for something else: many, so only of a command's own tasks. */
    private static final List<String> COMMAND_CALLS = List.of("close", "close_range", "dup", "dup2", "dup3");

    private static final Map<String, List<Tracepoint>> SYSTEMS = Map.of(
            "sched", List.of(Tracepoint.SCHED_SWITCH, Tracepoint.SCHED_WAKING, Tracepoint.SCHED_WAKEUP,
                    Tracepoint.SCHED_WAKEUP_NEW, Tracepoint.SCHED_MIGRATE_TASK, Tracepoint.SCHED_PROCESS_FORK,
                    Tracepoint.SCHED_PROCESS_EXEC, Tracepoint.SCHED_PROCESS_EXIT, Tracepoint.SCHED_PROCESS_FREE),
            "task", List.of(Tracepoint.TASK_NEWTASK, Tracepoint.TASK_RENAME),
            "signal", List.of(Tracepoint.SIGNAL_GENERATE, Tracepoint.SIGNAL_DELIVER),
            "oom", List.of(Tracepoint.MARK_VICTIM, Tracepoint.WAKE_REAPER, Tracepoint.START_TASK_REAPING,
                    Tracepoint.FINISH_TASK_REAPING, Tracepoint.SKIP_TASK_REAPING),
            "kmem", List.of(Tracepoint.RSS_STAT),
            "mmap_lock", List.of(Tracepoint.MMAP_LOCK_START_LOCKING, Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED,
                    Tracepoint.MMAP_LOCK_RELEASED),
            "lock", List.of(Tracepoint.CONTENTION_BEGIN, Tracepoint.CONTENTION_END),
            "mmap", List.of(Tracepoint.EXIT_MMAP),
            "tlb", List.of(Tracepoint.TLB_FLUSH),
            "cgroup", List.of(Tracepoint.CGROUP_FREEZE, Tracepoint.CGROUP_UNFREEZE, Tracepoint.CGROUP_NOTIFY_FROZEN));

    private RecordScript() {}

    /** The paths of a tracepoint below {@code events/}; for system calls those that the detectors read. */
    static List<String> paths(Tracepoint tracepoint) {
        return switch (tracepoint) {
            case SYS_ENTER -> List.of("syscalls/sys_enter_process_mrelease", "syscalls/sys_enter_pidfd_send_signal");
            case SYS_EXIT -> List.of("syscalls/sys_exit_process_mrelease", "syscalls/sys_exit_pidfd_send_signal");
            default -> SYSTEMS.entrySet().stream().filter(system -> system.getValue().contains(tracepoint))
                    .map(system -> system.getKey() + "/" + tracepoint.kernelName()).toList();
        };
    }

    /** One command for each tracepoint, which records it beside those recorded already. */
    public static List<String> enable(Collection<Tracepoint> tracepoints) {
        return tracepoints.stream().sorted().flatMap(tracepoint -> paths(tracepoint).stream())
                .map(path -> "echo 1 > " + INSTANCE + "/events/" + path + "/enable").toList();
    }

    /**
     * A complete POSIX shell script that records into a file until its command ends, or Enter is pressed. Beside what the
     * detectors read it records the system calls that tell which process a descriptor stands for.
     *
     * @param everyRssStat whether each rss_stat event is kept (nearly all of a capture) or those at whole MiB only
     */
    public static String script(boolean everyRssStat) {
        Stream<String> read = Stream.of(Tracepoint.values())
                .filter(tracepoint -> tracepoint != Tracepoint.SYS_ENTER && tracepoint != Tracepoint.SYS_EXIT)
                .flatMap(tracepoint -> paths(tracepoint).stream());
        return TEMPLATE.replace("@EVENTS@", lines(Stream.concat(read, calls(CALLS))))
                .replace("@COMMAND_EVENTS@", lines(calls(COMMAND_CALLS)))
                .replace("@RSS_FILTER@", everyRssStat ? "" : WHOLE_MIB)
                .replace("@STACK_CONDITION@", STACK_CONDITION)
                .replace("@BUFFER_KB@", String.valueOf(BUFFER_KB));
    }

    private static Stream<String> calls(List<String> names) {
        return names.stream().flatMap(name -> Stream.of("syscalls/sys_enter_" + name, "syscalls/sys_exit_" + name));
    }

    private static String lines(Stream<String> paths) {
        return paths.collect(Collectors.joining("\n    "));
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(RecordScript.class.getResourceAsStream("record.sh"), "record.sh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
