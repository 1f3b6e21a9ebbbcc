package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.reapscope.kernel.expr.Cells;
import org.reapscope.kernel.expr.Effect;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.expr.Sites;
import org.reapscope.kernel.expr.Specialisation;
import org.reapscope.kernel.expr.StepCode;
import org.reapscope.kernel.expr.Trees;

/** Works out a machine's fields, latches, grain and specialised steps. */
final class MachineBuilder {

    private final MachineSpec spec;
    private final List<Expr> facts = new ArrayList<>();
    private List<List<LinkedStep>> program;
    private Specialisation specialisation;
    private Sites sites;

    MachineBuilder(MachineSpec spec, List<List<LinkedStep>> fine) {
        this.spec = spec;
        for (Fact fact : spec.facts()) {
            facts.add(fact.soFar());
        }
        this.program = fine;
        this.sites = sites(program);
        this.specialisation = specialise();
        if (spec.facts().stream().anyMatch(Fact::latched)) {
            program = withLatches();
            specialisation = specialise();
        }
        if (spec.grain() == Grain.COARSE) {
            program = new Coarsening(specialisation, facts, program).program();
            sites = sites(program);
            specialisation = specialise();
        }
    }

    List<List<LinkedStep>> program() {
        return program;
    }

    Specialisation specialisation() {
        return specialisation;
    }

    Sites sites() {
        return sites;
    }

    List<Expr> facts() {
        return List.copyOf(facts);
    }

    /**
     * Lets every step that can end a latched fact note first whether it holds. (What holds at the very end of a run
     * needs no note: the fact's own expression still sees it.)
     */
    private List<List<LinkedStep>> withLatches() {
        List<Watched> watched = spec.facts().stream().filter(Fact::latched)
                .map(f -> Watched.of(f, specialisation, program.size())).toList();
        List<List<LinkedStep>> result = new ArrayList<>();
        for (int t = 0; t < program.size(); t++) {
            List<LinkedStep> steps = new ArrayList<>();
            for (LinkedStep step : program.get(t)) {
                if (specialisation.step(t, step.pc()) == null) {
                    steps.add(step);
                    continue;
                }
                List<Effect> effects = new ArrayList<>();
                for (Watched w : watched) {
                    if (canEnd(w, t, step)) {
                        effects.add(Effect.when(w.fact.value(), w.fact.latch().at().set(1)));
                    }
                }
                effects.addAll(step.code().effects());
                StepCode code = step.code();
                steps.add(step.with(step.parts(), new StepCode(t, code.pc(), code.guard(), effects, code.exits())));
            }
            result.add(steps);
        }
        return result;
    }

    /** What a latched fact depends on: cells, program counters left out, and steps that it names. */
    private record Watched(Fact fact, BitSet reads, List<String> steps) {

        static Watched of(Fact fact, Specialisation specialisation, int tasks) {
            BitSet reads = specialisation.reads(specialisation.specialise(fact.value(), 0));
            Cells cells = specialisation.layout().cells();
            for (int t = 0; t < tasks; t++) {
                reads.clear(cells.cell(Field.PC, t));
            }
            List<String> steps = new ArrayList<>();
            Trees.visit(fact.value(), e -> {
                if (e instanceof Expr.At at) {
                    steps.addAll(at.steps());
                }
            });
            return new Watched(fact, reads, steps);
        }
    }

    /** Whether the step writes what the fact reads. Where the task stands matters only at steps that the fact names. */
    private boolean canEnd(Watched watched, int task, LinkedStep step) {
        BitSet named = sites.of(task, watched.steps);
        return specialisation.footprint(task, step.pc()).writes().intersects(watched.reads) || named.get(step.pc())
                || step.code().exits().stream().anyMatch(x -> named.get(x.pc()));
    }

    private Specialisation specialise() {
        Cells cells = new Cells(spec.sizes(), fields());
        int[] max = new int[cells.count()];
        for (int c = 0; c < max.length; c++) {
            max[c] = cells.bound(c);
        }
        for (int t = 0; t < program.size(); t++) {
            max[cells.cell(Field.PC, t)] = program.get(t).size();
        }
        int[] initial = new int[cells.count()];
        for (MachineSpec.Initial i : spec.initial()) {
            if (cells.has(i.field())) {
                initial[cells.cell(i.field(), i.index().stream().mapToInt(Integer::intValue).toArray())] = i.value();
            }
        }
        return new Specialisation(cells, sites, program.stream()
                .map(p -> p.stream().map(LinkedStep::code).toList()).toList(), max, initial, facts, spec.keepAll());
    }

    /** Every field that a step, a word, a tracepoint or a fact mentions, in the order they are met. */
    private Set<Field> fields() {
        Set<Field> fields = new LinkedHashSet<>();
        fields.add(Field.PC);
        Consumer<Expr> note = e -> {
            if (e instanceof Expr.Read r) {
                fields.add(r.field());
            }
        };
        for (List<LinkedStep> steps : program) {
            for (LinkedStep step : steps) {
                Trees.visit(step.code().guard(), note);
                Trees.visit(step.code().effects(), note);
                step.code().exits().forEach(x -> Trees.visit(x.when(), note));
                step.parts().forEach(part -> visitTexts(part, note));
            }
        }
        facts.forEach(f -> Trees.visit(f, note));
        spec.initial().forEach(i -> fields.add(i.field()));
        return fields;
    }

    private static void visitTexts(MicroStep step, Consumer<Expr> note) {
        step.words().values().forEach(e -> Trees.visit(e, note));
        Trees.visit(step.cost().units(), note);
        step.locks().forEach(l -> Trees.visit(l.index(), note));
        for (TraceCall point : step.traces()) {
            Trees.visit(point.when(), note);
            Trees.visit(point.task(), note);
            point.args().forEach(a -> Trees.visit(a.value(), note));
        }
    }

    private static Sites sites(List<List<LinkedStep>> program) {
        Map<Integer, Map<List<String>, BitSet>> known = new java.util.concurrent.ConcurrentHashMap<>();
        return (task, ids) -> {
            if (task < 0 || task >= program.size()) {
                throw new ModelException("there is no task " + task);
            }
            return known.computeIfAbsent(task, t -> new java.util.concurrent.ConcurrentHashMap<>())
                    .computeIfAbsent(ids, wanted -> {
                        BitSet pcs = new BitSet();
                        for (LinkedStep step : program.get(task)) {
                            pcs.set(step.pc(), wanted.contains(step.step().id()) || wanted.contains(step.path())
                                    || wanted.contains(step.program() + ":" + step.step().id()));
                        }
                        return pcs;
                    });
        };
    }
}
