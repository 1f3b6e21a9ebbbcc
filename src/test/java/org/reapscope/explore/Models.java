package org.reapscope.explore;

import static org.reapscope.kernel.MicroStep.step;
import static org.reapscope.kernel.expr.Expr.SELF;

import java.util.List;
import java.util.Map;

import org.reapscope.kernel.Call;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Grain;
import org.reapscope.kernel.Machine;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.Profile;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.Programs;
import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.Wait;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.object.SystemBuilder;
import org.reapscope.kernel.object.VmaKind;
import org.reapscope.kernel.path.KernelPaths;

/** Small machines with known answers, and the race itself in small sizes. */
public final class Models {

    private static final Field COUNTER = Field.upTo("counter", 7);
    private static final Field SEEN = Field.upTo("seen", 7, Dim.TASK);
    private static final Field WANTS = Field.flag("wants", Dim.TASK);
    private static final Field TURN = Field.upTo("turn", 1);
    private static final Field ROUND = Field.upTo("round", 1);
    private static final SpinLock MUTEX = SpinLock.of("mutex", Dim.GROUP);

    private Models() {}

    /** Tasks that each add one to a counter by reading it first and writing it later; facts: {@code lost}, {@code counter}. */
    public static Machine increments(int tasks, boolean locked) {
        Program.Builder increment = Program.of("increment", "litmus");
        if (locked) {
            increment.add(step("L0", "lock").acquires(MUTEX, Expr.of(0)));
        }
        increment.add(step("L1", "load").does(SEEN.at(SELF).set(COUNTER.at())),
                step("L2", "store").does(COUNTER.at().set(SEEN.at(SELF).plus(1))));
        if (locked) {
            increment.add(step("L3", "unlock").releases(MUTEX, Expr.of(0)));
        }
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(increment.build())));
        Expr allDone = Expr.TRUE;
        for (int t = 0; t < tasks; t++) {
            spec.task("t" + t, call("increment"));
            allDone = allDone.and(Field.PC.at(Expr.of(t)).eq(locked ? 4 : 2));
        }
        spec.member(Dim.GROUP, "g");
        return spec.fact("lost", allDone.and(COUNTER.at().lt(Expr.of(tasks)))).fact("counter", COUNTER.at()).build();
    }

    /** Two tasks that take two locks in opposite orders. */
    public static Machine abba() {
        Expr a = Expr.of(0);
        Expr b = Expr.of(1);
        Program ab = Program.of("ab", "litmus").add(
                step("A1", "lock").acquires(MUTEX, a), step("A2", "lock").acquires(MUTEX, b),
                step("A3", "unlock").releases(MUTEX, b), step("A4", "unlock").releases(MUTEX, a)).build();
        Program ba = Program.of("ba", "litmus").add(
                step("B1", "lock").acquires(MUTEX, b), step("B2", "lock").acquires(MUTEX, a),
                step("B3", "unlock").releases(MUTEX, a), step("B4", "unlock").releases(MUTEX, b)).build();
        MachineSpec.Builder spec = MachineSpec.of(Programs.of(List.of(ab, ba)))
                .task("one", call("ab")).task("two", call("ba"));
        spec.member(Dim.GROUP, "a");
        spec.member(Dim.GROUP, "b");
        return spec.build();
    }

    /** Peterson's lock, or one that grabs the turn instead of giving it away; fact: {@code both-inside}. */
    public static Machine peterson(boolean politely) {
        Expr other = Expr.of(1).minus(SELF);
        Expr mayEnter = WANTS.at(other).eq(0).or(TURN.at().eq(SELF));
        Program enter = Program.of("enter", "litmus").add(
                step("E1", "want").does(WANTS.at(SELF).set(1)),
                step("E2", "yield").does(TURN.at().set(politely ? other : SELF)),
                step("E3", "wait").when(mayEnter, Wait.SPIN),
                step("E4", "critical"),
                step("E5", "leave").does(WANTS.at(SELF).set(0))).build();
        Expr bothInside = Expr.at(Expr.of(0), "E4").and(Expr.at(Expr.of(1), "E4"));
        return MachineSpec.of(Programs.of(List.of(enter))).task("p", call("enter")).task("q", call("enter"))
                .fact(Fact.ever("both-inside", bothInside)).build();
    }

    /** One task that goes round for ever until another sets a flag; fact: {@code stopped}. */
    public static Machine polling() {
        Program poll = Program.of("poll", "litmus").add(
                step("P1", "look").does(ROUND.at().set(Expr.of(1).minus(ROUND.at()))).jump(TURN.at().eq(0), "P1"),
                step("P2", "done")).build();
        Program set = Program.of("set", "litmus").add(step("S1", "set").does(TURN.at().set(1))).build();
        return MachineSpec.of(Programs.of(List.of(poll, set))).task("poller", call("poll")).task("setter", call("set"))
                .fact("stopped", Expr.at(Expr.of(0), "P2")).fact("set", TURN.at()).build();
    }

    /** The same, after two steps that it takes first, and with two steps to each look; fact: {@code stopped}. */
    public static Machine turnsThenPolls() {
        Program poll = Program.of("poll", "litmus").add(step("A1", "begin"), step("A2", "go on"),
                step("P1", "look").jump(TURN.at().ne(0), "P3"),
                step("P2", "again").jump(Expr.TRUE, "P1"),
                step("P3", "done")).build();
        Program set = Program.of("set", "litmus").add(step("S1", "set").does(TURN.at().set(1))).build();
        return MachineSpec.of(Programs.of(List.of(poll, set))).task("poller", call("poll")).task("setter", call("set"))
                .fact("stopped", Expr.at(Expr.of(0), "P3")).build();
    }

    /** A victim, somebody who kills it and calls process_mrelease, and readers of its cmdline. */
    public static Machine race(int threads, int tables, int readers, Grain grain, String... facts) {
        SystemBuilder b = new SystemBuilder(KernelPaths.programs(Profile.V6_18));
        int mm = b.mm("victim-mm");
        for (int k = 0; k < tables; k++) {
            b.vma(mm, "vma" + k, VmaKind.ANON, 0x10000000L + k * 0x200000L, 1, 512);
        }
        int victim = b.group("victim", mm);
        for (int k = 0; k < threads; k++) {
            b.thread(victim, "victim-" + k, "victim", call("get_signal"), call("do_exit"));
        }
        int others = b.group("others", SystemBuilder.NO_MM);
        b.task(others, "killer", "killer", false, on(victim, "kill"), on(victim, "process_mrelease"));
        for (int k = 0; k < readers; k++) {
            b.task(others, "reader-" + k, "reader", false, on(victim, "read_cmdline"));
        }
        return b.facts(facts).grain(grain).build().spec().build();
    }

    /** A victim thread with one page table, and others: each runs these programs on the victim; {@code ~} marks a daemon. */
    public static Machine actors(Grain grain, String[] facts, String... scripts) {
        SystemBuilder b = new SystemBuilder(KernelPaths.programs(Profile.V6_18));
        int mm = b.mm("victim-mm");
        b.vma(mm, "heap", VmaKind.ANON, 0x10000000L, 1, 512);
        int victim = b.group("victim", mm);
        b.thread(victim, "victim-0", "victim", call("get_signal"), call("do_exit"));
        int others = b.group("others", SystemBuilder.NO_MM);
        for (String script : scripts) {
            String[] programs = script.replace("~", "").split(" ");
            int task = b.task(others, programs[0], programs[0], script.startsWith("~"), java.util.Arrays.stream(programs)
                    .map(p -> p.equals("oom_reaper") || p.equals("kswapd") ? call(p) : on(victim, p)).toArray(Call[]::new));
            if (programs[0].startsWith("read_smaps") || programs[0].startsWith("read_maps")) {
                b.openFile(task, mm);
            }
        }
        return b.facts(facts).grain(grain).build().spec().build();
    }

    private static Call call(String program) {
        return new Call(program, program, Map.of());
    }

    private static Call on(int target, String program) {
        return new Call(program, program, Map.of("target", Expr.of(target)));
    }
}
