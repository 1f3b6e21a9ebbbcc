package org.reapscope.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody outside the processes: a killer, a reader of /proc, a kernel thread, a timer.
 *
 * @param name its name, with a number behind it where there are several
 * @param count how many of them, from 1
 * @param does what it does, one after the other: keys of {@link #ACTIONS}, each with a process behind it in brackets where
 *     that is not {@code target}: {@code process_mrelease(second)}
 * @param target the process that it acts on
 * @param threadOf the actor whose thread it is, and so whose pidfds it shares; empty if it is a process of its own
 */
public record Actor(String name, int count, List<String> does, String target, String threadOf) {

    /** Kill and reap: the patch's own call where there is one, else pidfd_send_signal and process_mrelease. */
    public static final String KILL_AND_REAP = "kill-and-reap";

    /** What can be done, and the programs that do it. */
    public static final Map<String, List<String>> ACTIONS = Map.ofEntries(
            Map.entry("kill", List.of("kill")),
            Map.entry("pidfd_send_signal", List.of("pidfd_send_signal")),
            Map.entry("pidfd_send_sigterm", List.of("pidfd_send_sigterm")),
            Map.entry("process_mrelease", List.of("process_mrelease")),
            Map.entry(KILL_AND_REAP, List.of("pidfd_send_signal", "process_mrelease")),
            Map.entry("lmkd", List.of("lmkd_kill")),
            Map.entry("read-cmdline", List.of("read_cmdline")),
            Map.entry("read-maps", List.of("read_maps", "close_proc_mm")),
            Map.entry("read-smaps", List.of("read_smaps", "close_proc_mm")),
            Map.entry("read-smaps-rollup", List.of("read_smaps_rollup", "close_proc_mm")),
            Map.entry("open-proc-file", List.of("open_proc_mm")),
            Map.entry("wait", List.of("wait4")),
            Map.entry("out-of-memory", List.of("out_of_memory")),
            Map.entry("oom-reaper-timer", List.of("oom_reaper_timer")),
            Map.entry("oom-reaper", List.of("oom_reaper")),
            Map.entry("kswapd", List.of("kswapd")),
            Map.entry("freeze-v1", List.of("freeze_v1")),
            Map.entry("thaw-v1", List.of("thaw_v1")),
            Map.entry("freeze-v2", List.of("freeze_v2")),
            Map.entry("thaw-v2", List.of("thaw_v2")),
            Map.entry("exit-group", List.of("exit_group")),
            Map.entry("exec", List.of("exec")));

    private static final List<String> KERNEL_THREADS = List.of("oom-reaper-timer", "oom-reaper", "kswapd");

    public Actor {
        does = List.copyOf(does);
    }

    /** The key of {@link #ACTIONS} in something that is done. */
    public static String action(String deed) {
        int bracket = deed.indexOf('(');
        return bracket < 0 ? deed : deed.substring(0, bracket);
    }

    /** The process in brackets behind something that is done; empty if none is named. */
    public static String targetOf(String deed) {
        int bracket = deed.indexOf('(');
        return bracket < 0 || !deed.endsWith(")") ? "" : deed.substring(bracket + 1, deed.length() - 1);
    }

    /** Whether it reads /proc files: its role is {@code reader}. */
    public boolean reads() {
        return does.stream().anyMatch(action -> action.startsWith("read-"));
    }

    /** Whether a run may end before it is done. */
    public boolean daemon() {
        return does.stream().map(Actor::action).allMatch(KERNEL_THREADS::contains);
    }

    /** What it is for, in one word. */
    public String role() {
        return reads() ? "reader" : daemon() ? "kernel" : does.stream().map(Actor::action).anyMatch(a -> a.startsWith("kill") || a.equals("lmkd")
                || a.startsWith("pidfd_send_sig") || a.equals("process_mrelease")) ? "killer" : "other";
    }

    Actor withCount(int other) {
        return new Actor(name, other, does, target, threadOf);
    }

    /** The programs of something that is done. */
    static List<String> programs(String deed, Optional<String> killAndReap) {
        String action = action(deed);
        return action.equals(KILL_AND_REAP) && killAndReap.isPresent() ? List.of(killAndReap.get()) : ACTIONS.getOrDefault(action, List.of());
    }
}
