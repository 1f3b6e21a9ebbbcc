package org.reapscope.kernel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.reapscope.kernel.expr.ModelException;

/**
 * A kernel path: named lines in order.
 *
 * @param name the entry function, {@code exit_mmap}
 * @param source the kernel file, {@code mm/mmap.c}
 * @param lines what it does
 */
public record Program(String name, String source, List<Line> lines) {

    /** Keeps a copy; ids must be unique and jumps must lead somewhere. */
    public Program {
        lines = List.copyOf(lines);
        Set<String> ids = new HashSet<>();
        for (Line line : lines) {
            if (!ids.add(line.id())) {
                throw new ModelException(name + " has two lines called " + line.id());
            }
        }
    }

    /** A program of steps that are still being built, and calls. */
    public static Builder of(String name, String source) {
        return new Builder(name, source);
    }

    /** Where the line stands. */
    public int indexOf(String id) {
        for (int k = 0; k < lines.size(); k++) {
            if (lines.get(k).id().equals(id)) {
                return k;
            }
        }
        throw new ModelException(name + " has no line " + id + "; it has "
                + lines.stream().map(Line::id).collect(Collectors.joining(" ")));
    }

    /** The step with this id. */
    public MicroStep step(String id) {
        return switch (lines.get(indexOf(id))) {
            case MicroStep step -> step;
            case Call call -> throw new ModelException(name + " " + id + " is a call of " + call.program());
        };
    }

    /** Whether a line has this id. */
    public boolean has(String id) {
        return lines.stream().anyMatch(line -> line.id().equals(id));
    }

    /** Collects lines. */
    public static final class Builder {

        private final String name;
        private final String source;
        private final List<Line> lines = new ArrayList<>();

        private Builder(String name, String source) {
            this.name = name;
            this.source = source;
        }

        /** Adds steps. */
        public Builder add(MicroStep.Builder... steps) {
            for (MicroStep.Builder step : steps) {
                lines.add(step.build());
            }
            return this;
        }

        /** Adds lines. */
        public Builder add(List<? extends Line> more) {
            lines.addAll(more);
            return this;
        }

        /** Adds a call. */
        public Builder call(Call call) {
            lines.add(call);
            return this;
        }

        /** The program. */
        public Program build() {
            return new Program(name, source, lines);
        }
    }
}
