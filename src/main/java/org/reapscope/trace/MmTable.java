package org.reapscope.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The address spaces of a trace while it is read. A pointer names the mm that has it now; its life ends when the task
 * that ran exit_mmap releases the write lock, or where a fork is given the pointer, and the next use begins another epoch. Who had asked for
 * its mmap_lock before that, a reaper that queued behind the teardown, still gets and releases the lock of the old one.
 */
public final class MmTable {

    private static final class Entry {
        long pointer;
        long rssId;
        int epoch;
        int exitMmapRow = -1;
        boolean gone;
        int mergedInto = -1;
    }

    private final List<Entry> entries = new ArrayList<>();
    private final LongIds byPointer = new LongIds();
    private final LongIds byRssId = new LongIds();
    private boolean anyMerged;
    /** By task: one more than the mm whose mmap_lock it has asked for and not released; 0 for none. */
    private int[] asked = new int[64];

    MmTable() {}

    /**
     * The mm that an mmap_lock event of a task calls by this pointer.
     *
     * @param ends whether the event ends what the task asked for: released, or a try that failed
     */
    public int byPointer(long pointer, int task, boolean asks, boolean ends) {
        if (task >= asked.length) {
            asked = Arrays.copyOf(asked, Math.max(task + 1, 2 * asked.length));
        }
        int before = asked[task] - 1;
        int mm = !asks && before >= 0 && entries.get(before).pointer == pointer ? before : byPointer(pointer);
        asked[task] = asks ? mm + 1 : ends ? 0 : asked[task];
        return mm;
    }

    /** The mm that mmap_lock events call by this pointer now. */
    public int byPointer(long pointer) {
        int id = byPointer.get(pointer);
        if (id >= 0 && !entries.get(id).gone) {
            return id;
        }
        long rssId = id < 0 ? pointer & 0xffffffffL : entries.get(id).rssId;
        int linked = byRssId.get(rssId);
        if (linked >= 0 && !entries.get(linked).gone && entries.get(linked).pointer == 0) {
            entries.get(linked).pointer = pointer;
            byPointer.put(pointer, linked);
            return linked;
        }
        return add(pointer, rssId, id < 0 ? 0 : entries.get(id).epoch + 1);
    }

    /** The mm that rss_stat events call by this id now. */
    public int byRssId(long rssId) {
        int id = byRssId.get(rssId);
        if (id >= 0 && !entries.get(id).gone) {
            return id;
        }
        return add(0, rssId, id < 0 ? 0 : entries.get(id).epoch + 1);
    }

    /**
     * Lets rss_stat's {@code rssId} name an mm whose pointer is not hashed, so that the two ids have nothing in common. What
     * was counted under that id before becomes this mm's. Does nothing where the id is known to be another's.
     */
    public void link(int mm, long rssId) {
        int known = byRssId.get(rssId);
        if (known == mm || known >= 0 && !entries.get(known).gone && entries.get(known).pointer != 0) {
            return;
        }
        if (known >= 0 && !entries.get(known).gone) {
            entries.get(known).mergedInto = mm;
            anyMerged = true;
        }
        entries.get(mm).rssId = rssId;
        byRssId.put(rssId, mm);
    }

    /**
     * fork made the mm that this pointer names from now on: whichever had it before is gone, even if a filter hid its
     * exit_mmap.
     */
    public void born(long pointer) {
        int id = byPointer.get(pointer);
        if (id >= 0) {
            entries.get(id).gone = true;
        }
    }

    boolean anyMerged() {
        return anyMerged;
    }

    /** Leaves out what turned out to be another mm; returns the new id of every old one. Ends the table's use for reading. */
    int[] merge() {
        int[] newIds = new int[entries.size()];
        List<Entry> kept = new ArrayList<>();
        for (int id = 0; id < newIds.length; id++) {
            if (entries.get(id).mergedInto < 0) {
                newIds[id] = kept.size();
                kept.add(entries.get(id));
            }
        }
        for (int id = 0; id < newIds.length; id++) {
            int mergedInto = entries.get(id).mergedInto;
            newIds[id] = mergedInto < 0 ? newIds[id] : newIds[mergedInto];
        }
        entries.clear();
        entries.addAll(kept);
        return newIds;
    }

    void exitMmap(int mm, int row) {
        entries.get(mm).exitMmapRow = row;
    }

    void writeReleased(int mm) {
        Entry entry = entries.get(mm);
        entry.gone |= entry.exitMmapRow >= 0;
    }

    List<Mm> snapshot(int[] newRow) {
        List<Mm> result = new ArrayList<>(entries.size());
        for (int id = 0; id < entries.size(); id++) {
            Entry e = entries.get(id);
            int row = e.exitMmapRow < 0 || newRow.length == 0 ? e.exitMmapRow : newRow[e.exitMmapRow];
            result.add(new Mm(id, e.pointer, e.rssId, e.epoch, row));
        }
        return List.copyOf(result);
    }

    private int add(long pointer, long rssId, int epoch) {
        Entry entry = new Entry();
        entry.pointer = pointer;
        entry.rssId = rssId;
        entry.epoch = epoch;
        entries.add(entry);
        int id = entries.size() - 1;
        if (pointer != 0) {
            byPointer.put(pointer, id);
        }
        byRssId.put(rssId, id);
        return id;
    }
}
