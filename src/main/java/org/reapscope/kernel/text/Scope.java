package org.reapscope.kernel.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Trees;

/** What names stand for inside of a function: its parameters, and the variables of loops and quantifiers around. Immutable. */
record Scope(Map<String, Value> names) {

    static final Scope EMPTY = new Scope(Map.of());

    Scope {
        names = Map.copyOf(names);
    }

    Optional<Value> of(String name) {
        return Optional.ofNullable(names.get(name));
    }

    /** A variable for this name that is none of those which the values here speak of. */
    Expr.Var fresh(String name, Dim dim) {
        Set<String> taken = new HashSet<>();
        names.values().forEach(value -> Trees.visit(value.expr(), e -> {
            if (e instanceof Expr.Var variable) {
                taken.add(variable.name());
            }
        }));
        String free = name;
        for (int n = 2; taken.contains(free); n++) {
            free = name + "_" + n;
        }
        return new Expr.Var(free, dim);
    }

    /** With one name more, which hides an outer one. */
    Scope with(String name, Value value) {
        Map<String, Value> more = new HashMap<>(names);
        more.put(name, value);
        return new Scope(more);
    }
}
