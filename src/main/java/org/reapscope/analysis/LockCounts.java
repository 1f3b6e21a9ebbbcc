package org.reapscope.analysis;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.reapscope.trace.Tracepoint;

/**
 * How often tasks waited for locks.
 *
 * @param contentions contention_begin events of any lock; null where the trace records none
 * @param pteCollisions those whose stack trace proves a page table's lock; null where no stack traces are recorded
 * @param pteCollisionsBy the same by the name of who waited, in the order of names
 */
public record LockCounts(@Nullable Long contentions, @Nullable Long pteCollisions, Map<String, Long> pteCollisionsBy) {

    static LockCounts of(Facts facts) {
        if (!facts.rows().has(Tracepoint.CONTENTION_BEGIN)) {
            return new LockCounts(null, null, Map.of());
        }
        Map<String, Long> by = new TreeMap<>();
        facts.rows().of(Tracepoint.CONTENTION_BEGIN).filter(facts.spinWaits()::atPageTable)
                .forEach(row -> by.merge(facts.trace().taskOf(row).comm(), 1L, Long::sum));
        long collisions = by.values().stream().mapToLong(Long::longValue).sum();
        return new LockCounts((long) facts.rows().count(Tracepoint.CONTENTION_BEGIN),
                facts.spinWaits().stacksRecorded() ? collisions : null, by);
    }
}
