package org.reapscope.analysis.detector;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Teardown;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;

/** What a task does with an mm at a moment, by the events around it and not by its name. */
final class MmWalks {

    private static final String MRELEASE = "process_mrelease";

    private MmWalks() {}

    /** "exit_mmap", "process_mrelease", "the OOM reaper", its system call, or what else fits; for the words "X in ...". */
    static String role(Facts facts, int task, int mm, int row) {
        Kill kill = facts.killOfMm(mm).orElse(null);
        if (kill != null && tearsDown(kill, task, row)) {
            return "exit_mmap";
        }
        int enter = facts.rows().syscallAt(facts.trace(), task, row + 1);
        String call = enter < 0 ? "" : facts.trace().syscall(enter);
        if (call.equals(MRELEASE) || kill != null && reaps(kill, task, row)) {
            return MRELEASE;
        }
        if (facts.rows().has(Tracepoint.START_TASK_REAPING) && reapsForOom(facts, task, row)) {
            return "the OOM reaper";
        }
        boolean own = kill != null && facts.ofVictim(kill, task);
        if (!call.isEmpty()) {
            return (own ? "its own " : "") + call + "()";
        }
        if (own) {
            return "its own page fault, exit or system call";
        }
        return kill == null || facts.stranger(kill, task) ? "a walk from outside, such as a /proc read" : "something that no event names";
    }

    /** The role that a stack trace proves; null if it proves none. */
    static @Nullable String role(List<String> stack) {
        if (contains(stack, "__oom_reap_task_mm") || contains(stack, "zap_vma_for_reaping")) {
            return contains(stack, "process_mrelease") ? "process_mrelease"
                    : contains(stack, "oom_reaper") ? "the OOM reaper" : "a reaper";
        }
        if (contains(stack, "exit_mmap")) {
            return "exit_mmap";
        }
        if (contains(stack, "smaps") || contains(stack, "walk_page_range") || contains(stack, "seq_read")) {
            return "a /proc read";
        }
        return contains(stack, "handle_mm_fault") ? "a page fault" : null;
    }

    static boolean tearsDown(Kill kill, int task, int row) {
        Teardown teardown = kill.teardown();
        Moment began = kill.teardownBegan();
        return teardown != null && began != null && teardown.task() == task && began.row() <= row && row <= teardown.done().row();
    }

    /** Whether the task is inside process_mrelease for this victim. */
    static boolean reaps(Kill kill, int task, int row) {
        for (Reap reap : kill.reaps()) {
            Moment entered = reap.entered();
            Moment exited = reap.exited();
            if (reap.task() == task && (entered == null || entered.row() <= row) && (exited == null || row <= exited.row())) {
                return true;
            }
        }
        return false;
    }

    private static boolean reapsForOom(Facts facts, int task, int row) {
        Trace trace = facts.trace();
        int start = facts.rows().lastBefore(Tracepoint.START_TASK_REAPING, row + 1);
        int finish = facts.rows().lastBefore(Tracepoint.FINISH_TASK_REAPING, row);
        return start >= 0 && trace.task(start) == task && finish < start;
    }

    private static boolean contains(List<String> stack, String name) {
        return stack.stream().anyMatch(frame -> frame.contains(name));
    }
}
