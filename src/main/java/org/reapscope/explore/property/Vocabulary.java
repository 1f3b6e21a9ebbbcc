package org.reapscope.explore.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.reapscope.base.words.Spelling;
import org.reapscope.kernel.Fact;
import org.reapscope.kernel.Line;
import org.reapscope.kernel.Lock;
import org.reapscope.kernel.MachineSpec;
import org.reapscope.kernel.MicroStep;
import org.reapscope.kernel.Program;
import org.reapscope.kernel.ReturnValue;
import org.reapscope.kernel.RwLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.Trees;
import org.reapscope.kernel.object.KernelFacts;

/** The words that a property about one machine may use: its facts, fields, locks, tasks, steps and the error numbers. */
public final class Vocabulary {

    private final MachineSpec spec;
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Lock> locks = new LinkedHashMap<>();
    private final Map<String, Set<String>> stepsByWord = new LinkedHashMap<>();

    /** The words for a machine: those of {@link KernelFacts}, and what its programs mention. */
    public Vocabulary(MachineSpec spec) {
        this.spec = spec;
        KernelFacts.names().forEach(name -> facts.put(name, KernelFacts.of(name)));
        spec.facts().forEach(fact -> facts.put(fact.name(), fact));
        for (Program program : spec.programs().all()) {
            for (Line line : program.lines()) {
                if (line instanceof MicroStep step) {
                    note(step);
                }
            }
        }
        spec.initial().forEach(i -> fields.putIfAbsent(i.field().name(), i.field()));
    }

    private void note(MicroStep step) {
        stepsByWord.computeIfAbsent(step.id(), w -> new LinkedHashSet<>()).add(step.id());
        stepsByWord.computeIfAbsent(step.function(), w -> new LinkedHashSet<>()).add(step.id());
        Trees.visit(step.guard(), this::note);
        Trees.visit(step.effects(), this::note);
        step.jumps().forEach(j -> Trees.visit(j.when(), this::note));
        step.locks().forEach(action -> locks.putIfAbsent(action.lock().name(), action.lock()));
    }

    private void note(Expr e) {
        if (e instanceof Expr.Read r) {
            fields.putIfAbsent(r.field().name(), r.field());
        }
    }

    Optional<Fact> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** A fact by the name that is stable: once it holds it holds for ever. */
    boolean isKernelFact(String name) {
        return KernelFacts.names().contains(name);
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<Lock> lock(String name) {
        return Optional.ofNullable(locks.get(name));
    }

    /** The ids of the steps with this id, or in this kernel function. */
    List<String> steps(String word) {
        return List.copyOf(stepsByWord.getOrDefault(word, Set.of()));
    }

    Optional<Integer> task(String name) {
        return index(Dim.TASK, name);
    }

    /** A member of a dimension by its name or number. */
    Optional<Integer> index(Dim dim, String word) {
        int size = size(dim);
        for (int k = 0; k < size; k++) {
            if (spec.name(dim, k).equals(word)) {
                return Optional.of(k);
            }
        }
        return word.matches("\\d{1,4}") && Integer.parseInt(word) < size ? Optional.of(Integer.parseInt(word))
                : Optional.empty();
    }

    int size(Dim dim) {
        return spec.sizes().of(dim);
    }

    /** The members of a dimension. */
    List<String> names(Dim dim) {
        List<String> names = new ArrayList<>();
        for (int k = 0; k < size(dim); k++) {
            names.add(spec.name(dim, k));
        }
        return names;
    }

    /** The value of an error number's name. */
    Optional<Integer> errno(String name) {
        for (ReturnValue e : ReturnValue.values()) {
            if (e.name().equals(name)) {
                return Optional.of(e.code());
            }
        }
        return Optional.empty();
    }

    /** Whether the task waits for some lock of this kind that is queued for; only reader-writer locks have queues. */
    Optional<Expr> waits(int task, Lock lock) {
        if (!(lock instanceof RwLock rw)) {
            return Optional.empty();
        }
        Expr.Var which = new Expr.Var("waited_for", rw.place().dims().getFirst());
        return Optional.of(Expr.exists(which, rw.place().at(which, Expr.of(task)).ne(0)));
    }

    /** What may have been meant by a word that is none: the nearest, or else what there is. */
    String insteadOf(String word) {
        List<String> known = new ArrayList<>(facts.keySet());
        known.addAll(fields.keySet());
        known.add("deadlock");
        String hint = Spelling.hint(word, known);
        return (hint.isEmpty() ? "; there" : hint + " There") + " are the facts "
                + String.join(", ", facts.keySet()) + ", deadlock, the functions step(), ret(), holder(), waits(), freed_by(),"
                + " pages_left, and fields such as mm_users";
    }
}
