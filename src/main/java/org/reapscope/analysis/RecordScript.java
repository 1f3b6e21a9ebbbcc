package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.reapscope.trace.Tracepoint;

/**
 * The shell commands that record what the detectors read, in a tracefs instance of its own so that nobody else's
 * tracing is disturbed ({@code Documentation/trace/ftrace.rst}, sections "Instances", "event-fork" and "Triggers").
 */
public final class RecordScript {

    /** The tracefs directory that the commands use. */
    public static final String INSTANCE = "/sys/kernel/tracing/instances/reapscope";
    /** Size of the ring buffer per CPU, in KiB: some 600 000 events. */
    public static final int BUFFER_KB = 65536;
    /** Attaches a stack trace to every wait for a spinlock: only that tells a PTE lock from others. */
    public static final String STACK_TRIGGER = "echo 'stacktrace if flags == 1' > " + INSTANCE + "/events/lock/contention_begin/trigger";

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
     * A complete POSIX shell script that records into a file until its command ends, or Enter is pressed.
     *
     * @param everyRssStat whether each rss_stat event is kept (nearly all of a capture) or those at whole MiB only
     */
    public static String script(boolean everyRssStat) {
        String events = Stream.of(Tracepoint.values()).flatMap(tracepoint -> paths(tracepoint).stream())
                .collect(Collectors.joining(" \\\n    "));
        List<String> lines = new ArrayList<>(List.of(
                "#!/bin/sh",
                "# Records a kill as Reapscope reads it. As root:",
                "#   sh record.sh OUTPUT                 everything, until Enter is pressed",
                "#   sh record.sh OUTPUT COMMAND ARG...  only COMMAND and what it forks, until it ends",
                "set -eu",
                "out=${1:?usage: record.sh OUTPUT [COMMAND ARG...]}; shift",
                "tracefs=/sys/kernel/tracing",
                "[ -d $tracefs/events ] || mount -t tracefs tracefs $tracefs",
                "t=" + INSTANCE,
                "mkdir -p $t",
                "trap 'echo 0 > $t/tracing_on; rmdir $t' EXIT",
                "echo 0 > $t/tracing_on",
                "echo " + BUFFER_KB + " > $t/buffer_size_kb",
                "echo mono > $t/trace_clock",
                "for event in " + events + "; do",
                "    if [ -e $t/events/$event/enable ]; then echo 1 > $t/events/$event/enable",
                "    else echo \"this kernel has no $event\" >&2; fi",
                "done",
                "echo 1 > $t/options/record-tgid || true",
                "echo 1 > $t/options/event-fork",
                STACK_TRIGGER.replace(INSTANCE, "$t")));
        if (!everyRssStat) {
            lines.add("echo '!(size & 0xfffff)' > $t/events/kmem/rss_stat/filter");
        }
        lines.addAll(List.of(
                "if [ $# -gt 0 ]; then",
                "    # exec keeps the pid, so the filter holds for COMMAND itself",
                "    sh -c 'echo $$ > \"$0\"/set_event_pid; echo 1 > \"$0\"/tracing_on; exec \"$@\"' $t \"$@\" || true",
                "else",
                "    echo 1 > $t/tracing_on; echo 'recording; press Enter to stop' >&2; read -r _",
                "fi",
                "echo 0 > $t/tracing_on",
                "cat $t/trace > \"$out\"",
                "head -n 4 \"$out\" | grep entries-in-buffer >&2 || true"));
        return String.join("\n", lines) + "\n";
    }
}
