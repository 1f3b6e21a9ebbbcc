package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.LinkedStep;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.TableFields;

/**
 * The stack trace that a {@code stacktrace} trigger on contention_begin would print for a step that spins: the functions
 * between the lock and the system call, as the kernel's sources nest them (mm/memory.c, mm/pagewalk.c, kernel/fork.c).
 */
final class SpinStack {

    /** What stands between a page table's lock and the caller of the program that walks. */
    private static final Map<String, List<String>> WALKS = Map.of(
            "__mmput", List.of("zap_pmd_range", "unmap_page_range", "unmap_vmas", "exit_mmap", "__mmput"),
            "__oom_reap_task_mm", List.of("zap_pmd_range", "unmap_page_range", "__oom_reap_task_mm"),
            "read_smaps", List.of("smaps_pte_range", "walk_pgd_range", "walk_page_vma", "show_smap", "seq_read_iter"),
            "read_smaps_rollup", List.of("smaps_pte_range", "walk_pgd_range", "walk_page_vma", "show_smaps_rollup",
                    "seq_read_iter"));

    private SpinStack() {}

    /** The frames, innermost first. */
    static List<String> of(LinkedStep step, Lock lock) {
        List<String> frames = new ArrayList<>(List.of("trace_event_raw_event_contention_begin", "__pv_queued_spin_lock_slowpath"));
        frames.add(lock.equals(GroupFields.SIGLOCK) ? "_raw_spin_lock_irqsave" : "_raw_spin_lock");
        frames.add(step.step().function());
        frames.addAll(lock.equals(TableFields.PTE_LOCK) ? WALKS.getOrDefault(step.program(), List.of(step.program()))
                : List.of(step.program()));
        step.callers().stream().map(SpinStack::entry).filter(caller -> !caller.isEmpty()).forEach(frames::add);
        return frames.stream().distinct().toList();
    }

    /** The kernel function that a program begins with; empty for user space. */
    private static String entry(String program) {
        if (program.startsWith("process_mrelease")) {
            return "__x64_sys_process_mrelease";
        }
        return program.startsWith("pidfd_send_signal") ? "__x64_sys_pidfd_send_signal" : program.startsWith("lmkd") ? "" : program;
    }
}
