package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.expr.Dim;
import org.reapscope.kernel.expr.Expr;
import org.reapscope.kernel.expr.Field;
import org.reapscope.kernel.expr.ModelException;
import org.reapscope.kernel.expr.Sizes;

/**
 * Everything a {@link Machine} is made from. Immutable; build one with {@link #of}.
 *
 * @param programs the kernel paths, patched already
 * @param tasks who runs what; a task's index is its place here
 * @param names for each dimension the names of its members; their number is the dimension's size
 * @param initial first values of fields that do not start as 0
 * @param facts what properties and views ask for
 * @param keepAll whether to keep every field that is written, even if nobody reads it: for stepping and showing
 * @param grain how much happens in one step
 */
public record MachineSpec(Programs programs, List<TaskSpec> tasks, Map<Dim, List<String>> names, List<Initial> initial,
        List<Fact> facts, boolean keepAll, Grain grain) {

    /** Keeps copies. */
    public MachineSpec {
        tasks = List.copyOf(tasks);
        names = Map.copyOf(names);
        initial = List.copyOf(initial);
        facts = List.copyOf(facts);
    }

    /** The first value of a field at known indexes. */
    public record Initial(Field field, List<Integer> index, int value) {

        /** Keeps a copy. */
        public Initial {
            index = List.copyOf(index);
        }
    }

    /** Begins a specification. */
    public static Builder of(Programs programs) {
        return new Builder(programs);
    }

    /** How many there are of each dimension. */
    public Sizes sizes() {
        Map<Dim, Integer> counts = new LinkedHashMap<>();
        names.forEach((dim, members) -> counts.put(dim, members.size()));
        counts.put(Dim.TASK, tasks.size());
        return new Sizes(counts);
    }

    /** The name of a member of a dimension, or its number if it has none. */
    public String name(Dim dim, int index) {
        if (dim == Dim.TASK) {
            return index >= 0 && index < tasks.size() ? tasks.get(index).name() : "task " + index;
        }
        List<String> members = names.getOrDefault(dim, List.of());
        return index >= 0 && index < members.size() ? members.get(index) : dim.word() + " " + index;
    }

    /** The index of the task with this name. */
    public int task(String name) {
        for (int t = 0; t < tasks.size(); t++) {
            if (tasks.get(t).name().equals(name)) {
                return t;
            }
        }
        throw new ModelException("no task is called " + name);
    }

    /** The same with other facts. */
    public MachineSpec withFacts(List<Fact> wanted) {
        return new MachineSpec(programs, tasks, names, initial, wanted, keepAll, grain);
    }

    /** The same in another grain. */
    public MachineSpec withGrain(Grain other) {
        return new MachineSpec(programs, tasks, names, initial, facts, keepAll, other);
    }

    /** The same, keeping every field or only what is needed. */
    public MachineSpec keepingAll(boolean all) {
        return new MachineSpec(programs, tasks, names, initial, facts, all, grain);
    }

    /** The same with other kernel paths. */
    public MachineSpec withPrograms(Programs others) {
        return new MachineSpec(others, tasks, names, initial, facts, keepAll, grain);
    }

    /**
     * The machine.
     *
     * @throws ModelException if programs or fields do not fit together, or the state is too large
     */
    public Machine build() {
        return new Machine(this);
    }

    /** Collects what a machine is made from. */
    public static final class Builder {

        private final Programs programs;
        private final List<TaskSpec> tasks = new ArrayList<>();
        private final Map<Dim, List<String>> names = new LinkedHashMap<>();
        private final List<Initial> initial = new ArrayList<>();
        private final List<Fact> facts = new ArrayList<>();
        private boolean keepAll;
        private Grain grain = Grain.FINE;

        private Builder(Programs programs) {
            this.programs = programs;
        }

        /** Adds a task and returns its index. */
        public int task(TaskSpec task) {
            tasks.add(task);
            return tasks.size() - 1;
        }

        /** Adds a task that only runs these calls. */
        public Builder task(String name, Call... script) {
            task(new TaskSpec(name, name, 100 + tasks.size(), 0, name, false, List.of(script)));
            return this;
        }

        /** Adds a member of a dimension (other than tasks) and returns its index. */
        public int member(Dim dim, String name) {
            List<String> members = names.computeIfAbsent(dim, d -> new ArrayList<>());
            members.add(name);
            return members.size() - 1;
        }

        /** Sets a field's first value. The last word counts. */
        public Builder initial(Field field, int value, Integer... index) {
            initial.add(new Initial(field, List.of(index), value));
            return this;
        }

        /** Wants a fact. */
        public Builder fact(Fact fact) {
            facts.add(fact);
            return this;
        }

        /** Wants a fact about the state as it is. */
        public Builder fact(String name, Expr value) {
            return fact(Fact.now(name, value));
        }

        /** Keeps every field that is written. */
        public Builder keepAll(boolean all) {
            keepAll = all;
            return this;
        }

        /** Sets the grain. */
        public Builder grain(Grain g) {
            grain = g;
            return this;
        }

        /** The specification. */
        public MachineSpec spec() {
            return new MachineSpec(programs, tasks, names, initial, facts, keepAll, grain);
        }

        /** The machine. */
        public Machine build() {
            return spec().build();
        }
    }
}
