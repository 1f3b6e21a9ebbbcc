package org.reapscope.kernel.path;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.MmFields.MMAP_LOCK;
import static org.reapscope.kernel.object.MmFields.MM_COUNT;
import static org.reapscope.kernel.object.MmFields.MM_USERS;
import static org.reapscope.kernel.object.TableFields.PAGE_COUNT;
import static org.reapscope.kernel.object.TableFields.PRESENT;
import static org.reapscope.kernel.object.TableFields.PTE_LOCK;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;
import static org.reapscope.kernel.object.TaskFields.AT_VMA;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.HOLDS_REF;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;
import static org.reapscope.kernel.object.VmaFields.VMA_READER;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.reapscope.kernel.Cost;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Phase;
import org.reapscope.kernel.Preempt;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmapLockSteps;
import org.reapscope.kernel.object.VmaFields;

/**
 * Readers of /proc/PID/maps, smaps and smaps_rollup. The open file holds mm_count only; mm_users is held from m_start to
 * m_stop, for one VMA at a time here. Source: fs/proc/task_mmu.c.
 */
public final class MapsReaderPath implements KernelPath {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Expr MM = GroupFields.mmOf(TARGET);
    private static final Expr TASK = LEADER.at(TARGET);
    private static final Expr VMA = AT_VMA.at(SELF);
    private static final Expr TABLE = AT_TABLE.at(SELF);
    private static final Expr NO_VMA = new Expr.Size(Dim.VMA);
    private static final Expr NO_TABLE = new Expr.Size(Dim.TABLE);

    @Override
    public String title() {
        return "readers of /proc/PID/maps, smaps and smaps_rollup";
    }

    @Override
    public List<Program> programs(Profile profile) {
        return List.of(open(), close(),
                read("read_maps", "show_map", profile.mapsPerVmaLock(), false),
                read("read_smaps", "show_smap", profile.smapsPerVmaLock(), true), rollup());
    }

    private static Program open() {
        Expr none = HAS_MM.at(TASK).eq(0);
        return Program.of("open_proc_mm", "fs/proc/base.c").add(
                step("RO1", "mm_access").title("task_lock").says("takes the task_lock of {0:task}", TASK)
                        .acquires(TASK_LOCK, TASK).costs(Cost.Kind.SYSCALL),
                step("RO1g", "mm_access").title("mmget").says("mm_users of {0:mm} {1} → {1'}", MM, MM_USERS.at(MM))
                        .does(Effect.when(none.not(), MM_USERS.at(MM).increment()))
                        .releases(TASK_LOCK, TASK).jump(none, MicroStep.RETURN),
                step("RO2", "proc_mem_open").title("mmgrab")
                        .says("keeps only the struct: mm_count of {0:mm} {1} → {1'}", MM, MM_COUNT.at(MM))
                        .does(MM_COUNT.at(MM).increment(), HOLDS_REF.at(SELF).set(1)))
                .add(Mmput.lines("RO3", MM)).build();
    }

    private static Program close() {
        return Program.of("close_proc_mm", "fs/proc/task_mmu.c").add(
                step("RX", "proc_map_release").title("mmdrop")
                        .says("closes the file: mm_count of {0:mm} {1} → {1'}", MM, MM_COUNT.at(MM))
                        .does(Effect.when(HOLDS_REF.at(SELF).ne(0), MM_COUNT.at(MM).decrement(), HOLDS_REF.at(SELF).set(0)))
                        .costs(Cost.Kind.SYSCALL)).build();
    }

    private static MicroStep.Builder begin(String id) {
        return step(id, "seq_read_iter").title("read() begins").says("starts to read, from the first VMA on")
                .does(AT_VMA.at(SELF).set(VmaFields.firstVma(MM, false)))
                .jump(HOLDS_REF.at(SELF).eq(0), MicroStep.RETURN).costs(Cost.Kind.SYSCALL);
    }

    private static MicroStep.Builder mmgetNotZero(String id, String ifGone) {
        return step(id, "m_start").title("mmget_not_zero")
                .says("mm_users of {0:mm} {1} → {1'} (0 means end of file)", MM, MM_USERS.at(MM))
                .why("From here to m_stop the reader keeps the whole address space alive: if every thread of the "
                        + "victim leaves now, the memory waits for this reader.")
                .does(Effect.when(MM_USERS.at(MM).ne(0), MM_USERS.at(MM).increment()))
                .jump(MM_USERS.at(MM).eq(0), ifGone).costs(Cost.Kind.ATOMIC);
    }

    private static Program read(String name, String show, boolean perVmaLock, boolean walks) {
        List<Line> lines = new ArrayList<>();
        lines.add(begin("RS0").build());
        lines.add(mmgetNotZero("RS1", "RS9").build());
        if (perVmaLock) {
            lines.add(step("RS2", "lock_next_vma").title("per-VMA lock").says("locks {0:vma} by its own lock", VMA)
                    .does(Effect.when(VMA.ne(NO_VMA), VMA_READER.at(VMA, SELF).set(1))).build());
        } else {
            lines.add(MmapLockSteps.readLock("RS2", "m_start", MM).build());
            lines.add(MmapLockSteps.readLockKillableWait("RS2", "m_start", MM, "RS6").build());
        }
        lines.add(step("RS3", show).title("shows a VMA").says("writes the text for {0:vma}", VMA)
                .costs(Cost.Kind.VMA_WALK).build());
        if (walks) {
            lines.addAll(pageWalk("RS4", show));
        }
        if (perVmaLock) {
            lines.add(step("RS5", "unlock_vma").title("per-VMA unlock").says("unlocks {0:vma}", VMA)
                    .does(Effect.when(VMA.ne(NO_VMA), VMA_READER.at(VMA, SELF).set(0))).build());
        } else {
            lines.add(MmapLockSteps.readUnlock("RS5", "m_stop", MM).build());
        }
        lines.addAll(Mmput.lines("RS6", MM));
        lines.add(step("RS7", "seq_read_iter").title("copies out, without references")
                .says("copies the text to user space, holding nothing")
                .does(AT_VMA.at(SELF).set(VmaFields.nextVma(MM, VMA, false)))
                .jump(VMA.ne(NO_VMA), "RS1").preempt(Preempt.MAY_SLEEP).costs(Cost.Kind.COPY_TO_USER).build());
        lines.add(step("RS9", "seq_read_iter").title("end of file").says("is at the end of the file")
                .does(AT_VMA.at(SELF).set(0)).costs(Cost.Kind.SYSCALL).build());
        return new Program(name, "fs/proc/task_mmu.c", lines);
    }

    /** Looks at every page table of the current VMA, under its lock: where readers and reapers collide. */
    private static List<MicroStep> pageWalk(String prefix, String show) {
        return Stream.of(
                step(prefix, show).title("first page table").says("starts at the first page table of {0:vma}", VMA)
                        .does(AT_TABLE.at(SELF).set(VmaFields.firstTableOf(VMA)))
                        .jump(TABLE.eq(NO_TABLE), prefix + "e").build(),
                step(prefix + "a", "walk_pmd_range").title("next 2 MiB slot").says("looks at {0:table}", TABLE)
                        .jump(PRESENT.at(TABLE).eq(0), prefix + "d").build(),
                step(prefix + "b", "pte_offset_map_lock").title("lock the page table")
                        .says("takes the lock of page table {0:table}", TABLE)
                        .acquires(PTE_LOCK, TABLE).costs(Cost.Kind.ATOMIC).build(),
                step(prefix + "c", "smaps_pte_range").title("counts pages, unlocks")
                        .says("counts the pages of {0:table} and lets go of its lock", TABLE)
                        .releases(PTE_LOCK, TABLE).costs(Cost.Kind.SCAN_PAGE, PAGE_COUNT.at(TABLE)).build(),
                step(prefix + "d", "walk_pmd_range").title("next").says("goes on")
                        .does(AT_TABLE.at(SELF).set(VmaFields.nextTableOf(VMA, TABLE)))
                        .jump(TABLE.ne(NO_TABLE), prefix + "a").build(),
                step(prefix + "e", show).title("VMA done").says("is done with {0:vma}", VMA)
                        .does(AT_TABLE.at(SELF).set(0)).build()).map(step -> step.toBuilder()
                .phase(step.id().equals(prefix) || step.id().equals(prefix + "e") ? Phase.READ : Phase.READ_WALK).build()).toList();
    }

    private static Program rollup() {
        List<Line> lines = new ArrayList<>();
        lines.add(begin("RR0").build());
        lines.add(mmgetNotZero("RR1", "RR9").build());
        lines.add(MmapLockSteps.readLock("RR2", "show_smaps_rollup", MM).build());
        lines.add(MmapLockSteps.readLockKillableWait("RR2", "show_smaps_rollup", MM, "RR6").build());
        lines.add(step("RR3", "smap_gather_stats").title("gathers a VMA").says("adds up {0:vma}", VMA)
                .jump(VMA.eq(NO_VMA), "RR5").costs(Cost.Kind.VMA_WALK).build());
        lines.addAll(pageWalk("RR4", "smap_gather_stats"));
        lines.add(step("RR4n", "show_smaps_rollup").title("contended?")
                .says("goes on to the next VMA, and drops the lock first if a writer waits for it")
                .does(AT_VMA.at(SELF).set(VmaFields.nextVma(MM, VMA, false)))
                .jump(VMA.eq(NO_VMA), "RR5").jump(MMAP_LOCK.nobodyWaits(MM), "RR3").build());
        lines.add(MmapLockSteps.readUnlock("RR4u", "show_smaps_rollup", MM).then("RR2").build());
        lines.add(MmapLockSteps.readUnlock("RR5", "show_smaps_rollup", MM).build());
        lines.addAll(Mmput.lines("RR6", MM));
        lines.add(step("RR9", "seq_read_iter").title("copies out").says("copies the sums to user space")
                .does(AT_VMA.at(SELF).set(0)).preempt(Preempt.MAY_SLEEP).costs(Cost.Kind.COPY_TO_USER).build());
        return new Program("read_smaps_rollup", "fs/proc/task_mmu.c", lines);
    }
}
