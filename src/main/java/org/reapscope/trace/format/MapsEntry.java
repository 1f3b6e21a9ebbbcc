package org.reapscope.trace.format;

import java.util.List;
import java.util.Map;

/**
 * One mapping of an address space, as /proc/PID/maps or smaps tells it.
 *
 * @param start first address
 * @param end after the last address; unsigned
 * @param perms {@code rwxp}: readable, writable, executable, private or shared
 * @param offset into the file, in bytes
 * @param path file, {@code [heap]}, {@code [anon:name]} or empty; line ends in it written {@code \012}
 * @param kib what smaps says of it, in KiB by its own words ({@code Rss}, {@code Anonymous}, ...) in their order; empty for maps
 * @param flags the two-letter words of smaps' {@code VmFlags}; empty for maps
 */
public record MapsEntry(long start, long end, String perms, long offset, String path, Map<String, Long> kib, List<String> flags) {

    /** Size of the mapping in bytes. */
    public long bytes() {
        return end - start;
    }

    /** What smaps says under this word, in bytes; -1 where it says nothing. */
    public long bytes(String word) {
        return kib.containsKey(word) ? kib.get(word) * 1024 : -1;
    }

    /** Whether no file lies behind it. */
    public boolean anonymous() {
        return path.isEmpty() || path.startsWith("[heap") || path.startsWith("[stack") || path.startsWith("[anon:");
    }
}
