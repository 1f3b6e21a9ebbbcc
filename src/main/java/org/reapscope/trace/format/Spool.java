package org.reapscope.trace.format;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Bytes that are written once and read anywhere: in memory while they are few, then in a temporary file. One thread. */
final class Spool implements Closeable {

    /** Bytes come in blocks of this size, only the last one shorter. */
    static final int BLOCK = 256 * 1024;

    private static final int IN_MEMORY = 64 * 1024 * 1024 / BLOCK;

    private final List<byte[]> blocks = new ArrayList<>();
    private @Nullable FileChannel file;
    private long size;

    long size() {
        return size;
    }

    void append(byte[] block, int length) throws IOException {
        if (size < (long) IN_MEMORY * BLOCK) {
            blocks.add(Arrays.copyOf(block, length));
        } else {
            FileChannel channel = channel();
            ByteBuffer bytes = ByteBuffer.wrap(block, 0, length);
            long position = size - (long) IN_MEMORY * BLOCK;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        }
        size += length;
    }

    int read(long position, byte[] to, int from, int length) throws IOException {
        int block = (int) Math.min(position / BLOCK, IN_MEMORY);
        if (block < blocks.size()) {
            int start = (int) (position % BLOCK);
            int n = Math.min(length, blocks.get(block).length - start);
            if (n > 0) {
                System.arraycopy(blocks.get(block), start, to, from, n);
            }
            return n > 0 ? n : -1;
        }
        return file == null ? -1 : file.read(ByteBuffer.wrap(to, from, length), position - (long) IN_MEMORY * BLOCK);
    }

    private FileChannel channel() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("reapscope-", ".unpacked");
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        blocks.clear();
        if (file != null) {
            file.close();
        }
    }
}
