package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.reapscope.kernel.expr.ModelException;

/** All kernel paths that a machine may run, by name. Immutable. */
public final class Programs {

    private final Map<String, Program> byName;

    private Programs(Map<String, Program> byName) {
        this.byName = byName;
    }

    /** These programs; names must be unique. */
    public static Programs of(Collection<Program> programs) {
        Map<String, Program> map = new LinkedHashMap<>();
        for (Program p : programs) {
            if (map.put(p.name(), p) != null) {
                throw new ModelException("two programs are called " + p.name());
            }
        }
        return new Programs(map);
    }

    /** The program of this name. */
    public Program get(String name) {
        Program p = byName.get(name);
        if (p == null) {
            throw new ModelException("no program is called " + name + "; there are "
                    + String.join(", ", byName.keySet()));
        }
        return p;
    }

    /** Whether there is one of this name. */
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /** All of them, in order. */
    public Collection<Program> all() {
        return java.util.Collections.unmodifiableCollection(byName.values());
    }

    /**
     * These programs with edits made, in order.
     *
     * @throws ModelException if an edit names a program or line that is not there (any more)
     */
    public Programs edited(List<Edit> edits) {
        Map<String, Program> map = new LinkedHashMap<>(byName);
        for (Edit edit : edits) {
            if (edit instanceof Edit.Add add) {
                if (map.put(add.program(), add.added()) != null) {
                    throw new ModelException("a program called " + add.program() + " is there already");
                }
            } else {
                map.put(edit.program(), edited(new Programs(map).get(edit.program()), edit));
            }
        }
        return new Programs(map);
    }

    private static Program edited(Program p, Edit edit) {
        List<Line> lines = new ArrayList<>(p.lines());
        switch (edit) {
            case Edit.Replace r -> {
                int at = p.indexOf(r.line());
                String heir = r.by().isEmpty() ? after(p, at) : r.by().getFirst().id();
                lines.remove(at);
                lines.addAll(at, r.by());
                if (r.by().stream().noneMatch(line -> line.id().equals(r.line()))) {
                    redirect(lines, r.line(), heir);
                    redirect(lines, MicroStep.after(r.line()),
                            r.by().isEmpty() ? heir : MicroStep.after(r.by().getLast().id()));
                }
            }
            case Edit.InsertBefore i -> lines.addAll(p.indexOf(i.line()), i.lines());
            case Edit.InsertAfter i -> lines.addAll(p.indexOf(i.line()) + 1, i.lines());
            case Edit.Remove r -> {
                int at = p.indexOf(r.line());
                lines.remove(at);
                redirect(lines, r.line(), after(p, at));
                redirect(lines, MicroStep.after(r.line()), after(p, at));
            }
            case Edit.Move m -> {
                Line line = lines.remove(p.indexOf(m.line()));
                Program without = new Program(p.name(), p.source(), lines);
                lines.add(without.indexOf(m.before()), line);
            }
            case Edit.Add _ -> throw new IllegalArgumentException("adds a program");
        }
        return new Program(p.name(), p.source(), lines);
    }

    private static String after(Program p, int at) {
        return at + 1 < p.lines().size() ? p.lines().get(at + 1).id() : MicroStep.RETURN;
    }

    private static void redirect(List<Line> lines, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        lines.replaceAll(line -> {
            if (!(line instanceof MicroStep step) || step.jumps().stream().noneMatch(j -> j.to().equals(from))) {
                return line;
            }
            MicroStep.Builder b = step.toBuilder().noJumps();
            step.jumps().forEach(j -> b.jump(j.when(), j.to().equals(from) ? to : j.to()));
            return b.build();
        });
    }
}
