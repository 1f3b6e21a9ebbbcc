package org.reapscope.trace.format;

import java.util.Arrays;
import java.util.List;

import org.reapscope.trace.Clock;
import org.reapscope.trace.Payload;
import org.reapscope.trace.Task;
import org.reapscope.trace.TraceBuilder;
import org.reapscope.trace.Tracepoint;

/** Reads one line after the other as an event and adds it to a trace. */
final class EventReader {

    /** What became of a line. */
    enum Outcome {
        /** It is an event, added. */
        ADDED,
        /** It announces a stack trace of {@link #task} on {@link #cpu}. */
        STACK,
        /** It does not begin with a task, a CPU and a time. */
        NO_HEAD,
        /** Its task is not known. */
        NO_TASK,
        /** No event's name follows the time. */
        NO_NAME,
        /** Its time is spelled as another clock's than that of the rest. */
        OTHER_CLOCK,
        /** The arguments of the tracepoint {@link #name} are not as they should be. */
        BAD_ARGUMENTS
    }

    /** The clock uptime counts in USER_HZ, 100 to the second whatever the kernel's own HZ is (trace_clock_jiffies). */
    private static final long TICK_NS = 10_000_000;
    private static final int LAST_NAME = 0xffff;
    private static final byte[] FUNCTION = Ascii.bytes("function");
    private static final byte[] SCHED_SWITCH = Ascii.bytes("sched_switch");
    private static final byte[] MARK = Ascii.bytes("0");

    private final TraceBuilder builder;
    private final List<LineHead> heads;
    private final boolean qualifiedNames;
    private final EventLine line = new EventLine();
    private final EventFields text = new EventFields();
    private final Arguments arguments = new Arguments();
    private final Clock clock;
    private final TaskNames names;
    private final Decoder decoder;
    private final SyscallDecoder syscalls;
    private int usualHead;
    private int task;
    private String name = "";

    /**
     * @param heads the spellings that lines may begin with; the one that fitted last is tried first
     * @param qualifiedNames whether names are written {@code subsystem:name}
     */
    EventReader(TraceBuilder builder, List<LineHead> heads, boolean qualifiedNames, Clock clock, SyscallTable table) {
        this.builder = builder;
        this.clock = clock;
        this.heads = heads;
        this.qualifiedNames = qualifiedNames;
        names = new TaskNames(builder.tasks());
        decoder = new Decoder(builder, names);
        syscalls = new SyscallDecoder(builder.strings(), table);
    }

    Outcome read(byte[] b, int from, int to, long offset) {
        if (!head(b, from, to)) {
            return Outcome.NO_HEAD;
        }
        if (line.wholeNumber != (clock != Clock.NANOSECONDS)) {
            return Outcome.OTHER_CLOCK;
        }
        EventFields.Kind kind = qualifiedNames ? text.parseQualified(b, line.body, to) : text.parse(b, line.body, to);
        if (kind == EventFields.Kind.UNKNOWN) {
            return Outcome.NO_NAME;
        }
        task = taskOfLine();
        arguments.on(b, text.argsFrom, to);
        if (task == EventLine.UNKNOWN_TASK && !leaving(b)) {
            return Outcome.NO_TASK;
        }
        return switch (kind) {
            case EVENT -> SyscallDecoder.isSyscall(b, text.nameFrom, text.nameTo)
                    ? syscall(syscalls.event(b, text.nameFrom, text.nameTo, arguments), offset) : event(b, offset);
            case SYSCALL_ENTER -> syscall(syscalls.entered(b, text.nameFrom, text.nameTo, arguments), offset);
            case SYSCALL_EXIT -> syscall(syscalls.returned(b, text.nameFrom, text.nameTo, arguments), offset);
            case FUNCTION -> add(builder.strings().intern(FUNCTION, 0, FUNCTION.length), -1, 0, offset);
            case STACK -> Outcome.STACK;
            case UNKNOWN -> Outcome.NO_NAME;
        };
    }

    /** Where the text behind the name of the line read last begins. */
    int argumentsFrom() {
        return text.argsFrom;
    }

    /** Whether the stack trace that the line read last announces is one of user space. */
    boolean userStack() {
        return text.userStack;
    }

    /** How many tasks have names that are not UTF-8. */
    int strangeNames() {
        return names.strange();
    }

    /** The task of the line read last. */
    int task() {
        return task;
    }

    /** The CPU of the line read last. */
    int cpu() {
        return line.cpu;
    }

    /** What one step of the time printed on the line read last is, in the clock's unit. */
    long resolutionNs() {
        return clock == Clock.JIFFIES ? TICK_NS : line.resolutionNs;
    }

    /** Whether a system call was named by its number. */
    boolean namedByNumber() {
        return syscalls.namedByNumber();
    }

    /** Whether states were written by an old plugin, whose letters are not the kernel's. */
    boolean pluginLetters() {
        return decoder.pluginLetters();
    }

    /** The tracepoint whose arguments were not understood. */
    String name() {
        return name;
    }

    private boolean head(byte[] b, int from, int to) {
        if (heads.get(usualHead).parse(b, from, to, line)) {
            return true;
        }
        for (int i = 0; i < heads.size(); i++) {
            if (i != usualHead && heads.get(i).parse(b, from, to, line)) {
                usualHead = i;
                return true;
            }
        }
        return false;
    }

    private int taskOfLine() {
        if (line.tid == 0) {
            return Task.IDLE;
        }
        if (line.tid == EventLine.UNKNOWN_TASK) {
            return EventLine.UNKNOWN_TASK;
        }
        int id = builder.tasks().task(line.tid);
        names.heard(id, line.b, line.commFrom, line.commTo,
                line.commCut ? TaskNames.Source.INHERITED : TaskNames.Source.HEAD);
        if (line.tgid > 0) {
            builder.tasks().group(id, line.tgid);
        }
        return id;
    }

    /** The last sched_switch of a task that is gone already names it in its arguments. */
    private boolean leaving(byte[] b) {
        if (!Arrays.equals(b, text.nameFrom, text.nameTo, SCHED_SWITCH, 0, SCHED_SWITCH.length)) {
            return false;
        }
        long tid = SchedDecoder.prevPid(arguments);
        task = tid > 0 && tid < Integer.MAX_VALUE ? builder.tasks().task((int) tid) : EventLine.UNKNOWN_TASK;
        return task >= 0;
    }

    private Outcome event(byte[] b, long offset) {
        int id = builder.strings().intern(b, text.nameFrom, text.nameTo);
        if (!decoder.decode(id, task, arguments)) {
            name = builder.strings().get(id);
            return Outcome.BAD_ARGUMENTS;
        }
        if (line.interrupt && id == Tracepoint.CONTENTION_BEGIN.ordinal()) {
            decoder.argument |= Payload.IN_INTERRUPT;
        }
        boolean mark = text.nameTo - text.nameFrom == MARK.length && b[text.nameFrom] == MARK[0];
        return add(mark ? Tracepoint.TRACING_MARK_WRITE.ordinal() : id, decoder.object, decoder.argument, offset);
    }

    private Outcome syscall(boolean understood, long offset) {
        Tracepoint tracepoint = syscalls.enter ? Tracepoint.SYS_ENTER : Tracepoint.SYS_EXIT;
        if (!understood) {
            name = tracepoint.kernelName();
            return Outcome.BAD_ARGUMENTS;
        }
        return add(tracepoint.ordinal(), syscalls.object, syscalls.argument, offset);
    }

    private Outcome add(int nameId, int object, long argument, long offset) {
        long tsNs = clock == Clock.JIFFIES ? Math.min(line.tsNs, Long.MAX_VALUE / TICK_NS) * TICK_NS : line.tsNs;
        builder.add(tsNs, line.cpu, task, nameId > LAST_NAME ? Tracepoint.OTHER.ordinal() : nameId, object, argument, offset);
        return Outcome.ADDED;
    }
}
