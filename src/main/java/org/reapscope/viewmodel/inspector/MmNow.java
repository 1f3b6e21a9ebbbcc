package org.reapscope.viewmodel.inspector;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.sentence.Cast;
import org.reapscope.trace.RssMember;

/**
 * The victim's mm at a moment, as far as the trace knows. What no event tells (mm_users, mm_count, the flags) is not
 * here: it is unknown.
 *
 * @param victim whose mm
 * @param address its address, as far as it is known
 * @param counters its counters that rss_stat has spoken of
 * @param mappedBytes their sum without swap entries, -1 if not known
 * @param lock its mmap_lock, null if no event speaks of it
 * @param threads how many threads the victim had at the kill
 * @param threadsWithoutMm how many of them have let go of it
 * @param tornDown whether it is torn down
 */
public record MmNow(String victim, String address, List<Counter> counters, long mappedBytes, @Nullable LockNow lock,
        int threads, int threadsWithoutMm, boolean tornDown) {

    /** One counter in bytes. */
    public record Counter(RssMember member, long bytes) {}

    /** The mm of a kill right after the event in {@code row}, null if the trace does not tell which it is. */
    static @Nullable MmNow of(Kill kill, Cast cast, LocksNow locks, int row) {
        if (kill.mm() < 0) {
            return null;
        }
        List<Counter> counters = new ArrayList<>();
        for (RssMember member : RssMember.values()) {
            long bytes = cast.rssBytes(kill.mm(), member, row);
            if (bytes >= 0) {
                counters.add(new Counter(member, bytes));
            }
        }
        int gone = (int) kill.threads().stream().filter(t -> t.mmNull() != null && t.mmNull().row() <= row).count();
        return new MmNow(kill.victim(), cast.address(kill.mm()), List.copyOf(counters), cast.rssBytes(kill.mm(), row),
                locks.mmapLock(kill.mm(), row), kill.threads().size(), gone,
                kill.tornDown() != null && kill.tornDown().row() <= row);
    }
}
