package org.reapscope.analysis;

import java.util.Locale;

/** The phenomena of kernel-model section 4 that a trace can show. */
public enum FindingKind {
    /** Killed, signal delivered, exited, mm gone, torn down: how long each step of one victim took. */
    KILL_CHAIN("kill chain"),
    /** A SIGKILL changed nothing: ignored, or already pending. */
    SIGKILL_WITHOUT_EFFECT("SIGKILL without effect"),
    /** process_mrelease failed with -ESRCH while memory was still there. */
    ESRCH_HARMFUL("-ESRCH, memory still there"),
    /** process_mrelease failed with -ESRCH when everything was free already. */
    ESRCH_BENIGN("-ESRCH, nothing left"),
    /** From the last task->mm = NULL to the end of the teardown: process_mrelease can only fail. */
    ESRCH_WINDOW("-ESRCH window"),
    /** process_mrelease got in shortly before the window opened. */
    NEAR_MISS("near miss"),
    /** The last thread left, but somebody held mm_users. */
    PINNED_MM("pinned mm_users"),
    /** exit_mmap ran in a task outside the victim. */
    FOREIGN_TEARDOWN("teardown by another task"),
    /** Two walkers met at a page-table lock. */
    PTE_COLLISION("PTE lock collision"),
    /** Somebody waited for mmap_lock. */
    MMAP_STALL("mmap_lock stall"),
    /** process_mrelease or the OOM reaper waited for mmap_lock. */
    REAPER_BLOCKED("reaper blocked"),
    /** A walker visited what another had emptied. */
    WASTED_WALK("wasted second walk"),
    /** A second victim was killed while the first still held memory. */
    POINTLESS_KILL("pointless second kill"),
    /** Another process shares the mm. */
    SHARED_MM("shared mm"),
    /** process_mrelease said -EINVAL, and no process is known to share the mm. */
    REFUSED("process_mrelease refused"),
    /** Nothing tells whose memory a process_mrelease call asked for. */
    UNKNOWN_VICTIM("process_mrelease for an unknown victim"),
    /** The victim was frozen when it was killed. */
    FROZEN_VICTIM("frozen victim"),
    /** The OOM reaper's wait and work. */
    OOM_REAPER("OOM reaper"),
    /** RSS was zero, the pages were not yet free. */
    UNMAPPED_NOT_FREE("unmapped, not free"),
    /** The recorder lost events. */
    LOST_EVENTS("lost events"),
    /** Tracepoints that would have answered a question are not in the capture. */
    MISSING_TRACEPOINTS("missing tracepoints");

    private final String title;

    FindingKind(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** For programs: {@code esrch-harmful}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
