package org.reapscope.scenario.litmus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.reapscope.kernel.SpinLock;
import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;

/** What the names in a litmus program stand for. */
final class Names {

    private final Map<String, Field> shared = new LinkedHashMap<>();
    private final Map<String, Field> locals = new LinkedHashMap<>();
    private final Map<String, SpinLock> locks = new LinkedHashMap<>();
    private final Litmus litmus;

    Names(Litmus litmus) {
        this.litmus = litmus;
        litmus.shared().forEach(v -> shared.put(v.name(), Field.upTo(v.name(), v.max())));
        litmus.locals().forEach(v -> locals.put(v.name(), Field.upTo(v.name(), v.max(), Dim.TASK)));
        litmus.locks().forEach(name -> locks.put(name, SpinLock.of(name, Dim.GROUP)));
    }

    Field sharedField(String name) {
        return java.util.Objects.requireNonNull(shared.get(name));
    }

    Field localField(String name) {
        return java.util.Objects.requireNonNull(locals.get(name));
    }

    Optional<SpinLock> lock(String name) {
        return Optional.ofNullable(locks.get(name));
    }

    /** The place that a name stands for in a step of the running thread. */
    Optional<Expr.Read> place(String name) {
        if (shared.containsKey(name)) {
            return Optional.of(sharedField(name).at());
        }
        return locals.containsKey(name) ? Optional.of(localField(name).at(Expr.SELF)) : Optional.empty();
    }

    /** A thread's own variable. */
    Optional<Expr.Read> place(int thread, String local) {
        return locals.containsKey(local) ? Optional.of(localField(local).at(Expr.of(thread))) : Optional.empty();
    }

    /** The index of a thread, or -1. */
    int thread(String name) {
        return threads().indexOf(name);
    }

    /** The ids of the steps of a thread's program. */
    List<String> steps(int thread) {
        String program = litmus.threads().get(thread).runs();
        return litmus.programs().stream().filter(p -> p.name().equals(program))
                .flatMap(p -> p.steps().stream()).map(Litmus.Step::id).toList();
    }

    List<String> threads() {
        return litmus.threads().stream().map(Litmus.Runner::name).toList();
    }

    /** All that can be named besides threads and steps. */
    List<String> words() {
        return java.util.stream.Stream.of(shared.keySet(), locals.keySet(), locks.keySet()).flatMap(java.util.Collection::stream).toList();
    }

    String known() {
        return String.join(", ", words());
    }
}
