package org.reapscope.trace;

import org.reapscope.base.column.ByteColumn;
import org.reapscope.base.column.IntColumn;
import org.reapscope.base.column.LongColumn;
import org.reapscope.base.column.ShortColumn;

/** The event columns: 33 bytes an event. */
final class Columns {

    private static final Tracepoint[] TRACEPOINTS = Tracepoint.values();

    private final LongColumn tsNs;
    private final ShortColumn cpu;
    private final ShortColumn name;
    private final IntColumn task;
    private final IntColumn object = new IntColumn();
    private final LongColumn argument;
    private final IntColumn offsetLow;
    private final ByteColumn offsetHigh;
    private int size;

    Columns() {
        tsNs = new LongColumn();
        cpu = new ShortColumn();
        name = new ShortColumn();
        task = new IntColumn();
        argument = new LongColumn();
        offsetLow = new IntColumn();
        offsetHigh = new ByteColumn();
    }

    /** Shares all but the objects, of which there are none yet. */
    private Columns(Columns other) {
        tsNs = other.tsNs;
        cpu = other.cpu;
        name = other.name;
        task = other.task;
        argument = other.argument;
        offsetLow = other.offsetLow;
        offsetHigh = other.offsetHigh;
        size = other.size;
    }

    /** The tracepoint whose name has this string id; {@link Tracepoint#OTHER} for every later one. */
    static Tracepoint tracepoint(int name) {
        return TRACEPOINTS[Math.min(name, TRACEPOINTS.length - 1)];
    }

    void add(long eventNs, int eventCpu, int eventTask, int eventName, int eventObject, long eventArgument, long offset) {
        tsNs.add(eventNs);
        cpu.add((short) eventCpu);
        task.add(eventTask);
        name.add((short) eventName);
        object.add(eventObject);
        argument.add(eventArgument);
        offsetLow.add((int) offset);
        offsetHigh.add((byte) (offset >>> 32));
        size++;
    }

    int size() {
        return size;
    }

    long tsNs(int row) {
        return tsNs.get(row);
    }

    int cpu(int row) {
        return cpu.get(row) & 0xffff;
    }

    int task(int row) {
        return task.get(row);
    }

    int name(int row) {
        return name.get(row) & 0xffff;
    }

    int object(int row) {
        return object.get(row);
    }

    long argument(int row) {
        return argument.get(row);
    }

    long offset(int row) {
        return (offsetHigh.get(row) & 0xffL) << 32 | offsetLow.get(row) & 0xffffffffL;
    }

    /** The same events with other ids of mms; these columns stay as they are. */
    Columns withMms(int[] newMm) {
        Columns result = new Columns(this);
        for (int row = 0; row < size; row++) {
            int old = object.get(row);
            result.object.add(old >= 0 && tracepoint(name(row)).ofMm() ? newMm[old] : old);
        }
        return result;
    }

    Columns permuted(int[] order) {
        Columns result = new Columns();
        for (int row : order) {
            result.add(tsNs(row), cpu(row), task(row), name(row), object(row), argument(row), offset(row));
        }
        return result;
    }

    long bytes() {
        return tsNs.bytes() + cpu.bytes() + name.bytes() + task.bytes() + object.bytes() + argument.bytes()
                + offsetLow.bytes() + offsetHigh.bytes();
    }
}
