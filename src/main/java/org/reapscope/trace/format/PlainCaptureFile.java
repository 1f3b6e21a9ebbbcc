package org.reapscope.trace.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A capture that is plain text: read in place. */
final class PlainCaptureFile extends CaptureFile {

    private final FileChannel channel;
    private final long total;
    private final int skipped;
    private volatile long consumed;

    /** @param skipped how many bytes stand before the text */
    PlainCaptureFile(Path file, int skipped) throws IOException {
        super(String.valueOf(file.getFileName()));
        this.skipped = skipped;
        channel = FileChannel.open(file);
        total = channel.size();
    }

    @Override
    int read(long position, byte[] to, int from, int length) throws IOException {
        int n = channel.read(ByteBuffer.wrap(to, from, length), skipped + position);
        consumed = Math.max(consumed, skipped + position + n);
        return n;
    }

    @Override
    long consumed() {
        return consumed;
    }

    @Override
    long total() {
        return total;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
