package org.reapscope.trace;

/** The event columns: 33 bytes an event. */
final class Columns {

    private static final Tracepoint[] TRACEPOINTS = Tracepoint.values();

    private final LongColumn tsNs = new LongColumn();
    private final ShortColumn cpu = new ShortColumn();
    private final ShortColumn name = new ShortColumn();
    private final IntColumn task = new IntColumn();
    private final IntColumn object = new IntColumn();
    private final LongColumn argument = new LongColumn();
    private final IntColumn offsetLow = new IntColumn();
    private final ByteColumn offsetHigh = new ByteColumn();
    private int size;

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

    void object(int row, int newObject) {
        object.set(row, newObject);
    }

    long argument(int row) {
        return argument.get(row);
    }

    long offset(int row) {
        return (offsetHigh.get(row) & 0xffL) << 32 | offsetLow.get(row) & 0xffffffffL;
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
