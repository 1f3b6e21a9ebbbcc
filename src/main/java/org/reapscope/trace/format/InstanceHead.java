package org.reapscope.trace.format;

/**
 * A line that may begin with the name of the tracing instance that recorded it, as trace-cmd prints it for every buffer
 * but the main one: {@code NAME:} and a blank, then the columns as usual.
 */
final class InstanceHead implements LineHead {

    private final LineHead columns;

    InstanceHead(LineHead columns) {
        this.columns = columns;
    }

    @Override
    public boolean parse(byte[] b, int from, int to, EventLine line) {
        int word = from < to && b[from] != ' ' ? Ascii.skipWord(b, from, to) : from;
        boolean instance = word > from + 1 && word < to && b[word - 1] == ':';
        return instance && columns.parse(b, word + 1, to, line) || columns.parse(b, from, to, line);
    }
}
