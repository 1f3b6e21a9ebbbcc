package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.reapscope.kernel.expr.CellAccess;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Footprint;
import org.reapscope.kernel.expr.InterpretedSteps;
import org.reapscope.kernel.expr.Interpreter;
import org.reapscope.kernel.expr.Layout;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.expr.Specialisation;
import org.reapscope.kernel.expr.StepCode;
import org.reapscope.kernel.expr.StepCompiler;
import org.reapscope.kernel.expr.Steps;

/**
 * Tasks, what each has still to do, and the state they share. The scheduler step is {@link #step}: one task takes one
 * micro-step; which task that is, is up to the caller.
 *
 * <p>A state is {@link #words} longs. All methods take the array and the offset at which the state begins. A machine is
 * immutable and thread-safe; the same specification always gives the same machine.
 */
public final class Machine {

    private final MachineSpec spec;
    private final List<List<LinkedStep>> program;
    private final Specialisation specialisation;
    private final Layout layout;
    private final Interpreter interpreter;
    private final List<Expr> facts;
    private final Steps compiled;

    Machine(MachineSpec spec) {
        this.spec = spec;
        List<List<LinkedStep>> fine = new ArrayList<>();
        for (int t = 0; t < spec.tasks().size(); t++) {
            fine.add(Linker.link(spec.programs(), t, spec.tasks().get(t).script()));
        }
        MachineBuilder builder = new MachineBuilder(spec, fine);
        this.program = builder.program();
        this.specialisation = builder.specialisation();
        this.facts = builder.facts();
        this.layout = specialisation.layout();
        this.interpreter = new Interpreter(layout.cells(), builder.sites());
        List<Expr> compiledFacts = facts.stream().map(f -> specialisation.specialise(f, 0)).toList();
        this.compiled = StepCompiler.compile(specialisation, spec.tasks().size(), compiledFacts);
    }

    /** What it was made from. */
    public MachineSpec spec() {
        return spec;
    }

    /** Where the fields lie. */
    public Layout layout() {
        return layout;
    }

    /** How many longs a state has. */
    public int words() {
        return layout.words();
    }

    /** How many tasks there are. */
    public int tasks() {
        return program.size();
    }

    /** A new copy of the first state. */
    public long[] initial() {
        return layout.initialState();
    }

    /** Whether the task can take its next step. */
    public boolean enabled(long[] state, int offset, int task) {
        return compiled.enabled(state, offset, task);
    }

    /** Bit {@code t} says whether task {@code t} can take its next step. */
    public long enabledMask(long[] state, int offset) {
        return compiled.enabledMask(state, offset);
    }

    /** The task takes its next step, in place. It must be enabled. */
    public void step(long[] state, int offset, int task) {
        compiled.step(state, offset, task);
    }

    /** The same semantics, compiled: for searches. */
    public Steps compiled() {
        return compiled;
    }

    /** The same semantics, interpreted as written: for checking. */
    public Steps interpreted() {
        return new InterpretedSteps(interpreter, layout,
                program.stream().map(p -> p.stream().map(LinkedStep::code).toList()).toList(), facts);
    }

    /** Where the task stands; equal to the number of its steps once it is done. */
    public int pc(long[] state, int offset, int task) {
        return layout.get(state, offset, layout.cells().cell(Field.PC, task));
    }

    /** All steps of a task, by program counter, those included that this scenario never reaches. */
    public List<LinkedStep> program(int task) {
        return program.get(task);
    }

    /** The task's next step, or nothing if it is done. */
    public Optional<LinkedStep> next(long[] state, int offset, int task) {
        int pc = pc(state, offset, task);
        return pc < program.get(task).size() ? Optional.of(program.get(task).get(pc)) : Optional.empty();
    }

    /** Whether the task has finished its script. */
    public boolean done(long[] state, int offset, int task) {
        return pc(state, offset, task) >= program.get(task).size();
    }

    /**
     * Whether nobody can take a step, although somebody waits for what must come. A thread of a process that nobody kills
     * waits for a signal for ever, and that is no deadlock.
     */
    public boolean deadlocked(long[] state, int offset) {
        if (enabledMask(state, offset) != 0) {
            return false;
        }
        for (int t = 0; t < tasks(); t++) {
            if (!mayRest(t, pc(state, offset, t))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run may end with the task standing there: it is done, a daemon, or waits as one may for ever. */
    public boolean mayRest(int task, int pc) {
        List<LinkedStep> steps = program.get(task);
        return pc >= steps.size() || spec.tasks().get(task).daemon() || steps.get(pc).step().waits().mayLast();
    }

    /** Whether every task is done, daemons excepted. */
    public boolean finished(long[] state, int offset) {
        for (int t = 0; t < tasks(); t++) {
            if (!spec.tasks().get(t).daemon() && !done(state, offset, t)) {
                return false;
            }
        }
        return true;
    }

    /** The value of an expression in a state. */
    public int value(Expr e, int self, long[] state, int offset) {
        return interpreter.value(e, self, CellAccess.to(layout, state, offset));
    }

    /** The value of a field at these indexes. */
    public int value(long[] state, int offset, Field field, int... index) {
        return layout.get(state, offset, layout.cells().cell(field, index));
    }

    /** Whether the field can be read in this machine at these indexes: it exists, and it is kept or constant. */
    public boolean knows(Field field, int... index) {
        return layout.cells().has(field) && !layout.isDropped(layout.cells().cell(field, index));
    }

    /** The k-th fact's expression, its latch included. */
    public Expr factExpr(int k) {
        return facts.get(k);
    }

    /** The index of the fact with this name. */
    public int fact(String name) {
        for (int k = 0; k < spec.facts().size(); k++) {
            if (spec.facts().get(k).name().equals(name)) {
                return k;
            }
        }
        throw new ModelException("this machine was not asked for the fact " + name);
    }

    /** Whether a fact holds. */
    public boolean holds(String fact, long[] state, int offset) {
        return compiled.fact(state, offset, fact(fact)) != 0;
    }

    /**
     * What the task's next step touches when taken in this state; if it cannot be taken, what its guard read to say so.
     * Nothing if the task is done.
     */
    public Footprint footprint(long[] state, int offset, int task) {
        Footprint touched = Footprint.empty();
        StepCode code = specialisation.step(task, pc(state, offset, task));
        if (code == null) {
            return touched;
        }
        long[] copy = java.util.Arrays.copyOfRange(state, offset, offset + words());
        CellAccess watched = touched.watching(CellAccess.forSteps(layout, copy, 0));
        int pcCell = layout.cells().cell(Field.PC, task);
        watched.read(pcCell);
        if (interpreter.holds(code.guard(), task, watched)) {
            interpreter.run(code.effects(), task, watched);
            for (StepCode.Exit exit : code.exits()) {
                if (interpreter.holds(exit.when(), task, watched)) {
                    watched.write(pcCell, exit.pc());
                    break;
                }
            }
        }
        return touched;
    }

    /** What the step may touch in any state. Nothing if no run gets there. */
    public Footprint footprint(int task, int pc) {
        return specialisation.footprint(task, pc);
    }

    /** The steps specialised to this scenario: what reductions and printers of other languages work on. */
    public Specialisation specialisation() {
        return specialisation;
    }

    /** Why the task cannot take its next step; nothing if it can, or is done. */
    public Optional<Blocked> blockedOn(long[] state, int offset, int task) {
        Optional<LinkedStep> next = next(state, offset, task);
        if (next.isEmpty() || enabled(state, offset, task)) {
            return Optional.empty();
        }
        MicroStep step = next.get().step();
        for (Lock.Action action : step.locks()) {
            if (action.act() != Lock.Act.RELEASE) {
                int index = value(action.index(), task, state, offset);
                return Optional.of(new Blocked(action.lock(), index, action.mode(), step.waits(),
                        holders(state, offset, action.lock(), index), ahead(state, offset, action.lock(), index, task)));
            }
        }
        return Optional.of(new Blocked(null, 0, Lock.Mode.READ, step.waits(), List.of(), List.of()));
    }

    /** The tasks that hold the lock, the writer first. */
    public List<Integer> holders(long[] state, int offset, Lock lock, int index) {
        Set<Integer> holders = new LinkedHashSet<>();
        if (knows(lock.holder(), index)) {
            int writer = value(state, offset, lock.holder(), index);
            if (writer != 0) {
                holders.add(writer - 1);
            }
        }
        if (lock instanceof RwLock rw) {
            for (int t = 0; t < tasks(); t++) {
                if (knows(rw.readers(), index, t) && value(state, offset, rw.readers(), index, t) != 0) {
                    holders.add(t);
                }
            }
        }
        return List.copyOf(holders);
    }

    /** The tasks in the lock's queue before {@code task}; the whole queue if it is not in it. First one first. */
    public List<Integer> ahead(long[] state, int offset, Lock lock, int index, int task) {
        if (!(lock instanceof RwLock rw)) {
            return List.of();
        }
        Map<Integer, Integer> byPlace = new java.util.TreeMap<>();
        int own = Integer.MAX_VALUE;
        for (int t = 0; t < tasks(); t++) {
            int place = knows(rw.place(), index, t) ? value(state, offset, rw.place(), index, t) : 0;
            if (place != 0) {
                byPlace.put(place, t);
                own = t == task ? place : own;
            }
        }
        int limit = own;
        return byPlace.entrySet().stream().filter(e -> e.getKey() < limit).map(Map.Entry::getValue).toList();
    }

    /** The tracepoints passed when the task's next step leads from one state to the other, in order. */
    public List<TraceEvent> traces(long[] before, long[] after, int task) {
        Optional<LinkedStep> next = next(before, 0, task);
        List<TraceEvent> events = new ArrayList<>();
        for (MicroStep part : next.map(LinkedStep::parts).orElse(List.of())) {
            for (TraceCall point : part.traces()) {
                Dim each = point.each();
                for (TraceCall one : point.unrolled(each == null ? 1 : spec.sizes().of(each))) {
                    if (value(one.when(), task, after, 0) != 0) {
                        events.add(event(one, before, after, task));
                    }
                }
            }
        }
        return events;
    }

    private TraceEvent event(TraceCall point, long[] before, long[] after, int task) {
        return new TraceEvent(point.event(), value(point.task(), task, after, 0),
                point.args().stream().map(a -> new TraceEvent.Value(a.name(), a.kind(),
                        value(a.value(), task, a.before() ? before : after, 0))).toList());
    }

    /** The sentence for the task's next step, with values from before and after it; empty if it is done. */
    public String sentence(long[] before, long[] after, int task) {
        return next(before, 0, task).map(step -> Sentence.of(this, step.step().words(), before, after, task)).orElse("");
    }
}
