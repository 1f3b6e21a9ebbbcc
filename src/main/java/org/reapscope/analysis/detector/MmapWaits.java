package org.reapscope.analysis.detector;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.reapscope.analysis.Facts;
import org.reapscope.analysis.FindingBuilder;
import org.reapscope.trace.lane.Blocker;
import org.reapscope.trace.lane.SpanLane;

/** The words for who kept a waiter from an mmap_lock. */
final class MmapWaits {

    /** At most so many are named. */
    private static final int NAMED = 3;
    /** At most so many are looked at, and are among the tasks and events of a finding: where thousands queue, their product is too much. */
    private static final int SHOWN = 16;

    private MmapWaits() {}

    /** ", held by X in Y for Z of it"; empty if the trace does not tell. Adds the blockers to the finding's tasks. */
    static String blame(Facts facts, int mm, SpanLane lane, int span, FindingBuilder finding) {
        Map<String, Long> blockers = new LinkedHashMap<>();
        Map<String, String> offCpu = new HashMap<>();
        List<Blocker> shown = lane.blockers(span, SHOWN);
        for (Blocker blocker : shown) {
            int task = lane.task(blocker.span());
            finding.tasks(task).events(facts.moment(lane.row(blocker.span())));
            String role = MmWalks.role(facts, task, mm, blocker.fromRow());
            String how = blocker.role() == Blocker.Role.HOLDER
                    ? "held by " + facts.label(task) + " in " + role : "behind the queued writer " + facts.label(task) + " in " + role;
            Long before = blockers.put(how, facts.trace().tsNs(blocker.toRow()) - facts.trace().tsNs(blocker.fromRow()) + blockers.getOrDefault(how, 0L));
            if (before == null) {
                offCpu.put(how, OffCpu.words(facts, task, blocker.fromRow(), blocker.toRow()));
            }
        }
        String named = blockers.entrySet().stream().limit(NAMED).map(entry -> entry.getKey() + " for "
                + facts.time(entry.getValue()) + " of it" + offCpu.get(entry.getKey())).collect(Collectors.joining(", "));
        int others = blockers.size() - NAMED + Math.max(0, lane.blockerCount(span) - shown.size());
        String more = others > 0 ? " and " + others + " more" : "";
        return named.isEmpty() ? " (who held it is not in this trace)" : ", " + named + more;
    }
}
