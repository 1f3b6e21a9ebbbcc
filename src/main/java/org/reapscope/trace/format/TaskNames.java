package org.reapscope.trace.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.reapscope.trace.Task;
import org.reapscope.trace.TaskTable;

/**
 * Names tasks from what lines say of them. A tracer's line head shows the name that a thread id had when the trace was
 * printed, an event's arguments the name at that moment; so what arguments say counts more, and what a child inherits
 * counts less. A name seen before costs a comparison of bytes.
 */
final class TaskNames {

    /** Who says it, from the least to the most to be believed. */
    enum Source {
        /** Nobody. */
        NONE,
        /** The parent's name at fork, or a name cut short. */
        INHERITED,
        /** The head of a line. */
        HEAD,
        /** An argument of an event. */
        ARGUMENT
    }

    private static final byte[] UNKNOWN = Ascii.bytes("<...>");

    private static final char REPLACEMENT = '\ufffd';

    private final TaskTable tasks;
    private final Set<Integer> strange = new HashSet<>();
    private byte[][] names = new byte[256][];
    private Source[] sources = new Source[256];

    TaskNames(TaskTable tasks) {
        this.tasks = tasks;
    }

    /** How many tasks have had names that are not UTF-8, or that are said to hold what is not. */
    int strange() {
        return strange.size();
    }

    /** Hears that a task is called by the bytes of a range. */
    void heard(int task, byte[] b, int from, int to, Source source) {
        if (task >= names.length) {
            names = Arrays.copyOf(names, Math.max(2 * names.length, task + 1));
            sources = Arrays.copyOf(sources, names.length);
        }
        byte[] known = names[task];
        if (known == null) {
            known = UNKNOWN;
            sources[task] = Source.NONE;
        }
        if (source.compareTo(sources[task]) < 0 || Arrays.equals(known, 0, known.length, b, from, to)) {
            return;
        }
        boolean nameless = from == to || Arrays.equals(UNKNOWN, 0, UNKNOWN.length, b, from, to);
        if (task != Task.IDLE && !nameless) {
            names[task] = Arrays.copyOfRange(b, from, to);
            sources[task] = source;
            String name = new String(b, from, to - from, StandardCharsets.UTF_8);
            if (name.indexOf(REPLACEMENT) >= 0) {
                strange.add(task);
            }
            tasks.name(task, name);
        }
    }
}
