package org.reapscope.trace.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Puts the lines of a maps or smaps file together. Source: fs/proc/task_mmu.c, show_map_vma and show_smap. */
final class VmaLines {

    private static final Pattern HEADER = Pattern.compile(
            "([0-9a-fA-F]{1,16})-([0-9a-fA-F]{1,16}) ([-rwxsp?]{4}) ([0-9a-fA-F]{1,16}) [0-9a-fA-F]+:[0-9a-fA-F]+ [0-9]+(?: +(.*))?");
    private static final Pattern SIZE = Pattern.compile("([A-Za-z_]+): +([0-9]{1,15}) kB\\s*");
    private static final Pattern OTHER = Pattern.compile("([A-Za-z_]+):(.*)");
    private static final String FLAGS = "VmFlags";
    /** Words that have had a size as long as there has been smaps. */
    private static final List<String> SIZES = List.of("Size", "Rss", "Shared_Clean", "Shared_Dirty", "Private_Clean", "Private_Dirty");
    private static final String MEND = "give it a copy of /proc/PID/maps or /proc/PID/smaps";

    private final String file;
    private final List<MapsEntry> vmas = new ArrayList<>();
    private final Map<String, Long> kib = new LinkedHashMap<>();
    private List<String> flags = List.of();
    private @Nullable Matcher open;
    private boolean detailed;
    private long number;

    VmaLines(String file) {
        this.file = file;
    }

    /** Reads the line that begins a mapping; null if it is none. */
    static @Nullable Matcher header(String line) {
        Matcher matcher = HEADER.matcher(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
        return matcher.matches() ? matcher : null;
    }

    void add(String line) throws TraceFormatException {
        number++;
        Matcher header = header(line);
        if (header != null) {
            close();
            require(header);
            open = header;
            return;
        }
        Matcher size = SIZE.matcher(line);
        Matcher other = OTHER.matcher(line);
        if (open != null && size.matches()) {
            detailed = true;
            kib.put(size.group(1), Long.valueOf(size.group(2)));
        } else if (open != null && other.matches() && !SIZES.contains(other.group(1))) {
            detailed = true;
            flags = other.group(1).equals(FLAGS) ? List.of(other.group(2).strip().split(" +")) : flags;
        } else if (!line.isBlank()) {
            throw new TraceFormatException(file, number, open != null && other.matches() ? "a size as in \"" + other.group(1) + ": 12 kB\" was expected"
                    : "a mapping (start-end perms offset dev inode path) was expected", MEND);
        }
    }

    AddressSpaceSnapshot snapshot() throws TraceFormatException {
        boolean cut = flags.isEmpty() && !vmas.isEmpty() && vmas.stream().noneMatch(vma -> vma.flags().isEmpty());
        if (cut) {
            throw new TraceFormatException(file, number, "the last mapping is cut off: its VmFlags are missing", "copy the file again");
        }
        close();
        if (vmas.isEmpty()) {
            throw new TraceFormatException(file, 0, "there is no mapping in it",
                    "copy /proc/PID/maps while the process lives; it is empty for a zombie or a kernel thread");
        }
        return new AddressSpaceSnapshot(file, List.copyOf(vmas), detailed);
    }

    /** The kernel prints mappings by address, and none of them is empty. */
    private void require(Matcher header) throws TraceFormatException {
        long start = hex(header.group(1));
        boolean backwards = Long.compareUnsigned(start, hex(header.group(2))) >= 0;
        if (backwards || !vmas.isEmpty() && Long.compareUnsigned(start, vmas.getLast().end()) < 0) {
            throw new TraceFormatException(file, number, "a mapping was expected that " + (backwards ? "ends after it begins" : "begins where the one before it ended, or after"), MEND);
        }
    }

    private void close() {
        if (open != null) {
            vmas.add(new MapsEntry(hex(open.group(1)), hex(open.group(2)), open.group(3), hex(open.group(4)),
                    open.group(5) == null ? "" : open.group(5), Collections.unmodifiableMap(new LinkedHashMap<>(kib)), flags));
        }
        kib.clear();
        flags = List.of();
    }

    private static long hex(String digits) {
        return Long.parseUnsignedLong(digits, 16);
    }
}
