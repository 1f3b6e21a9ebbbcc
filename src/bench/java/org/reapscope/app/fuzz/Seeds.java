package org.reapscope.app.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files to begin with. */
final class Seeds {

    private Seeds() {}

    /** The sample files of a folder whose names match, by name; unpacked. */
    static List<byte[]> samples(Path folder, String pattern) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList()) {
                seeds.add(unpacked(Files.readAllBytes(file)));
            }
        }
        return seeds;
    }

    /** Seeds among the resources of this package. */
    static List<byte[]> resources(String... names) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String name : names) {
            try (InputStream in = Seeds.class.getResourceAsStream(name)) {
                seeds.add(unpacked(java.util.Objects.requireNonNull(in, name).readAllBytes()));
            }
        }
        return seeds;
    }

    static byte[] unpacked(byte[] bytes) throws IOException {
        boolean gzip = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
    }

    static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
