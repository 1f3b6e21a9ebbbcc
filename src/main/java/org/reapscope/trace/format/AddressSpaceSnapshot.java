package org.reapscope.trace.format;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mappings of one process at one moment: a copy of /proc/PID/maps or /proc/PID/smaps, packed with gzip or not.
 *
 * @param name the file's name
 * @param vmas by address
 * @param detailed whether it is an smaps file, so that {@link MapsEntry#kib} is filled
 */
public record AddressSpaceSnapshot(String name, List<MapsEntry> vmas, boolean detailed) {

    private static final int LARGEST = 256 << 20;
    private static final Pattern NAME = Pattern.compile("(.*)\\.s?maps(\\.gz)?");

    /** Whether a file that begins like this is such a snapshot. */
    public static boolean sniff(byte[] head) {
        int end = 0;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return VmaLines.header(new String(head, 0, end, StandardCharsets.ISO_8859_1)) != null;
    }

    /** Whether a file's name says that it is one. */
    public static boolean isNamed(Path file) {
        return NAME.matcher(String.valueOf(file.getFileName())).matches();
    }

    /** The capture beside a snapshot, under the same name. */
    public static Optional<Path> captureOf(Path snapshot) {
        Matcher name = NAME.matcher(String.valueOf(snapshot.getFileName()));
        return name.matches() ? Stream.of(".txt.gz", ".txt", ".gz", "").map(e -> snapshot.resolveSibling(name.group(1) + e))
                .filter(Files::isRegularFile).findFirst() : Optional.empty();
    }

    /** Whether a file begins as such a snapshot does, plain or packed. */
    public static boolean begins(Path file) throws IOException {
        try (CaptureFile input = CaptureFile.open(file)) {
            return sniff(input.head(Captures.HEAD));
        }
    }

    /**
     * Reads a snapshot. Words of smaps that are not known pass through.
     *
     * @throws TraceFormatException if the file is no snapshot, or one of its lines belongs in none
     * @throws IOException if the file cannot be read
     */
    public static AddressSpaceSnapshot read(Path file) throws IOException {
        try (CaptureFile input = CaptureFile.open(file)) {
            byte[] bytes = input.head(LARGEST);
            VmaLines lines = new VmaLines(input.name());
            try (BufferedReader reader = new BufferedReader(
                    new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            }
            return lines.snapshot();
        }
    }

    /** The snapshots that lie beside a capture under the same name: {@code NAME.maps}, {@code NAME.smaps}, packed or not. */
    public static List<Path> beside(Path capture) {
        String name = String.valueOf(capture.getFileName()).replaceFirst("(\\.txt)?(\\.gz)?$", "");
        return Stream.of(".smaps", ".smaps.gz", ".maps", ".maps.gz")
                .map(ending -> capture.resolveSibling(name + ending))
                .filter(Files::isRegularFile)
                .toList();
    }

    /**
     * What lies beside a capture.
     *
     * @param snapshots those that could be read; smaps come first, since they tell more
     * @param remarks a sentence for each that could not, with file, line and reason
     */
    public record Beside(List<AddressSpaceSnapshot> snapshots, List<String> remarks) {}

    /** Reads the snapshots beside a capture; one that is cut off or garbled is left out, and said so. */
    public static Beside readBeside(Path capture) {
        List<AddressSpaceSnapshot> snapshots = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (Path file : beside(capture)) {
            try {
                snapshots.add(read(file));
            } catch (TraceFormatException e) {
                remarks.add(e.getMessage() + ". The snapshot is left out.");
            } catch (IOException e) {
                remarks.add(file.getFileName() + ": cannot be read (" + e.getMessage() + "). The snapshot is left out.");
            }
        }
        return new Beside(List.copyOf(snapshots), List.copyOf(remarks));
    }

    /** Sum of what smaps says under a word, in bytes; -1 for a maps file. */
    public long bytes(String word) {
        return detailed ? vmas.stream().mapToLong(vma -> Math.max(0, vma.bytes(word))).sum() : -1;
    }
}
