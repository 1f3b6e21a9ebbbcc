package org.reapscope.trace.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds the {@code <script>} elements of a web page that hold a trace, however long the lines of the others are. */
final class HtmlSections {

    private static final int BLOCK = 256 * 1024;
    private static final int LONGEST_TAG = 512;
    private static final byte[] SCRIPT = Ascii.bytes("<script");
    private static final byte[] END = Ascii.bytes("</script");
    private static final byte[] COMMENT = Ascii.bytes("<!--");
    private static final byte[] COMMENT_END = Ascii.bytes("-->");

    /** What the bytes belong to. */
    private enum Inside { PAGE, COMMENT, SCRIPT, WANTED }

    private final CaptureFile input;
    private final Runnable beforeBlock;
    private final byte[] mark;
    private final List<Section> found = new ArrayList<>();
    private final byte[] buffer = new byte[BLOCK + LONGEST_TAG];
    private long bufferOffset;
    private int limit;
    private Inside inside = Inside.PAGE;
    private long line = 1;
    private long begin;
    private long beginLine;

    private HtmlSections(CaptureFile input, String mark, Runnable beforeBlock) {
        this.input = input;
        this.mark = Ascii.bytes(mark);
        this.beforeBlock = beforeBlock;
    }

    /**
     * What stands inside the elements whose tag contains {@code mark}; one that is not closed ends with the file.
     *
     * @param beforeBlock called each time before more of the file is read
     */
    static List<Section> marked(CaptureFile input, String mark, Runnable beforeBlock) throws IOException {
        return new HtmlSections(input, mark, beforeBlock).find();
    }

    private List<Section> find() throws IOException {
        boolean ended = false;
        while (!ended) {
            beforeBlock.run();
            int n = input.read(bufferOffset + limit, buffer, limit, BLOCK);
            ended = n < 0;
            limit += Math.max(n, 0);
            int i = 0;
            int stop = ended ? limit : Math.max(0, limit - LONGEST_TAG);
            while (i < stop) {
                i = next(i);
            }
            System.arraycopy(buffer, i, buffer, 0, limit - i);
            bufferOffset += i;
            limit -= i;
        }
        if (inside == Inside.WANTED) {
            found.add(new Section(begin, bufferOffset, beginLine));
        }
        return found;
    }

    /** Takes the byte at {@code i}, or the tag that begins there; returns what comes after. */
    private int next(int i) {
        if (buffer[i] == '\n') {
            line++;
        } else if (inside == Inside.PAGE && buffer[i] == '<') {
            return tag(i);
        } else if (inside == Inside.COMMENT && Ascii.startsWith(buffer, i, limit, COMMENT_END)) {
            inside = Inside.PAGE;
        } else if (buffer[i] == '<' && inside != Inside.COMMENT && Ascii.startsWith(buffer, i, limit, END)) {
            if (inside == Inside.WANTED) {
                found.add(new Section(begin, bufferOffset + i, beginLine));
            }
            inside = Inside.PAGE;
        }
        return i + 1;
    }

    private int tag(int i) {
        if (Ascii.startsWith(buffer, i, limit, COMMENT)) {
            inside = Inside.COMMENT;
        } else if (Ascii.startsWith(buffer, i, limit, SCRIPT)) {
            int end = i;
            while (end < limit && end - i < LONGEST_TAG && buffer[end] != '>') {
                line += buffer[end] == '\n' ? 1 : 0;
                end++;
            }
            boolean wanted = Ascii.indexOf(buffer, i, end, mark) >= 0;
            inside = wanted ? Inside.WANTED : Inside.SCRIPT;
            begin = bufferOffset + end + 1;
            beginLine = line;
            return Math.min(end + 1, limit);
        }
        return i + 1;
    }
}
