package org.reapscope.trace.format;

import static org.reapscope.trace.format.Arguments.ABSENT;

import org.reapscope.trace.Payload;

/** The arguments of the {@code sched} and {@code task} events, in the spellings of kernels old and new and of trace-cmd. */
final class SchedDecoder {

    private static final byte[] PREV_COMM = Ascii.bytes("prev_comm");
    private static final byte[] PREV_PID = Ascii.bytes("prev_pid");
    private static final byte[] PREV_STATE = Ascii.bytes("prev_state");
    private static final byte[] NEXT_COMM = Ascii.bytes("next_comm");
    private static final byte[] NEXT_PID = Ascii.bytes("next_pid");
    private static final byte[] COMM = Ascii.bytes("comm");
    private static final byte[] PID = Ascii.bytes("pid");
    private static final byte[] TARGET_CPU = Ascii.bytes("target_cpu");
    private static final byte[] DEST_CPU = Ascii.bytes("dest_cpu");
    private static final byte[] PARENT_COMM = Ascii.bytes("parent_comm");
    private static final byte[] PARENT_PID = Ascii.bytes("parent_pid");
    private static final byte[] CHILD_COMM = Ascii.bytes("child_comm");
    private static final byte[] CHILD_PID = Ascii.bytes("child_pid");
    private static final byte[] GROUP_DEAD = Ascii.bytes("group_dead");
    private static final byte[] CLONE_FLAGS = Ascii.bytes("clone_flags");
    private static final byte[] OLD_COMM = Ascii.bytes("oldcomm");
    private static final byte[] NEW_COMM = Ascii.bytes("newcomm");
    private static final byte[] OOM_SCORE_ADJ = Ascii.bytes("oom_score_adj");

    private final Decoder decoder;
    private final PluginSched plugin;

    SchedDecoder(Decoder decoder) {
        this.decoder = decoder;
        plugin = new PluginSched(decoder);
    }

    boolean switched(int task, Arguments a) {
        if (!a.comm(PREV_COMM, PREV_PID)) {
            return plugin.switched(task, a);
        }
        decoder.name(task, a, TaskNames.Source.ARGUMENT);
        if (!a.seek(PREV_STATE)) {
            return false;
        }
        long state = state(a);
        if (state < 0 || !a.comm(NEXT_COMM, NEXT_PID) || !decoder.task(a.number(NEXT_PID))) {
            return false;
        }
        decoder.name(decoder.object, a, TaskNames.Source.ARGUMENT);
        return decoder.set(decoder.object, state);
    }

    /** The tid of the task that leaves the CPU, in a sched_switch of the kernel's spelling. */
    static long prevPid(Arguments a) {
        return a.comm(PREV_COMM, PREV_PID) ? a.number(PREV_PID) : ABSENT;
    }

    boolean pluginLetters() {
        return plugin.oldLetters();
    }

    boolean woken(Arguments a) {
        if (!a.comm(COMM, PID)) {
            return plugin.woken(a);
        }
        return named(a) && cpu(a.number(TARGET_CPU));
    }

    boolean migrated(Arguments a) {
        return a.comm(COMM, PID) && named(a) && cpu(a.number(DEST_CPU));
    }

    private boolean cpu(long cpu) {
        return decoder.set(decoder.object, cpu == ABSENT ? -1 : cpu);
    }

    /** {@code comm=C pid=D}. */
    boolean named(Arguments a) {
        return a.comm(COMM, PID) && decoder.task(a.number(PID)) && called(a, TaskNames.Source.ARGUMENT);
    }

    boolean freed(Arguments a) {
        return a.comm(COMM, PID) && decoder.freed(a.number(PID)) && called(a, TaskNames.Source.ARGUMENT);
    }

    boolean waited(Arguments a) {
        return a.comm(COMM, PID) && (a.number(PID) <= 0 || named(a));
    }

    boolean exited(Arguments a) {
        if (!named(a)) {
            return false;
        }
        long dead = a.number(GROUP_DEAD);
        return decoder.set(decoder.object, dead == ABSENT ? -1 : dead);
    }

    boolean forked(Arguments a) {
        return (a.comm(COMM, PID) || a.comm(PARENT_COMM, PARENT_PID)) && a.comm(CHILD_COMM, CHILD_PID)
                && decoder.forked(a.number(CHILD_PID)) && called(a, TaskNames.Source.INHERITED);
    }

    boolean newTask(Arguments a) {
        if (!decoder.born(a.number(PID)) || !a.comm(COMM, CLONE_FLAGS)) {
            return false;
        }
        decoder.name(decoder.object, a, TaskNames.Source.INHERITED);
        long flags = a.hex(CLONE_FLAGS);
        return flags != ABSENT && decoder.set(decoder.object, flags);
    }

    boolean renamed(int task, Arguments a) {
        long pid = a.number(PID);
        if (pid == ABSENT) {
            decoder.object = task;
        } else if (!decoder.task(pid)) {
            return false;
        }
        return a.comm(OLD_COMM, NEW_COMM) && a.comm(NEW_COMM, OOM_SCORE_ADJ) && called(a, TaskNames.Source.ARGUMENT);
    }

    private boolean called(Arguments a, TaskNames.Source source) {
        decoder.name(decoder.object, a, source);
        return true;
    }

    /** {@code R+}, {@code D|K}, or the fields option's number. */
    private static long state(Arguments a) {
        int i = a.position();
        if (i < a.to && (a.b[i] | 0x20) >= 'a' && (a.b[i] | 0x20) <= 'z') {
            int end = Ascii.skipWord(a.b, i, a.to);
            return Payload.prevState((char) a.b[i], a.b[end - 1] == '+');
        }
        long bits = a.value();
        return bits == ABSENT ? -1 : PrevState.ofBits(bits);
    }
}
