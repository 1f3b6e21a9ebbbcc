package org.reapscope.kernel.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.reapscope.kernel.KernelPath;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.RwLock;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Printer;
import org.reapscope.kernel.expr.Trees;
import org.reapscope.kernel.object.GroupFields;
import org.reapscope.kernel.object.MmFields;
import org.reapscope.kernel.object.TableFields;
import org.reapscope.kernel.object.TaskFields;

/** What holds of every path in every profile. */
final class PathContractTest {

    private static List<MicroStep> steps(Profile profile) {
        return KernelPaths.programs(profile).all().stream().flatMap(p -> p.lines().stream())
                .filter(MicroStep.class::isInstance).map(MicroStep.class::cast).toList();
    }

    @Test
    void everyPathIsFoundAndHasPrograms() {
        List<KernelPath> paths = KernelPaths.all();
        assertTrue(paths.size() >= 12, paths.size() + " paths");
        for (KernelPath path : paths) {
            assertFalse(path.title().isBlank());
            for (Profile profile : Profile.values()) {
                assertFalse(path.programs(profile).isEmpty(), path.title());
            }
        }
    }

    @Test
    void everyStepSpeaks() {
        for (Profile profile : Profile.values()) {
            for (MicroStep step : steps(profile)) {
                assertFalse(step.function().isBlank() || step.title().isBlank() || step.words().text().isBlank(),
                        step.id());
                step.traces().forEach(t -> assertTrue(t.event().contains(":"), step.id() + " " + t.event()));
                assertFalse(Printer.print(step.guard()).isBlank());
            }
        }
    }

    @Test
    void aStepIdMeansOneStep() {
        Map<String, String> functionOf = new HashMap<>();
        for (Program p : KernelPaths.programs(Profile.V6_18).all()) {
            for (Line line : p.lines()) {
                if (line instanceof MicroStep s) {
                    String before = functionOf.put(s.id(), s.function());
                    boolean variant = Set.of("kill", "pidfd_send_signal", "read_maps", "read_smaps").contains(p.name());
                    assertTrue(before == null || variant, s.id() + " is in two programs");
                }
            }
        }
    }

    /** Every lock that a program takes is given back before it ends, on every way through it. */
    @Test
    void everyWayThroughAProgramGivesBackWhatItTook() {
        Programs programs = KernelPaths.programs(Profile.V6_18);
        for (Program p : programs.all()) {
            long taken = count(p, Lock.Act.ACQUIRE);
            long released = count(p, Lock.Act.RELEASE);
            assertTrue(taken == 0 || released > 0 || guardsOnly(p), p.name() + " takes " + taken + ", gives " + released);
        }
    }

    /** What a step says of locks is what its guard and effects do to them: leaving one out, or the wrong act, shows here. */
    @Test
    void theLocksThatAStepDeclaresAreThoseItTouches() {
        List<Lock> locks = List.of(GroupFields.SIGLOCK, TaskFields.TASK_LOCK, TableFields.PTE_LOCK, MmFields.MMAP_LOCK);
        for (Profile profile : Profile.values()) {
            for (MicroStep step : steps(profile)) {
                if (step.id().equals("H1")) {
                    continue; // the 4 ms after which rwsem.c promises the lock: no task takes or waits for it in this step
                }
                for (Lock lock : locks) {
                    Set<Lock.Act> declared = step.locks().stream().filter(a -> a.lock().equals(lock)).map(Lock.Action::act).collect(Collectors.toSet());
                    boolean asks = mentions(List.of(Effect.when(step.guard())), lock);
                    boolean changes = mentions(step.effects(), lock);
                    assertEquals(asks || changes, !declared.isEmpty(), step.id() + " and " + lock.name());
                    if (lock instanceof SpinLock && !declared.isEmpty()) {
                        assertEquals(asks ? Set.of(Lock.Act.ACQUIRE) : Set.of(Lock.Act.RELEASE), declared, step.id() + " and " + lock.name());
                    }
                }
            }
        }
    }

    private static boolean mentions(List<Effect> effects, Lock lock) {
        boolean[] found = new boolean[1];
        Trees.visit(effects, e -> found[0] |= e instanceof Expr.Read read && (read.field().equals(lock.holder())
                || lock instanceof RwLock rw && (read.field().equals(rw.readers()) || read.field().equals(rw.place()))));
        return found[0];
    }

    private static long count(Program p, Lock.Act act) {
        return p.lines().stream().filter(MicroStep.class::isInstance).flatMap(l -> ((MicroStep) l).locks().stream())
                .filter(a -> a.act() == act).count();
    }

    /** Steps that lock and unlock within themselves only wait for the lock. */
    private static boolean guardsOnly(Program p) {
        return p.lines().stream().filter(MicroStep.class::isInstance).map(MicroStep.class::cast)
                .filter(s -> s.locks().stream().anyMatch(a -> a.act() == Lock.Act.ACQUIRE))
                .allMatch(s -> !Printer.print(s.effects()).contains("lock["));
    }

    @Test
    void theReaperWalksDownSince6_18_andUpIn6_12() {
        Map<Profile, List<Integer>> order = new HashMap<>();
        for (Profile profile : Profile.values()) {
            Races r = new Races(profile, 1, 3).task("lmkd", "kill", "process_mrelease");
            r.builder.keepAll(true);
            Machine m = r.builder.build().spec().build();
            List<Integer> visited = new java.util.ArrayList<>();
            long[] s = m.initial();
            while (m.enabled(s, 0, 1)) {
                if (m.next(s, 0, 1).orElseThrow().step().id().equals("P12c")) {
                    visited.add(m.value(s, 0, org.reapscope.kernel.object.TaskFields.AT_TABLE, 1));
                }
                m.step(s, 0, 1);
            }
            order.put(profile, visited);
        }
        assertEquals(List.of(0, 1, 2), order.get(Profile.V6_12));
        assertEquals(List.of(2, 1, 0), order.get(Profile.V6_18));
        assertEquals(List.of(2, 1, 0), order.get(Profile.V7_3));
    }

    @Test
    void pseudoCodeReadsLikeTheKernel() {
        MicroStep v11 = KernelPaths.programs(Profile.V6_18).get("do_exit").step("V11");
        assertEquals("task.mm[self] = 0;\ntask_lock[self] = 0;\n", Printer.print(v11.effects()));
        MicroStep m7b = KernelPaths.programs(Profile.V6_18).get("__mmput").step("M7b");
        assertEquals("ptlock[at_table[self]] == 0", Printer.print(m7b.guard()));
        assertEquals("a - (b - 1)", Printer.print(new Expr.Param("a").minus(new Expr.Param("b").minus(1)))
                .replace("$", ""));
    }
}
