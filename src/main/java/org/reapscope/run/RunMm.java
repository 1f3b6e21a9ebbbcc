package org.reapscope.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.reapscope.kernel.Machine;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.MmView;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TableView;
import org.reapscope.kernel.object.TaskFields;
import org.reapscope.kernel.object.VmaFields;

/**
 * An mm_struct at one state.
 *
 * @param mm its index
 * @param name whose it is
 * @param users mm_users
 * @param count mm_count
 * @param mapped pages that are mapped
 * @param gathered pages that are unmapped and wait to be freed
 * @param free pages that were given back
 * @param kept pages that are unmapped and kept by the page cache or by others
 * @param lock who holds mmap_lock and who waits, or that it is free
 * @param threads how many threads belong to it
 * @param threadsWithoutMm on how many of them task->mm is NULL
 * @param flags names of its flags that are set
 * @param tornDown whether its VMA tree is destroyed
 */
public record RunMm(int mm, String name, int users, int count, int mapped, int gathered, int free, int kept, String lock,
        int threads, int threadsWithoutMm, List<String> flags, boolean tornDown) {

    /** The flags that a view shows, set or not. */
    public static final List<Field> FLAGS = List.of(MmFields.UNSTABLE, MmFields.OOM_SKIP, MmFields.MULTIPROCESS, MmFields.REAP_QUEUED);

    public RunMm {
        flags = List.copyOf(flags);
    }

    /** How many address spaces there are. */
    public static int count(Machine machine) {
        return machine.spec().names().getOrDefault(Dim.MM, List.of()).size();
    }

    /** An address space in a state. */
    public static RunMm of(Machine machine, long[] state, int mm) {
        MmView view = new MmView(machine, state, 0, mm);
        int threads = 0;
        int without = 0;
        for (int t = 0; t < machine.tasks(); t++) {
            if (uses(machine, state, t, mm)) {
                threads++;
                without += machine.value(state, 0, TaskFields.HAS_MM, t) == 0 ? 1 : 0;
            }
        }
        int[] pages = pages(machine, state, mm);
        return new RunMm(mm, machine.spec().name(Dim.MM, mm), view.users(), view.count(), view.mappedPages(),
                view.gatheredPages(), pages[0], pages[1], lock(view), threads, without,
                FLAGS.stream().filter(view::has).map(Field::name).toList(), view.has(MmFields.TORN_DOWN));
    }

    /** Whether find_lock_task_mm finds nobody although memory is left: the window in which process_mrelease fails. */
    public static boolean unreachable(Machine machine, long[] state, int mm) {
        boolean some = false;
        for (int t = 0; t < machine.tasks(); t++) {
            if (uses(machine, state, t, mm)) {
                some = true;
                if (machine.value(state, 0, TaskFields.HAS_MM, t) != 0) {
                    return false;
                }
            }
        }
        MmView view = new MmView(machine, state, 0, mm);
        return some && view.mappedPages() + view.gatheredPages() > 0;
    }

    private static boolean uses(Machine machine, long[] state, int task, int mm) {
        return machine.value(state, 0, GroupFields.MM_OF, machine.value(state, 0, TaskFields.GROUP_OF, task)) == mm + 1;
    }

    private static int[] pages(Machine machine, long[] state, int mm) {
        int free = 0;
        int kept = 0;
        for (int table = 0; table < machine.spec().names().getOrDefault(Dim.TABLE, List.of()).size(); table++) {
            int vma = machine.value(state, 0, TableFields.VMA_OF, table);
            if (machine.value(state, 0, VmaFields.VMA_MM, vma) == mm) {
                int count = machine.value(state, 0, TableFields.PAGE_COUNT, table);
                switch (new TableView(machine, state, 0, table).where()) {
                    case FREE -> free += count;
                    case CACHE, KEPT -> kept += count;
                    default -> { }
                }
            }
        }
        return new int[] {free, kept};
    }

    private static String lock(MmView view) {
        List<String> parts = new ArrayList<>();
        int writer = view.lockWriter();
        List<Integer> holders = view.lockHolders();
        if (!holders.isEmpty()) {
            parts.add((writer >= 0 ? "W: " : "R: ") + names(view, holders));
        }
        if (!view.lockQueue().isEmpty()) {
            parts.add("waiting: " + names(view, view.lockQueue()));
        }
        return parts.isEmpty() ? "free" : String.join("; ", parts);
    }

    static String names(MmView view, List<Integer> tasks) {
        return tasks.stream().map(t -> view.machine().spec().name(Dim.TASK, t)).collect(Collectors.joining(", "));
    }
}
