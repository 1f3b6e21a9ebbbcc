package org.reapscope.scenario;

import org.reapscope.kernel.object.VmaKind;

/**
 * A range of an address space.
 *
 * @param name as in /proc/PID/maps, or what it is for
 * @param kind what it maps
 * @param start first address, a multiple of 2 MiB
 * @param tables page-table slots of 2 MiB that it spans, from 1
 * @param pages pages that each of them maps, 0 to 512
 * @param young whether they are marked accessed
 */
public record VmaSpec(String name, VmaKind kind, long start, int tables, int pages, boolean young) {

    /** Bytes that one page-table slot spans. */
    public static final long SLOT_BYTES = 2L << 20;

    /** First address after it. */
    public long end() {
        return start + tables * SLOT_BYTES;
    }

    VmaSpec withTables(int count) {
        return new VmaSpec(name, kind, start, count, pages, young);
    }
}
