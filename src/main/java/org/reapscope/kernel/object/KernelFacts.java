package org.reapscope.kernel.object;

import static org.reapscope.kernel.expr.Expr.at;
import static org.reapscope.kernel.expr.Expr.exists;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.reapscope.kernel.Fact;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Expr.Var;
import org.reapscope.kernel.expr.ModelException;

/** What the discussion asks of a run, by the names that properties use. All of them stay true once they are. */
public final class KernelFacts {

    private static final Var T = new Var("who", Dim.TASK);
    private static final Var U = new Var("leaving", Dim.TASK);
    private static final Var G = new Var("g", Dim.GROUP);
    private static final Var H = new Var("other_victim", Dim.GROUP);
    private static final Var MM = new Var("mm", Dim.MM);
    private static final Var TABLE = new Var("still_mapped", Dim.TABLE);
    private static final Map<String, Fact> BY_NAME = all();

    private KernelFacts() {}

    /** The names, in a fixed order. */
    public static Set<String> names() {
        return java.util.Collections.unmodifiableSet(BY_NAME.keySet());
    }

    /** The fact of this name. */
    public static Fact of(String name) {
        Fact fact = BY_NAME.get(name);
        if (fact == null) {
            throw new ModelException("no fact is called " + name + "; there are " + String.join(", ", BY_NAME.keySet()));
        }
        return fact;
    }

    private static Map<String, Fact> all() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        now(facts, "esrch", exists(T, TaskFields.GOT_ESRCH.at(T).ne(0)));
        now(facts, "esrch-harmful", exists(T, TaskFields.ESRCH_HARMFUL.at(T).ne(0)));
        now(facts, "einval", exists(T, TaskFields.GOT_EINVAL.at(T).ne(0)));
        now(facts, "reaped", exists(T, TaskFields.GOT_OK.at(T).ne(0)));
        now(facts, "memory-held-after-mrelease", exists(T, TaskFields.MEMORY_HELD.at(T).ne(0)));
        now(facts, "futex-lost", exists(T, TaskFields.FUTEX_LOST.at(T).ne(0)));
        now(facts, "sigbus", exists(T, TaskFields.SIGBUS.at(T).ne(0)));
        now(facts, "shared-reap", exists(MM, MmFields.SHARED_REAP.at(MM).ne(0)));
        now(facts, "wasted-walk", exists(MM, MmFields.WASTED_WALK.at(MM).ne(0)));
        now(facts, "pointless-kill", exists(G, GroupFields.POINTLESS_KILL.at(G).ne(0)));
        now(facts, "teardown-in-reader", exists(MM, teardownByStranger()));
        ever(facts, "pte-collision", exists(T, at(T, "M7b", "P12b", "RS4b", "RR4b")
                .and(TableFields.PTE_LOCK.isFree(TaskFields.AT_TABLE.at(T)).not())));
        ever(facts, "mmap-stall", exists(MM, MmFields.MMAP_LOCK.writerWaits(MM)
                .and(MmFields.MMAP_LOCK.noReaders(MM).not())));
        ever(facts, "reaper-blocked", exists(T, at(T, "P7w").and(exists(MM,
                MmFields.MMAP_LOCK.place().at(MM, T).ne(0)))));
        ever(facts, "pinned-teardown", exists(MM, pinned()));
        ever(facts, "frozen-delay", exists(G, frozenVictim()));
        ever(facts, "use-after-free", exists(T, at(T, "M7a", "M7b", "M7c", "P12a", "P12b", "P12c", "RS4b", "RS4c",
                "RR4b", "RR4c").and(MmFields.TORN_DOWN.at(mmOfTable()).ne(0))));
        ever(facts, "double-zap", exists(T, at(T, "M7c", "P12c")
                .and(TableFields.PTE_LOCK.holder().at(TaskFields.AT_TABLE.at(T)).ne(T.plus(1)))));
        ever(facts, "reader-roadblock", exists(MM, readerRoadblock()));
        ever(facts, "second-victim-while-mapped", secondVictimWhileMapped());
        now(facts, "sharers-killed", exists(MM, sharersKilled()));
        ever(facts, "cache-left", SystemFields.cachePages().ne(0));
        return facts;
    }

    /** process_mrelease is queued behind a writer that waits for a reader of /proc. */
    private static Expr readerRoadblock() {
        Expr reads = at(U, "RS3", "RS4", "RS4a", "RS4b", "RS4c", "RS4d", "RS4e", "RS5", "RR3", "RR4", "RR4a", "RR4b", "RR4c",
                "RR4d", "RR4e", "RR4n", "RR5").and(MmFields.MMAP_LOCK.readers().at(MM, U).ne(0));
        return Expr.all(exists(T, at(T, "P7w").and(MmFields.MMAP_LOCK.place().at(MM, T).ne(0))), exists(U, reads),
                MmFields.MMAP_LOCK.writerWaits(MM));
    }

    /** The OOM killer has chosen two victims, and memory of one is still mapped although MMF_OOM_SKIP says it is done. */
    private static Expr secondVictimWhileMapped() {
        Expr another = exists(H, Expr.all(H.ne(G), GroupFields.OOM_VICTIM.at(H).ne(0)));
        Expr mm = GroupFields.mmOf(G);
        return exists(G, Expr.all(GroupFields.OOM_VICTIM.at(G).ne(0), another, MmFields.OOM_SKIP.at(mm).ne(0),
                exists(TABLE, TableFields.belongsTo(TABLE, mm).and(TableFields.isMapped(TABLE)))));
    }

    /** Several processes share the mm, and all of them were killed. */
    private static Expr sharersKilled() {
        Expr shares = GroupFields.MM_OF.at(G).eq(MM.plus(1));
        return Expr.count(G, shares).gt(1).and(Expr.forAll(G, shares.not().or(GroupFields.GROUP_EXIT.at(G).ne(0))));
    }

    private static void now(Map<String, Fact> facts, String name, Expr value) {
        facts.put(name, Fact.now(name, value));
    }

    private static void ever(Map<String, Fact> facts, String name, Expr value) {
        facts.put(name, Fact.ever(name, value));
    }

    private static Expr mmOfTable() {
        return VmaFields.VMA_MM.at(TableFields.VMA_OF.at(TaskFields.AT_TABLE.at(T)));
    }

    /** exit_mmap ran in a task of a process that never used this mm. */
    private static Expr teardownByStranger() {
        Expr by = MmFields.TORN_DOWN_BY.at(MM);
        return by.ne(0).and(GroupFields.MM_OF.at(TaskFields.GROUP_OF.at(by.minus(1))).ne(MM.plus(1)));
    }

    /** No thread has the mm and memory is left, but somebody other than the leaving threads still holds mm_users. */
    private static Expr pinned() {
        Expr mine = GroupFields.MM_OF.at(TaskFields.GROUP_OF.at(U)).eq(MM.plus(1));
        Expr nobodyHasIt = Expr.forAll(U, mine.not().or(TaskFields.HAS_MM.at(U).eq(0)));
        Expr leaving = Expr.count(U, mine.and(at(U, "V12", "V13", "V14")));
        return Expr.all(nobodyHasIt, MmFields.MM_USERS.at(MM).gt(leaving), MmFields.memoryLeft(MM));
    }

    /** The two seconds run, and of the victim's threads that are left all but at most one (6.12 thaws one) are frozen. */
    private static Expr frozenVictim() {
        Expr awake = Expr.all(TaskFields.GROUP_OF.at(U).eq(G), TaskFields.FROZEN.at(U).eq(0),
                TaskFields.EXIT_STATE.at(U).eq(0));
        return Expr.all(GroupFields.REAP_TIMER.at(G).ne(0), Expr.count(U, awake).le(1),
                TaskFields.someThread(G, T, TaskFields.FROZEN.at(T).ne(0)));
    }
}
