package org.reapscope.picture;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.reapscope.trace.Mm;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.LaneKey;

/** The lanes of a trace that a set of {@link LaneKey}s names, by their ids: a trace may have a million of them, and a set few. */
final class KeptLanes {

    private static final String TASK = "task/";
    private static final String SPINLOCK = "spinlock/";

    private final Set<String> keys;
    private final BitSet tasks = new BitSet();
    private final BitSet rss = new BitSet();
    private final BitSet mmapLocks = new BitSet();
    private final BitSet spinlocks = new BitSet();

    /** O(lanes of the kinds that keys name). */
    KeptLanes(Trace trace, Collection<String> keys) {
        this.keys = new HashSet<>(keys);
        if (names(TASK)) {
            trace.tasks().stream().filter(task -> this.keys.contains(LaneKey.of(task))).map(Task::id).forEach(tasks::set);
        }
        mark("rss", trace, rss);
        mark("mmap_lock", trace, mmapLocks);
        for (int lock = 0; names(SPINLOCK) && lock < trace.locks().size(); lock++) {
            spinlocks.set(lock, this.keys.contains(spinlock(trace, lock)));
        }
    }

    /** The key of a spinlock's lane. */
    static String spinlock(Trace trace, int lock) {
        return SPINLOCK + Long.toHexString(trace.locks().get(lock));
    }

    boolean key(String key) {
        return keys.contains(key);
    }

    boolean task(int task) {
        return tasks.get(task);
    }

    boolean rss(int mm) {
        return rss.get(mm);
    }

    boolean mmapLock(int mm) {
        return mmapLocks.get(mm);
    }

    boolean spinlock(int lock) {
        return spinlocks.get(lock);
    }

    /** The tasks that are named. */
    BitSet tasks() {
        return tasks;
    }

    /** The counters that are named, by mm. */
    BitSet counters() {
        return rss;
    }

    /** The mmap_locks that are named, by mm. */
    BitSet mmapLocks() {
        return mmapLocks;
    }

    /** The spinlocks that are named. */
    BitSet spinlocks() {
        return spinlocks;
    }

    private void mark(String kind, Trace trace, BitSet out) {
        if (names(kind + "/")) {
            trace.mms().stream().filter(mm -> keys.contains(LaneKey.of(kind, mm))).map(Mm::id).forEach(out::set);
        }
    }

    private boolean names(String prefix) {
        return keys.stream().anyMatch(key -> key.startsWith(prefix));
    }
}
