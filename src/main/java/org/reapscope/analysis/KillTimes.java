package org.reapscope.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;


/** When each task takes part in a kill: as killer, as a thread of the victim, as one who asks for its memory or frees it. */
public final class KillTimes {

    /** The kills of one task in order of their beginning, and when the last of them so far is over. */
    private record Spans(List<Long> begins, List<Long> over) {}

    private final Map<Integer, Spans> byTask = new HashMap<>();

    /** @param kills by their time */
    public KillTimes(List<Kill> kills) {
        for (Kill kill : kills) {
            Moment end = kill.tornDown();
            for (int task : tasks(kill)) {
                Spans spans = byTask.computeIfAbsent(task, t -> new Spans(new ArrayList<>(), new ArrayList<>()));
                long before = spans.over.isEmpty() ? Long.MIN_VALUE : spans.over.getLast();
                spans.begins.add(kill.killed().ns());
                spans.over.add(Math.max(before, end == null ? Long.MAX_VALUE : end.ns()));
            }
        }
    }

    /** Everybody who takes part in a kill. */
    public static Set<Integer> tasks(Kill kill) {
        Set<Integer> tasks = new LinkedHashSet<>();
        tasks.add(kill.byTask());
        kill.threads().stream().map(VictimThread::task).forEach(tasks::add);
        kill.reaps().stream().map(Reap::task).forEach(tasks::add);
        if (kill.teardown() != null) {
            tasks.add(kill.teardown().task());
        }
        return tasks;
    }

    /** Whether a task takes part in a kill that begins before {@code toNs} and is not over at {@code fromNs}. O(log kills). */
    public boolean during(int task, long fromNs, long toNs) {
        Spans spans = byTask.get(task);
        if (spans == null) {
            return false;
        }
        int low = 0;
        int high = spans.begins.size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (spans.begins.get(middle) <= toNs) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && spans.over.get(low - 1) >= fromNs;
    }
}
