package org.reapscope.trace.format;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Tracepoint;

/**
 * The function of the kernel that records an event, {@code trace_event_raw_event_NAME}. NAME is the event's own, or that of
 * the class which several events share. Source: include/trace/trace_events.h, DECLARE_EVENT_CLASS.
 *
 * @param name of the event or of its class
 */
record Probe(String name) {

    private static final String PREFIX = "trace_event_raw_event_";

    /** Classes whose events are not called as they are. */
    private static final Map<String, List<String>> CLASSES = Map.of(
            "mmap_lock", List.of("mmap_lock_start_locking", "mmap_lock_released"),
            "sched_wakeup_template", List.of("sched_waking", "sched_wakeup", "sched_wakeup_new"),
            "sched_process_template", List.of("sched_process_free", "sched_process_exit", "sched_wait_task"),
            "exceptions", List.of("page_fault_user", "page_fault_kernel"),
            "cgroup_event", List.of("cgroup_notify_populated", "cgroup_notify_frozen"),
            "cgroup", List.of("cgroup_mkdir", "cgroup_rmdir", "cgroup_release", "cgroup_rename", "cgroup_freeze", "cgroup_unfreeze"));

    /** The probe that a frame is, null if it is none. */
    static @Nullable Probe of(String frame) {
        return frame.startsWith(PREFIX) ? new Probe(frame.substring(PREFIX.length())) : null;
    }

    /** Whether it may have recorded this event. */
    boolean isOf(String event) {
        return name.equals(event) || CLASSES.getOrDefault(name, List.of()).contains(event);
    }

    /** Whether its name may be that of a class whose events are not known here. */
    boolean isClass() {
        return Tracepoint.named(name) == Tracepoint.OTHER && !CLASSES.containsKey(name);
    }
}
