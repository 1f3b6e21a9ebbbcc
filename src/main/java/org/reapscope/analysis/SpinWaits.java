package org.reapscope.analysis;

import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.reapscope.trace.Payload;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

/** Waits for spinlocks, named by the row of their contention_begin. */
public final class SpinWaits {

    /** Functions that take a page table's lock, or into which the taking is inlined: walks of zap, /proc, faults, mremap. */
    private static final Set<String> PAGE_TABLE = Set.of("__pte_offset_map_lock", "pte_offset_map_lock", "__pmd_trans_huge_lock",
            "pmd_lock", "pmd_trans_huge_lock", "zap_pte_range", "zap_pmd_range", "zap_huge_pmd", "unmap_page_range",
            "smaps_pte_range", "pagemap_pmd_range", "clear_refs_pte_range", "walk_pte_range", "walk_pmd_range", "walk_pgd_range",
            "do_anonymous_page", "do_wp_page", "wp_page_copy", "do_swap_page", "do_numa_page", "finish_fault",
            "filemap_map_pages", "handle_pte_fault", "__handle_mm_fault", "copy_pte_range", "move_ptes", "change_pte_range",
            "page_vma_mapped_walk", "follow_page_pte", "follow_page_mask", "__pte_alloc", "mincore_pte_range");

    private final Trace trace;
    private final Lanes lanes;
    private final boolean stacksRecorded;
    private final BitSet proven = new BitSet();

    SpinWaits(Trace trace, Lanes lanes, EventRows rows) {
        this.trace = trace;
        this.lanes = lanes;
        Map<List<String>, Boolean> verdicts = new IdentityHashMap<>();
        boolean[] anyStack = {false};
        rows.of(Tracepoint.CONTENTION_BEGIN).filter(this::spin).forEach(row -> {
            List<String> stack = trace.stack(row);
            anyStack[0] |= !stack.isEmpty();
            if (!stack.isEmpty() && verdicts.computeIfAbsent(stack, SpinWaits::atPageTable)) {
                proven.set(row);
            }
        });
        stacksRecorded = anyStack[0];
    }

    /** Whether any wait for a spinlock has a stack trace. */
    public boolean stacksRecorded() {
        return stacksRecorded;
    }

    /** Whether it is a plain spinlock, and not an rwlock, a mutex or an rwsem. */
    public boolean spin(int row) {
        return trace.argument(row) == Payload.LOCK_SPIN;
    }

    /** How long it waited; to the trace's end where that comes first. O(log n). */
    public long waitNs(int row) {
        SpanLane lane = lanes.spinlock(trace.object(row));
        if (lane != null) {
            for (int span : lane.touching(row, row)) {
                if (lane.row(span) == row) {
                    return lane.waitNs(span);
                }
            }
        }
        return 0;
    }

    /** Whether the stack trace proves that the lock is a page table's: whoever called the lock function walks page tables. */
    public boolean atPageTable(int row) {
        return proven.get(row);
    }

    static boolean atPageTable(List<String> stack) {
        for (String frame : stack) {
            String function = function(frame);
            if (function.startsWith("_raw_spin_lock_")) {
                return false;
            }
            if (!lockItself(function)) {
                return PAGE_TABLE.contains(function);
            }
        }
        return false;
    }

    private static boolean lockItself(String function) {
        return function.equals("_raw_spin_lock") || function.equals("do_raw_spin_lock") || function.contains("spin_lock_slowpath")
                || function.startsWith("trace_event_") || function.startsWith("__traceiter_") || function.startsWith("perf_trace_")
                || function.startsWith("__bpf_trace_");
    }

    private static String function(String frame) {
        int end = 0;
        while (end < frame.length() && (Character.isLetterOrDigit(frame.charAt(end)) || frame.charAt(end) == '_')) {
            end++;
        }
        return frame.substring(0, end);
    }
}
