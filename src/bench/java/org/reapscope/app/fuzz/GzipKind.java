package org.reapscope.app.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Packed captures, changed as they are packed; some become bombs, which unpack to much more than they are. */
final class GzipKind implements Kind {

    private static final List<String> UNITS = List.of("\n", "x", "\0", "# comment\n", " => frame\n",
            "  lmkd-41  ( 41) [000] ...1.  7.000001: sys_process_mrelease(pidfd: 5, flags: 0)\n");
    private static final List<Integer> MEGABYTES = List.of(1, 1, 1, 8, 8, 70, 200);

    private final List<byte[]> seeds;

    GzipKind(Kind inside) throws IOException {
        seeds = new ArrayList<>();
        for (byte[] seed : inside.seeds()) {
            seeds.add(Seeds.packed(seed));
        }
    }

    @Override
    public String id() {
        return "gzip";
    }

    @Override
    public String fileName() {
        return "capture.txt.gz";
    }

    @Override
    public List<byte[]> seeds() {
        return seeds;
    }

    @Override
    public List<String> words() {
        return List.of("\u001f\u008b", "PK");
    }

    @Override
    public byte[] packed(byte[] changed, Dice dice) throws IOException {
        if (!dice.oneIn(40)) {
            return changed;
        }
        byte[] block = dice.of(UNITS).repeat(1 << 14).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (long written = 0, wanted = (long) dice.of(MEGABYTES) << 20; written < wanted; written += block.length) {
                gzip.write(block);
            }
        }
        return out.toByteArray();
    }

    @Override
    public void open(Path file) throws Exception {
        CaptureKind.analyse(file);
    }
}
