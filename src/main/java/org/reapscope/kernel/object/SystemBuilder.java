package org.reapscope.kernel.object;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.TaskSpec;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.ModelException;

/**
 * Builds a system of processes, address spaces and tasks, and sets every field that follows from that: reference counts,
 * leaders, what each page table maps.
 *
 * <p>Make address spaces first, then their VMAs in address order, then thread groups, then tasks.
 */
public final class SystemBuilder {

    /** For a thread group without an address space of its own (a kernel thread, or one that does not matter). */
    public static final int NO_MM = -1;

    private static final long TABLE_BYTES = 2L << 20;
    private static final int FIRST_PID = 1000;

    private final MachineSpec.Builder spec;
    private final List<Vma> vmas = new ArrayList<>();
    private final List<Integer> mmOfGroup = new ArrayList<>();
    private final List<Integer> leader = new ArrayList<>();
    private final List<int[]> refs = new ArrayList<>();
    private final List<Integer> threads = new ArrayList<>();
    private int tasks;
    private int tables;

    /** Begins with these kernel paths, patched already, and with the kernel's own constants. */
    public SystemBuilder(Programs programs) {
        spec = MachineSpec.of(programs);
        spec.initial(SystemFields.MAX_REAP_RETRIES, 10);
    }

    /** Adds an address space and returns its index. */
    public int mm(String name) {
        refs.add(new int[] {0, 1});
        return spec.member(Dim.MM, name);
    }

    /**
     * Adds a VMA with page tables for all of its range and returns its index.
     *
     * @param start the first address
     * @param slots how many page-table slots of 2 MiB it spans
     * @param pages how many pages each of them maps; 0 for slots without a page table
     */
    public int vma(int mm, String name, VmaKind kind, long start, int slots, int pages) {
        int index = spec.member(Dim.VMA, name);
        vmas.add(new Vma(index, mm, name, kind, start, start + slots * TABLE_BYTES, tables, slots));
        spec.initial(VmaFields.VMA_MM, mm, index);
        spec.initial(VmaFields.REAPABLE, kind.reapable() ? 1 : 0, index);
        for (int k = 0; k < slots; k++) {
            spec.member(Dim.TABLE, slots == 1 ? name : name + "[" + k + "]");
            spec.initial(TableFields.VMA_OF, index, tables);
            spec.initial(TableFields.PRESENT, pages > 0 ? 1 : 0, tables);
            spec.initial(TableFields.PAGE_COUNT, pages, tables);
            spec.initial(TableFields.AFTER_FLUSH, kind.afterFlush(), tables);
            spec.initial(TableFields.AT_ONCE, kind.atOnce() ? 1 : 0, tables);
            spec.initial(TableFields.RSS_MEMBER, kind.rssMember(), tables);
            spec.initial(TableFields.DIRTY, kind == VmaKind.FILE_DIRTY ? 1 : 0, tables);
            tables++;
        }
        return index;
    }

    /** Adds a thread group with an address space, or with {@link #NO_MM}, and returns its index. */
    public int group(String name, int mm) {
        int index = spec.member(Dim.GROUP, name);
        mmOfGroup.add(mm);
        leader.add(-1);
        threads.add(0);
        spec.initial(GroupFields.MM_OF, mm + 1, index);
        return index;
    }

    /** Adds a thread that uses its group's address space. The first one of a group leads it. Returns the task's index. */
    public int thread(int group, String name, String role, Call... script) {
        int mm = mmOfGroup.get(group);
        if (mm == NO_MM) {
            throw new ModelException(name + " is to use an address space, but its group has none");
        }
        int task = task(group, name, role, false, script);
        spec.initial(TaskFields.HAS_MM, 1, task);
        refs.get(mm)[0]++;
        threads.set(group, threads.get(group) + 1);
        return task;
    }

    /** Adds a task that uses no address space of the system, and returns its index. */
    public int task(int group, String name, String role, boolean daemon, Call... script) {
        int task = spec.task(new TaskSpec(name, name.length() > 15 ? name.substring(0, 15) : name, FIRST_PID + tasks, group,
                role, daemon, List.of(script)));
        spec.initial(TaskFields.GROUP_OF, group, task);
        if (leader.get(group) < 0) {
            leader.set(group, task);
            spec.initial(GroupFields.LEADER, task, group);
        }
        tasks++;
        return task;
    }

    /** Lets a task begin with a /proc file of the mm open: it holds mm_count. */
    public SystemBuilder openFile(int task, int mm) {
        refs.get(mm)[1]++;
        spec.initial(TaskFields.HOLDS_REF, 1, task);
        return this;
    }

    /** Sets a field's first value. */
    public SystemBuilder initial(Field field, int value, Integer... index) {
        spec.initial(field, value, index);
        return this;
    }

    /** Wants a fact. */
    public SystemBuilder fact(Fact fact) {
        spec.fact(fact);
        return this;
    }

    /** Wants a fact about the state as it is. */
    public SystemBuilder fact(String name, Expr value) {
        spec.fact(name, value);
        return this;
    }

    /** Wants facts of {@link KernelFacts} by name. */
    public SystemBuilder facts(String... names) {
        for (String name : names) {
            spec.fact(KernelFacts.of(name));
        }
        return this;
    }

    /** Keeps every field that is written. */
    public SystemBuilder keepAll(boolean all) {
        spec.keepAll(all);
        return this;
    }

    /** Sets the grain. */
    public SystemBuilder grain(Grain grain) {
        spec.grain(grain);
        return this;
    }

    /** The system. Call once. */
    public KernelSystem build() {
        for (int mm = 0; mm < refs.size(); mm++) {
            spec.initial(MmFields.MM_USERS, refs.get(mm)[0], mm);
            spec.initial(MmFields.MM_COUNT, refs.get(mm)[1], mm);
        }
        for (int g = 0; g < threads.size(); g++) {
            spec.initial(GroupFields.LIVE, threads.get(g), g);
        }
        return new KernelSystem(spec.spec(), vmas);
    }
}
