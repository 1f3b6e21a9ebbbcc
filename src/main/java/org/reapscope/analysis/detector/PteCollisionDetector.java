package org.reapscope.analysis.detector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.reapscope.analysis.Certainty;
import org.reapscope.analysis.Detector;
import org.reapscope.analysis.Facts;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.Severity;
import org.reapscope.analysis.SpinWaits;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.lane.SpanLane;

/**
 * Two walkers met at a page-table lock (kernel-model 4.2). A stack trace on contention_begin proves it. Without one the
 * event says only "a spinlock": it may then be a PTE lock if the waiter holds an mmap_lock that somebody else holds too,
 * and if it waited for that lock hardly more than once, as a walker does that goes from page table to page table. That is
 * a guess, and the finding says so: other locks are waited for just as rarely, and a lock met three times is left out.
 */
public final class PteCollisionDetector implements Detector {

    /** A walker takes a page table's lock once, or once more after it had to reschedule. */
    private static final int VISITS = 2;

    /** One lock alone shows no walk. */
    private static final int FEWEST = 2;

    /** At most so many others are named. */
    private static final int NAMED = 3;

    private record Key(int mm, int task, String role) {}

    @Override
    public Set<FindingKind> kinds() {
        return EnumSet.of(FindingKind.PTE_COLLISION);
    }

    @Override
    public Set<Tracepoint> reads() {
        return EnumSet.of(Tracepoint.CONTENTION_BEGIN, Tracepoint.CONTENTION_END,
                Tracepoint.MMAP_LOCK_ACQUIRE_RETURNED);
    }

    @Override
    public String question() {
        return "where walkers fought for page-table locks";
    }

    @Override
    public void detect(Facts facts, Consumer<Finding> findings) {
        SpinWaits waits = facts.spinWaits();
        Map<Key, List<Integer>> proven = new LinkedHashMap<>();
        Map<Key, List<Integer>> possible = new LinkedHashMap<>();
        facts.rows().of(Tracepoint.CONTENTION_BEGIN).filter(waits::spin).forEach(row -> {
            if (waits.stacksRecorded() && !waits.atPageTable(row)) {
                return;
            }
            int task = facts.trace().task(row);
            int mm = facts.rows().mmOfLock(facts.trace(), task, row);
            if (waits.atPageTable(row)) {
                String role = MmWalks.role(facts.trace().stack(row));
                add(proven, new Key(mm, task, role == null ? MmWalks.role(facts, task, mm, row) : role), row);
            } else if (mm >= 0 && heldByOther(facts, mm, task, row)) {
                add(possible, new Key(mm, task, MmWalks.role(facts, task, mm, row)), row);
            }
        });
        proven.forEach((key, rows) -> findings.accept(collision(facts, waits, key, rows, true)));
        possible.forEach((key, rows) -> {
            List<Integer> walking = onceEach(facts.trace(), rows);
            if (walking.stream().mapToInt(facts.trace()::object).distinct().count() >= FEWEST) {
                findings.accept(collision(facts, waits, key, walking, false));
            }
        });
    }

    private static void add(Map<Key, List<Integer>> groups, Key key, int row) {
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }

    private static List<Integer> onceEach(Trace trace, List<Integer> rows) {
        Map<Integer, Integer> visits = new HashMap<>();
        rows.forEach(row -> visits.merge(trace.object(row), 1, Integer::sum));
        return rows.stream().filter(row -> visits.getOrDefault(trace.object(row), 0) <= VISITS).toList();
    }

    private static boolean heldByOther(Facts facts, int mm, int task, int row) {
        SpanLane lane = facts.lanes().mmapLock(mm);
        return lane != null && lane.anyHolder(row, span -> lane.task(span) != task);
    }

    /** Who else held the mmap_lock in any of these rows, which are in order. */
    private static Set<Integer> others(Facts facts, int mm, int task, List<Integer> rows) {
        SpanLane lane = mm < 0 ? null : facts.lanes().mmapLock(mm);
        Set<Integer> result = new TreeSet<>();
        for (int span : lane == null ? new int[0] : lane.touching(rows.getFirst(), rows.getLast())) {
            if (lane != null && lane.task(span) != task && lane.acquiredRow(span) >= 0) {
                int at = Collections.binarySearch(rows, lane.acquiredRow(span));
                int first = at >= 0 ? at : -at - 1;
                if (first < rows.size() && lane.holds(span, rows.get(first))) {
                    result.add(lane.task(span));
                }
            }
        }
        return result;
    }

    private static Finding collision(Facts facts, SpinWaits waits, Key key, List<Integer> rows, boolean proven) {
        long sum = 0;
        long longest = 0;
        Set<Integer> locks = new TreeSet<>();
        Set<Integer> others = others(facts, key.mm(), key.task(), rows);
        FindingBuilder builder = new FindingBuilder(FindingKind.PTE_COLLISION, Severity.NOTICE).kill(facts.killOfMm(key.mm()).orElse(null)).tasks(key.task());
        for (int row : rows) {
            long wait = waits.waitNs(row);
            sum += wait;
            longest = Math.max(longest, wait);
            locks.add(facts.trace().object(row));
            builder.events(facts.moment(row));
        }
        others.forEach(builder::tasks);
        String who = facts.label(key.task()) + " in " + key.role();
        String what = " waited " + Figures.count(rows.size(), "time") + " for " + facts.time(sum) + " in all (longest "
                + facts.time(longest) + ") at " + Figures.count(locks.size(), proven ? "page-table lock" : "spinlock");
        String more = others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "";
        String with = others.isEmpty() ? "" : " while " + others.stream().limit(NAMED).map(other -> facts.label(other) + " in "
                + MmWalks.role(facts, other, key.mm(), rows.getFirst())).collect(Collectors.joining(" and ")) + more + " held the same mmap_lock";
        return builder.certainty(proven ? Certainty.CERTAIN : Certainty.INFERRED)
                .says(who + what + with + (proven ? "." : ": most likely page-table locks, each waited for hardly more than once"
                        + " as a walk does, but without a stack trace contention_begin does not say which lock it is."));
    }
}
