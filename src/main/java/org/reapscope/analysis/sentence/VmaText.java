package org.reapscope.analysis.sentence;

import org.reapscope.trace.format.MapsEntry;

/** Mappings in words. */
public final class VmaText {

    private static final long KIB = 1024;
    private static final long MIB = KIB * KIB;

    private VmaText() {}

    /** {@code 7f2e80000000-7f2e84000000}, as the kernel prints it. */
    public static String range(MapsEntry vma) {
        return Long.toHexString(vma.start()) + "-" + Long.toHexString(vma.end());
    }

    /** {@code 64 MiB}, {@code 132 KiB}; a dash for what is not known (negative). */
    public static String size(long bytes) {
        if (bytes < 0) {
            return "—";
        }
        return bytes >= MIB && bytes % MIB == 0 ? bytes / MIB + " MiB"
                : bytes >= 10 * MIB ? String.format("%.1f MiB", (double) bytes / MIB) : bytes / KIB + " KiB";
    }

    /** What it maps: the file or the name in brackets; {@code anonymous} where maps is silent. */
    public static String what(MapsEntry vma) {
        return vma.path().isEmpty() ? "anonymous" : vma.path();
    }
}
