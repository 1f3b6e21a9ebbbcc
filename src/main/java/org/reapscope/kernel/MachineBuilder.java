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
            facts.add(fact.latched() ? latch(fact).at().ne(0).or(fact.value()) : fact.value());
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

    private static Field latch(Fact fact) {
        return Field.flag("ever." + fact.name());
    }

    /**
     * Lets every step that can end a latched fact note first whether it holds. (What holds at the very end of a run
     * needs no note: the fact's own expression still sees it.)
     */
    private List<List<LinkedStep>> withLatches() {
        List<List<LinkedStep>> result = new ArrayList<>();
        for (int t = 0; t < program.size(); t++) {
            List<LinkedStep> steps = new ArrayList<>();
            for (LinkedStep step : program.get(t)) {
                if (specialisation.step(t, step.pc()) == null) {
                    steps.add(step);
                    continue;
                }
                List<Effect> effects = new ArrayList<>();
                for (Fact fact : spec.facts()) {
                    if (fact.latched() && canEnd(fact, t, step)) {
                        effects.add(Effect.when(fact.value(), latch(fact).at().set(1)));
                    }
                }
                effects.addAll(step.code().effects());
                StepCode code = step.code();
                steps.add(new LinkedStep(step.path(), step.program(), step.source(), step.parts(),
                        new StepCode(t, code.pc(), code.guard(), effects, code.exits())));
            }
            result.add(steps);
        }
        return result;
    }

    /** Whether the step writes what the fact reads. Where the task stands matters only at steps that the fact names. */
    private boolean canEnd(Fact fact, int task, LinkedStep step) {
        BitSet reads = specialisation.reads(specialisation.specialise(fact.value(), 0));
        for (int t = 0; t < program.size(); t++) {
            reads.clear(specialisation.layout().cells().cell(Field.PC, t));
        }
        BitSet named = new BitSet();
        Trees.visit(fact.value(), e -> {
            if (e instanceof Expr.At at) {
                named.or(sites.of(task, at.steps()));
            }
        });
        return specialisation.footprint(task, step.pc()).writes().intersects(reads) || named.get(step.pc())
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
        for (TracePoint point : step.traces()) {
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
