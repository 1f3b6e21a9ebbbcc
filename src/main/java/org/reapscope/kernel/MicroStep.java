package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Trees;

/**
 * One indivisible step of a kernel path, as data.
 *
 * @param id unique within its program, as in the model's tables: {@code K5}, {@code V11}, {@code M7b}
 * @param function the kernel function it stands in
 * @param title what it does, in a few words
 * @param words the sentence for a person who sees it taken
 * @param why the longer story, or empty
 * @param guard when it can be taken
 * @param waits how the task waits while it cannot
 * @param effects what it changes, in order
 * @param jumps where it goes, judged in order in the state that the effects leave; if none holds, to the next line
 * @param locks what it does with locks
 * @param preempt whether the scheduler may switch after it
 * @param cost what it costs
 * @param phase what it is part of
 * @param traces the tracepoints passed, in order
 */
public record MicroStep(String id, String function, String title, Words words, String why, Expr guard, Wait waits,
        List<Effect> effects, List<Jump> jumps, List<Lock.Action> locks, Preempt preempt, Cost cost,
        Phase phase, List<TraceCall> traces) implements Line {

    /** Where a jump goes to leave the program, as if its last line had been done. */
    public static final String RETURN = "return";

    private static final String AFTER = "after ";

    /** Where a jump goes that skips {@code line}: to whatever stands after it, patched or not. */
    public static String after(String line) {
        return AFTER + line;
    }

    /** The line that a jump of the form {@link #after} skips, or the empty string if it is of another form. */
    static String skipped(String jump) {
        return jump.startsWith(AFTER) ? jump.substring(AFTER.length()) : "";
    }

    /** Keeps copies. */
    public MicroStep {
        effects = List.copyOf(effects);
        jumps = List.copyOf(jumps);
        locks = List.copyOf(locks);
        traces = List.copyOf(traces);
    }

    /**
     * Goes to another line of the same program.
     *
     * @param when judged in the state that the step's effects leave
     * @param to a line's id, {@link #after} a line, or {@link #RETURN}
     */
    public record Jump(Expr when, String to) {}

    /** Begins a step. */
    public static Builder step(String id, String function) {
        return new Builder(id, function);
    }

    /** A builder that holds everything this step has, to make a changed one. */
    public Builder toBuilder() {
        Builder b = new Builder(id, function);
        b.title = title;
        b.words = words;
        b.why = why;
        b.guard = guard;
        b.waits = waits;
        b.effects.addAll(effects);
        b.jumps.addAll(jumps);
        b.locks.addAll(locks);
        b.preempt = preempt;
        b.cost = cost;
        b.phase = phase;
        b.traces.addAll(traces);
        return b;
    }

    /** The step with the parameters of its program replaced. */
    public MicroStep bind(Map<String, Expr> a) {
        return new MicroStep(id, function, title,
                new Words(words.text(), words.values().stream().map(e -> Trees.bind(e, a)).toList()), why,
                Trees.bind(guard, a), waits, Trees.bind(effects, a),
                jumps.stream().map(j -> new Jump(Trees.bind(j.when, a), j.to)).toList(),
                locks.stream().map(l -> new Lock.Action(l.lock(), Trees.bind(l.index(), a), l.mode(), l.act()))
                        .toList(),
                preempt, new Cost(cost.kind(), Trees.bind(cost.units(), a)), phase,
                traces.stream().map(t -> t.bind(a)).toList());
    }

    /** Builds a step; what is not said is harmless: always possible, changes nothing, goes on, may be preempted. */
    public static final class Builder {

        private final String id;
        private String function;
        private String title = "";
        private Words words = Words.NONE;
        private String why = "";
        private Expr guard = Expr.TRUE;
        private Wait waits = Wait.IDLE;
        private final List<Effect> effects = new ArrayList<>();
        private final List<Jump> jumps = new ArrayList<>();
        private final List<Lock.Action> locks = new ArrayList<>();
        private Preempt preempt = Preempt.YES;
        private Cost cost = Cost.TRIVIAL;
        private Phase phase = Phase.NONE;
        private final List<TraceCall> traces = new ArrayList<>();

        private Builder(String id, String function) {
            this.id = id;
            this.function = function;
        }

        /** Sets the kernel function. */
        public Builder function(String name) {
            function = name;
            return this;
        }

        /** Sets the title. */
        public Builder title(String text) {
            title = text;
            return this;
        }

        /** Sets the sentence ({@link Words}). */
        public Builder says(String text, Expr... values) {
            words = new Words(text, List.of(values));
            return this;
        }

        /** Sets the longer story. */
        public Builder why(String text) {
            why = text;
            return this;
        }

        /** Adds to the guard, and says how one waits for it. */
        public Builder when(Expr condition, Wait how) {
            guard = guard == Expr.TRUE ? condition : guard.and(condition);
            waits = how;
            return this;
        }

        /** Forgets the guard. */
        public Builder always() {
            guard = Expr.TRUE;
            return this;
        }

        /** Adds effects. */
        public Builder does(Effect... more) {
            effects.addAll(List.of(more));
            return this;
        }

        /** Adds effects. */
        public Builder does(List<Effect> more) {
            effects.addAll(more);
            return this;
        }

        /** Puts effects before those there are. */
        public Builder doesFirst(Effect... more) {
            effects.addAll(0, List.of(more));
            return this;
        }

        /** Forgets the effects. */
        public Builder doesNothing() {
            effects.clear();
            return this;
        }

        /** Adds a jump after those there are. */
        public Builder jump(Expr when, String to) {
            jumps.add(new Jump(when, to));
            return this;
        }

        /** Puts a jump before those there are. */
        public Builder jumpFirst(Expr when, String to) {
            jumps.addFirst(new Jump(when, to));
            return this;
        }

        /** Forgets the jumps. */
        public Builder noJumps() {
            jumps.clear();
            return this;
        }

        /** Always goes there. */
        public Builder then(String to) {
            return jump(Expr.TRUE, to);
        }

        /** Takes a spinlock; waits for it by spinning, and cannot be preempted afterwards. */
        public Builder acquires(SpinLock lock, Expr index) {
            locks.add(new Lock.Action(lock, index, Lock.Mode.WRITE, Lock.Act.ACQUIRE));
            preempt = Preempt.NO;
            return when(lock.isFree(index), Wait.SPIN).does(lock.take(index));
        }

        /** Gives a spinlock back. */
        public Builder releases(SpinLock lock, Expr index) {
            locks.add(new Lock.Action(lock, index, Lock.Mode.WRITE, Lock.Act.RELEASE));
            return does(lock.drop(index));
        }

        /** Says what the step does with a lock, for locks whose guard and effects are given by hand. */
        public Builder locks(Lock lock, Expr index, Lock.Mode mode, Lock.Act act) {
            locks.add(new Lock.Action(lock, index, mode, act));
            return this;
        }

        /** Forgets what it does with locks (guard and effects stay). */
        public Builder noLocks() {
            locks.clear();
            return this;
        }

        /** Sets preemptibility. */
        public Builder preempt(Preempt p) {
            preempt = p;
            return this;
        }

        /** Sets what it is part of. */
        public Builder phase(Phase part) {
            phase = part;
            return this;
        }

        /** Sets the cost. */
        public Builder costs(Cost.Kind kind) {
            cost = Cost.of(kind);
            return this;
        }

        /** Sets the cost. */
        public Builder costs(Cost.Kind kind, Expr units) {
            cost = new Cost(kind, units);
            return this;
        }

        /** Adds tracepoints. */
        public Builder traces(TraceCall... more) {
            traces.addAll(List.of(more));
            return this;
        }

        /** Puts tracepoints before those there are. */
        public Builder tracesFirst(TraceCall... more) {
            traces.addAll(0, List.of(more));
            return this;
        }

        /** Forgets the tracepoints. */
        public Builder noTraces() {
            traces.clear();
            return this;
        }

        /** The step. */
        public MicroStep build() {
            return new MicroStep(id, function, title, words, why, guard, waits, effects, jumps, locks, preempt, cost, phase,
                    traces);
        }
    }
}
