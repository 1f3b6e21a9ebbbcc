package org.reapscope.kernel;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.reapscope.kernel.expr.ModelException;

/**
 * Which kernel is the baseline: what differs between releases, as data.
 *
 * <p>Source: mm/oom_kill.c, kernel/freezer.c, kernel/exit.c and fs/proc/task_mmu.c of 6.12.107, 6.18 and 7.3.4.
 */
public enum Profile {
    /** Long-term release 6.12. */
    V6_12("6.12", false, false, false, false, false),
    /** Long-term release 6.18. */
    V6_18("6.18", true, true, true, true, false),
    /** Release 7.3. */
    V7_3("7.3", true, true, true, true, true);

    private final String id;
    private final boolean reverseWalk;
    private final boolean thawsWholeProcess;
    private final boolean exitTraceBeforeExitMm;
    private final boolean mapsPerVmaLock;
    private final boolean smapsPerVmaLock;

    Profile(String id, boolean reverseWalk, boolean thawsWholeProcess, boolean exitTraceBeforeExitMm,
            boolean mapsPerVmaLock, boolean smapsPerVmaLock) {
        this.id = id;
        this.reverseWalk = reverseWalk;
        this.thawsWholeProcess = thawsWholeProcess;
        this.exitTraceBeforeExitMm = exitTraceBeforeExitMm;
        this.mapsPerVmaLock = mapsPerVmaLock;
        this.smapsPerVmaLock = smapsPerVmaLock;
    }

    /** The profile with this id, {@code 6.18}. */
    public static Profile of(String id) {
        return Arrays.stream(values()).filter(p -> p.id.equals(id)).findFirst()
                .orElseThrow(() -> new ModelException("no kernel profile is called " + id + "; there are "
                        + Arrays.stream(values()).map(Profile::id).collect(Collectors.joining(", "))));
    }

    /** As written in scenarios: {@code 6.18}. */
    public String id() {
        return id;
    }

    /** Whether the reaper visits VMAs from the highest address down. */
    public boolean reverseWalk() {
        return reverseWalk;
    }

    /** Whether an OOM victim is thawed with all its threads, rather than only the thread that was marked. */
    public boolean thawsWholeProcess() {
        return thawsWholeProcess;
    }

    /** Whether {@code sched_process_exit} is traced before exit_mm, with group_dead, rather than after it. */
    public boolean exitTraceBeforeExitMm() {
        return exitTraceBeforeExitMm;
    }

    /** Whether /proc/PID/maps takes per-VMA locks instead of mmap_lock. */
    public boolean mapsPerVmaLock() {
        return mapsPerVmaLock;
    }

    /** Whether /proc/PID/smaps takes per-VMA locks instead of mmap_lock. */
    public boolean smapsPerVmaLock() {
        return smapsPerVmaLock;
    }
}
