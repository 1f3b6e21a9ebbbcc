package org.reapscope.trace.format;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;

import org.reapscope.base.file.TextEncoding;

/**
 * A capture that is packed with gzip, or not in UTF-8: unpacked and decoded as it is read on, and kept so for the lines that
 * are asked for later.
 */
final class SpooledCaptureFile extends CaptureFile {

    private final Counted packed;
    private final Spool spool = new Spool();
    private final byte[] block = new byte[Spool.BLOCK];
    private final long total;
    private final Wrapping wrapping;
    private InputStream unpacked;
    private Optional<String> damage = Optional.empty();

    SpooledCaptureFile(Path file, Wrapping wrapping) throws IOException {
        super(String.valueOf(file.getFileName()));
        this.wrapping = wrapping;
        total = Files.size(file);
        packed = new Counted(Files.newInputStream(file));
        unpacked = InputStream.nullInputStream();
        try {
            unpacked = wrapping.unwrap(packed);
        } catch (EOFException | ZipException e) {
            damaged();
        }
    }

    @Override
    int read(long position, byte[] to, int from, int length) throws IOException {
        synchronized (spool) {
            if (position >= spool.size() && !unpackMore()) {
                return -1;
            }
            return spool.read(position, to, from, length);
        }
    }

    private boolean unpackMore() throws IOException {
        int filled = 0;
        try {
            int n = 0;
            while (damage.isEmpty() && filled < block.length && n >= 0) {
                filled += n;
                n = unpacked.read(block, filled, block.length - filled);
            }
        } catch (EOFException | ZipException e) {
            damaged();
        }
        if (filled > 0) {
            spool.append(block, filled);
        }
        return filled > 0;
    }

    private void damaged() {
        damage = Optional.of("the gzip data is cut off or damaged here; what follows is missing");
    }

    @Override
    Optional<String> damage() {
        return damage;
    }

    @Override
    Optional<String> remark() {
        return wrapping.encoding() == TextEncoding.UTF_8 ? Optional.empty()
                : Optional.of("The file is written in " + wrapping.encoding().title() + "; it was read as that.");
    }

    @Override
    long consumed() {
        return packed.count;
    }

    @Override
    long total() {
        return total;
    }

    @Override
    public void close() throws IOException {
        try (packed; spool) {
            unpacked.close();
        }
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int n = super.read(to, from, length);
            count += Math.max(n, 0);
            return n;
        }
    }
}
