package org.reapscope.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.StateLane;

/** Puts tasks in an order in which those of one process are together. */
final class TaskOrder {

    private static final int VICTIM = 0;

    private final Lanes lanes;
    private final Trace trace;
    private final LaneOrder order;
    private final Set<Integer> victim;

    /** @param victim tasks that are known to be of one process, whatever the trace itself says of them */
    TaskOrder(Lanes lanes, LaneOrder order, Set<Integer> victim) {
        this.victim = victim;
        this.lanes = lanes;
        this.order = order;
        trace = lanes.trace();
    }

    /** The same tasks, process by process. O(tasks log tasks), and O(intervals) by busy time. */
    int[] of(int[] tasks) {
        Map<Integer, List<Integer>> processes = new LinkedHashMap<>();
        sorted(IntStream.of(tasks).boxed().toList()).forEach(task -> processes.computeIfAbsent(process(task), p -> new ArrayList<>()).add(task));
        return processes.values().stream().flatMap(threads -> {
            List<Integer> leaderFirst = new ArrayList<>(threads);
            leaderFirst.sort(Comparator.comparing(task -> !trace.tasks().get(task).leader()));
            return leaderFirst.stream();
        }).mapToInt(Integer::intValue).toArray();
    }

    /** A number that the threads of a process have in common, as far as they are known to be of one. */
    int process(int task) {
        Task known = trace.tasks().get(task);
        return victim.contains(task) ? VICTIM : known.tgidKnown() ? known.tgid() : known.tid();
    }

    private List<Integer> sorted(List<Integer> tasks) {
        return switch (order) {
            case STORY -> tasks;
            case FIRST_EVENT -> tasks.stream().sorted(Comparator.comparingLong(this::firstNs)).toList();
            case NAME -> tasks.stream().sorted(Comparator.comparing((Integer task) -> trace.tasks().get(task).comm())
                    .thenComparing(task -> trace.tasks().get(task).tid())).toList();
            case BUSY -> busiestFirst(tasks);
        };
    }

    private List<Integer> busiestFirst(List<Integer> tasks) {
        Map<Integer, Long> busy = new LinkedHashMap<>();
        tasks.forEach(task -> busy.put(task, -busyNs(task)));
        return tasks.stream().sorted(Comparator.comparing(busy::get)).toList();
    }

    private long firstNs(int task) {
        StateLane lane = lanes.task(task);
        return lane == null || lane.size() == 0 ? Long.MAX_VALUE : lane.startNs(0);
    }

    private long busyNs(int task) {
        StateLane lane = lanes.task(task);
        long sum = 0;
        for (int i = 0; lane != null && i < lane.size(); i++) {
            sum += switch (lane.state(i)) {
                case RUNNING, EXITING -> lane.endNs(i) - lane.startNs(i);
                default -> 0;
            };
        }
        return sum;
    }
}
