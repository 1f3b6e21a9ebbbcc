package org.reapscope.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.reapscope.kernel.object.VmaKind;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.format.MapsEntry;

/**
 * The address space of a real process as the machine has it: ranges of whole page tables.
 *
 * <p>A page table of the machine belongs to one range, so mappings that share one become one range, called after the one
 * with most pages and of its kind. Mappings without resident or swapped pages are left out; a maps file does not say how
 * many there are, so there every page counts. Source of the kinds: the words and VmFlags of fs/proc/task_mmu.c.
 */
final class AddressSpaceRanges {

    private static final long PAGE_BYTES = 4096;
    private static final int PAGES_PER_TABLE = 512;
    private static final long USER_END = 1L << 47;

    /** Some page tables in a row, from {@code first} to {@code last}. */
    private record Range(String name, VmaKind kind, long first, long last, long pages, boolean young) {

        long tables() {
            return last - first + 1;
        }

        boolean meets(Range next) {
            return next.first <= last;
        }

        Range and(Range next) {
            Range larger = next.pages > pages ? next : this;
            return new Range(larger.name, larger.kind, first, Math.max(last, next.last), pages + next.pages, larger.young);
        }
    }

    private AddressSpaceRanges() {}

    /** How many page tables the address space spans. */
    static long tables(AddressSpaceSnapshot snapshot) {
        return ranges(snapshot).stream().mapToLong(Range::tables).sum();
    }

    /**
     * The ranges of an address space in at most so many page tables. If it has more, the ranges with most pages stay, each
     * shortened in proportion; addresses and pages of a table stay what they are.
     */
    static List<VmaSpec> of(AddressSpaceSnapshot snapshot, int mostTables) {
        List<Range> ranges = ranges(snapshot);
        List<Range> kept = ranges.stream().sorted(Comparator.comparingLong(Range::pages).reversed()).limit(mostTables)
                .sorted(Comparator.comparingLong(Range::first)).toList();
        int[] shares = shares(kept, mostTables);
        Set<String> names = new HashSet<>();
        List<VmaSpec> result = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Range range = kept.get(i);
            String name = range.name;
            for (int k = 2; !names.add(name); k++) {
                name = range.name + " " + k;
            }
            long pages = Math.min(PAGES_PER_TABLE, (range.pages + range.tables() - 1) / range.tables());
            result.add(new VmaSpec(name, range.kind, range.first * VmaSpec.SLOT_BYTES, shares[i], (int) pages, range.young));
        }
        return result;
    }

    /** As many tables as there are, or one each and the rest in proportion; never more than there are. */
    private static int[] shares(List<Range> ranges, int most) {
        long all = ranges.stream().mapToLong(Range::tables).sum();
        int[] shares = new int[ranges.size()];
        int left = most;
        for (int i = 0; i < shares.length; i++) {
            long tables = ranges.get(i).tables();
            shares[i] = (int) (all <= most ? tables : Math.max(1, tables * most / all));
            left -= shares[i];
        }
        while (left < 0) {
            int largest = 0;
            for (int i = 1; i < shares.length; i++) {
                largest = shares[i] > shares[largest] ? i : largest;
            }
            shares[largest]--;
            left++;
        }
        return shares;
    }

    private static List<Range> ranges(AddressSpaceSnapshot snapshot) {
        List<Range> ranges = new ArrayList<>();
        for (MapsEntry vma : snapshot.vmas()) {
            long pages = pages(vma, snapshot.detailed());
            if (pages > 0 && vma.start() >= 0 && vma.start() < USER_END) {
                Range range = new Range(name(vma), kind(vma, snapshot.detailed()), vma.start() / VmaSpec.SLOT_BYTES,
                        (vma.end() - 1) / VmaSpec.SLOT_BYTES, pages, vma.bytes("Referenced") * 2 > vma.bytes("Rss"));
                boolean joins = !ranges.isEmpty() && ranges.getLast().meets(range);
                ranges.add(joins ? ranges.removeLast().and(range) : range);
            }
        }
        return ranges;
    }

    private static long pages(MapsEntry vma, boolean detailed) {
        return detailed ? (Math.max(0, vma.bytes("Rss")) + Math.max(0, vma.bytes("Swap"))) / PAGE_BYTES
                : vma.perms().startsWith("---") ? 0 : vma.bytes() / PAGE_BYTES;
    }

    private static String name(MapsEntry vma) {
        String path = vma.path();
        String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[\\[\\]]", "");
        return name.isEmpty() ? "anon" : name;
    }

    private static VmaKind kind(MapsEntry vma, boolean detailed) {
        long rss = Math.max(0, vma.bytes("Rss"));
        long shared = Math.max(0, vma.bytes("Shared_Clean")) + Math.max(0, vma.bytes("Shared_Dirty"));
        if (vma.flags().contains("ht")) {
            return VmaKind.HUGETLB;
        }
        if (vma.flags().contains("pf") || vma.flags().contains("io")) {
            return VmaKind.PFNMAP;
        }
        if (vma.perms().endsWith("s")) {
            return VmaKind.SHMEM;
        }
        if (vma.anonymous() || detailed && vma.bytes("Anonymous") * 2 > rss) {
            return vma.flags().contains("lo") ? VmaKind.MLOCKED : vma.bytes("Swap") > rss ? VmaKind.SWAPPED
                    : shared * 2 > rss && detailed ? VmaKind.ANON_SHARED : VmaKind.ANON;
        }
        return shared * 2 > rss && detailed ? VmaKind.FILE_SHARED
                : vma.bytes("Private_Dirty") * 2 > rss && detailed ? VmaKind.FILE_DIRTY : VmaKind.FILE_CLEAN;
    }
}
