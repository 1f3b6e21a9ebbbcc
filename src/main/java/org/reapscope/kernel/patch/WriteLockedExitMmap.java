package org.reapscope.kernel.patch;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.object.GroupFields.LEADER;
import static org.reapscope.kernel.object.MmFields.MM_COUNT;
import static org.reapscope.kernel.object.MmFields.TORN_DOWN;
import static org.reapscope.kernel.object.TaskFields.AT_TABLE;
import static org.reapscope.kernel.object.TaskFields.HAS_MM;
import static org.reapscope.kernel.object.TaskFields.HOLDS_REF;
import static org.reapscope.kernel.object.TaskFields.TASK_LOCK;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.kernel.Edit;
import org.reapscope.kernel.KernelPatch;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmapLockSteps;

/** Linus Torvalds: readers hold mm_count only, and exit_mmap holds mmap_lock for writing throughout. */
public final class WriteLockedExitMmap implements KernelPatch {

    private static final Expr TARGET = new Expr.Param("target");
    private static final Expr MM = GroupFields.mmOf(TARGET);
    private static final Expr OWN_MM = new Expr.Param("mm");

    @Override
    public String id() {
        return "g";
    }

    @Override
    public String title() {
        return "exit_mmap under one mmap_write_lock; /proc readers hold mm_count only";
    }

    @Override
    public String status() {
        return "proposed in the discussion, no patch";
    }

    @Override
    public String source() {
        return "Linus Torvalds, May 2026, CAHk-=whqfr-M9 and the follow-up of May 22; roadblocks: Minchan Kim, May 19 2026";
    }

    @Override
    public List<String> hazards() {
        return List.of(
                "-ESRCH stays: task->mm is still cleared before the teardown.",
                "A preempted reader that holds mmap_lock blocks exit_mmap, and process_mrelease queues behind that waiting writer: nobody frees.");
    }

    @Override
    public List<Edit> edits(Profile profile, Programs programs) {
        List<Edit> edits = new ArrayList<>(exitMmap());
        edits.addAll(open());
        edits.addAll(reader(programs, "read_maps", "RS", "m_start", "RS7"));
        edits.addAll(reader(programs, "read_smaps", "RS", "m_start", "RS7"));
        edits.addAll(reader(programs, "read_smaps_rollup", "RR", "show_smaps_rollup", "RR9"));
        edits.addAll(cmdline());
        return edits;
    }

    private static List<Edit> exitMmap() {
        return List.of(
                new Edit.Replace("__mmput", "M4", List.of(MmapLockSteps.writeLock("M4", "exit_mmap", OWN_MM)
                        .why("One write lock for the whole teardown: a reader that holds mmap_lock holds it up.").build())),
                new Edit.Replace("__mmput", "M4w", List.of(MmapLockSteps.writeLockWait("M4", "exit_mmap", OWN_MM).build())),
                new Edit.Replace("__mmput", "M8", List.of(step("M8", "exit_mmap").title("keeps the lock")
                        .says("has unmapped everything and keeps mmap_lock").does(AT_TABLE.at(Expr.SELF).set(0)).build())),
                new Edit.Remove("__mmput", "M10"),
                new Edit.Remove("__mmput", "M10w"));
    }

    private static List<Edit> open() {
        Expr none = HAS_MM.at(LEADER.at(TARGET)).eq(0);
        return List.of(
                new Edit.Replace("open_proc_mm", "RO1g", List.of(step("RO1g", "mm_access").title("mmgrab")
                        .says("keeps the struct only: mm_count of {0:mm} {1} → {1'}", MM, MM_COUNT.at(MM))
                        .does(Effect.when(none.not(), MM_COUNT.at(MM).increment(), HOLDS_REF.at(Expr.SELF).set(1)))
                        .releases(TASK_LOCK, LEADER.at(TARGET)).build())),
                new Edit.Remove("open_proc_mm", "RO2"),
                new Edit.Remove("open_proc_mm", "RO3"),
                new Edit.Remove("open_proc_mm", "RO3m"));
    }

    /** A walker takes mmap_lock without a reference, and looks under the lock whether anything is left to walk. */
    private static List<Edit> reader(Programs programs, String program, String id, String start, String done) {
        Expr gone = HAS_MM.at(LEADER.at(TARGET)).eq(0);
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Replace(program, id + "1", List.of(step(id + "1", start).title("task->mm still there?")
                .says("looks whether {0:group} still has its mm (1 = gone: -ESRCH)", TARGET, gone)
                .why("No mmget: a walker does at most one more VMA after the last thread has left.")
                .jump(gone, id + "9").build())));
        MicroStep left = step(id + "2g", start).title("anything left?")
                .says("looks for the VMA under the lock (torn down: {0})", TORN_DOWN.at(MM))
                .jump(TORN_DOWN.at(MM).ne(0), id + "5").build();
        if (programs.get(program).has(id + "2w")) {
            edits.add(new Edit.InsertBefore(program, id + "3", List.of(left)));
            edits.add(new Edit.Replace(program, id + "2w",
                    List.of(MmapLockSteps.readLockKillableWait(id + "2", start, MM, done).build())));
        } else {
            edits.add(new Edit.Replace(program, id + "2", List.of(MmapLockSteps.readLock(id + "2", start, MM).build(),
                    MmapLockSteps.readLockKillableWait(id + "2", start, MM, done).build(), left)));
            edits.add(new Edit.Replace(program, id + "5", List.of(MmapLockSteps.readUnlock(id + "5", "m_stop", MM).build())));
        }
        edits.add(new Edit.Remove(program, id + "6"));
        edits.add(new Edit.Remove(program, id + "6m"));
        return edits;
    }

    private static List<Edit> cmdline() {
        Expr none = HAS_MM.at(LEADER.at(TARGET)).eq(0);
        return List.of(
                new Edit.Replace("read_cmdline", "RC1g", List.of(step("RC1g", "get_task_cmdline").title("mmgrab")
                        .says("keeps the struct only: mm_count of {0:mm} {1} → {1'}", MM, MM_COUNT.at(MM))
                        .does(Effect.when(none.not(), MM_COUNT.at(MM).increment()))
                        .releases(TASK_LOCK, LEADER.at(TARGET)).jump(none, MicroStep.RETURN).build())),
                new Edit.Replace("read_cmdline", "RC6", List.of(step("RC6", "mmdrop").title("drops its mm_count reference")
                        .says("mm_count of {0:mm} {1} → {1'}", MM, MM_COUNT.at(MM))
                        .does(MM_COUNT.at(MM).decrement()).build())),
                new Edit.Remove("read_cmdline", "RC6m"));
    }
}
