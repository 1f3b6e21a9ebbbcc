package org.reapscope.viewmodel.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Figures;
import org.reapscope.paint.AddressSpace;
import org.reapscope.paint.Row;
import org.reapscope.trace.Mm;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;
import org.reapscope.viewmodel.LaneKey;
import org.reapscope.viewmodel.timeline.PlannedRow.Kind;

/**
 * Decides which rows a timeline has, so that the race can be read at once: what is pinned, then who takes part in the episode
 * looked at, the CPUs, the memory and the locks of its victim. Everything else is folded away under one row for each group.
 */
public final class RowPlan {

    /** The groups, by the key of the row that folds them. */
    public enum Group {
        THREADS, TASKS, CPUS, MEMORY, LOCKS;

        /** The key of its folding row. */
        public String fold() {
            return "fold/" + name();
        }
    }

    private static final int MOST_CPUS = 8;
    private static final String ADDRESSES = "addresses";
    private static final int MOST_TASKS_OF_NOBODY = 24;

    private final Lanes lanes;
    private final Trace trace;
    private final Episode episode;
    private final List<String> pinned;
    private final Set<String> hidden;
    private final Set<Group> unfolded;
    private final List<PlannedRow> rows = new ArrayList<>();

    private RowPlan(Lanes lanes, Episode episode, List<String> pinned, List<String> hidden, Set<Group> unfolded) {
        this.lanes = lanes;
        trace = lanes.trace();
        this.episode = episode;
        this.pinned = pinned;
        this.hidden = new HashSet<>(hidden);
        this.unfolded = unfolded;
    }

    /**
     * The rows. O(lanes log lanes).
     *
     * @param episode who and what comes first
     * @param pinned keys of the lanes that stay at the top, in their order
     * @param hidden keys of the lanes that are not shown
     * @param unfolded groups of which all lanes are shown
     */
    public static Rows of(Lanes lanes, Episode episode, List<String> pinned, List<String> hidden, Set<Group> unfolded) {
        return new RowPlan(lanes, episode, pinned, hidden, unfolded).rows();
    }

    private Rows rows() {
        List<PlannedRow> tasks = tasks(episode.actors());
        List<PlannedRow> threads = tasks(episode.moreThreads());
        List<PlannedRow> otherTasks = otherTasks();
        if (!episode.particular()) {
            int shown = Math.min(MOST_TASKS_OF_NOBODY, otherTasks.size());
            tasks = otherTasks.subList(0, shown);
            otherTasks = otherTasks.subList(shown, otherTasks.size());
        }
        List<PlannedRow> cpus = cpus();
        List<PlannedRow> memory = memory(episode.mms());
        List<PlannedRow> otherMemory = memory(others(trace.mms().size(), episode.mms()));
        List<PlannedRow> locks = locks(episode.mms());
        List<PlannedRow> otherLocks = otherLocks();
        List<List<PlannedRow>> all = List.of(tasks, threads, otherTasks, cpus, memory, otherMemory, locks, otherLocks);

        rows.add(new PlannedRow("ruler", new Row.Ruler(), Kind.RULER));
        for (String key : pinned) {
            all.stream().flatMap(List::stream).filter(row -> row.key().equals(key)).findFirst().ifPresent(rows::add);
        }
        if (rows.size() > 1) {
            rows.add(1, new PlannedRow("heading/pinned", new Row.Heading("PINNED"), Kind.HEADING));
        }
        int sticky = rows.size() - 1;
        heading("TASK STATES", List.of(tasks, threads, otherTasks));
        fold(Group.THREADS, threads, "more thread");
        fold(Group.TASKS, otherTasks, "other task");
        int few = Math.min(MOST_CPUS, cpus.size());
        heading("CPUS", List.of(cpus.subList(0, few)));
        fold(Group.CPUS, cpus.subList(few, cpus.size()), "more CPU");
        heading("MEMORY", List.of(memory, otherMemory));
        fold(Group.MEMORY, otherMemory, "other mm");
        AddressSpace space = episode.space();
        if (space != null && !hidden.contains(ADDRESSES)) {
            rows.add(new PlannedRow("heading/space", new Row.Heading("ADDRESS SPACE"), Kind.HEADING));
            rows.add(new PlannedRow(ADDRESSES, new Row.Addresses(space, "address space"), Kind.LANES));
        }
        heading("LOCKS", List.of(locks, otherLocks));
        fold(Group.LOCKS, otherLocks, "other lock");
        rows.add(new PlannedRow("overview", new Row.Overview("overview"), Kind.OVERVIEW));
        return new Rows(rows, sticky);
    }

    /** The title of a group that has any rows, and the first of its lists. */
    private void heading(String title, List<List<PlannedRow>> lists) {
        if (lists.stream().flatMap(List::stream).anyMatch(this::free)) {
            rows.add(new PlannedRow("heading/" + title, new Row.Heading(title), Kind.HEADING));
            lists.getFirst().stream().filter(this::free).forEach(rows::add);
        }
    }

    private void fold(Group group, List<PlannedRow> others, String what) {
        List<PlannedRow> folded = others.stream().filter(this::free).toList();
        if (!folded.isEmpty()) {
            boolean open = unfolded.contains(group);
            String text = (open ? "▾ " : "▸ ") + Figures.count(folded.size(), what);
            rows.add(new PlannedRow(group.fold(), new Row.Fold(text), Kind.FOLD));
            if (open) {
                rows.addAll(folded);
            }
        }
    }

    private boolean free(PlannedRow row) {
        return !hidden.contains(row.key()) && !pinned.contains(row.key());
    }

    private List<PlannedRow> tasks(List<Integer> ids) {
        List<PlannedRow> result = new ArrayList<>();
        for (int id : ids) {
            if (lanes.task(id) != null) {
                result.add(task(trace.tasks().get(id)));
            }
        }
        return result;
    }

    /** Those who do most first. */
    private List<PlannedRow> otherTasks() {
        Set<Integer> actors = new HashSet<>(episode.actors());
        actors.addAll(episode.moreThreads());
        return trace.tasks().stream()
                .filter(task -> task.id() != Task.IDLE && !actors.contains(task.id()) && lanes.task(task.id()) != null)
                .sorted(Comparator.comparingInt((Task task) -> -size(lanes.task(task.id()))).thenComparingInt(Task::id))
                .map(this::task).toList();
    }

    private PlannedRow task(Task task) {
        return new PlannedRow(LaneKey.of(task), new Row.States(new LaneId.TaskLane(task.id()), task.comm() + " " + task.tid()), Kind.LANES);
    }

    private List<PlannedRow> cpus() {
        List<PlannedRow> result = new ArrayList<>();
        for (int cpu = 0; cpu < trace.cpus(); cpu++) {
            if (lanes.cpu(cpu) != null) {
                result.add(new PlannedRow(LaneKey.ofCpu(cpu), new Row.States(new LaneId.CpuLane(cpu), "CPU " + cpu), Kind.LANES));
            }
        }
        return result;
    }

    private List<PlannedRow> memory(List<Integer> mms) {
        List<PlannedRow> result = new ArrayList<>();
        for (int id : mms) {
            for (RssMember member : RssMember.values()) {
                if (lanes.rss(id, member) != null) {
                    result.add(new PlannedRow(LaneKey.of("rss", trace.mms().get(id)), new Row.Rss(id, ("RSS " + named(id)).strip()), Kind.LANES));
                    break;
                }
            }
        }
        return result;
    }

    private List<PlannedRow> locks(List<Integer> mms) {
        List<PlannedRow> result = new ArrayList<>();
        for (int id : mms) {
            if (lanes.mmapLock(id) != null) {
                result.add(new PlannedRow(LaneKey.of("mmap_lock", trace.mms().get(id)),
                        new Row.Spans(new LaneId.MmapLockLane(id), ("mmap_lock " + named(id)).strip()), Kind.LANES));
            }
        }
        if (!episode.locks().isEmpty()) {
            result.add(waits());
        }
        return result;
    }

    private List<PlannedRow> otherLocks() {
        List<PlannedRow> result = new ArrayList<>();
        for (int id : others(trace.mms().size(), episode.mms())) {
            if (lanes.mmapLock(id) != null) {
                result.add(new PlannedRow(LaneKey.of("mmap_lock", trace.mms().get(id)),
                        new Row.Spans(new LaneId.MmapLockLane(id), ("mmap_lock " + named(id)).strip()), Kind.LANES));
            }
        }
        for (int lock = 0; lock < trace.locks().size(); lock++) {
            if (lanes.spinlock(lock) != null) {
                result.add(spinlock(lock));
            }
        }
        return result;
    }

    /** All locks at which somebody waited while the victim's memory went: they tell more together than each alone. */
    private PlannedRow waits() {
        Set<Integer> waiters = new LinkedHashSet<>();
        List<LaneId> ids = new ArrayList<>();
        for (int lock : episode.locks()) {
            SpanLane lane = lanes.spinlock(lock);
            if (lane != null) {
                ids.add(lane.id());
                for (int span : lane.touchingNs(episode.startNs(), episode.endNs())) {
                    waiters.add(lane.task(span));
                }
            }
        }
        String count = ids.size() == 1 ? "" : " (" + ids.size() + ")";
        return new PlannedRow("spinlocks", new Row.Waits(ids, List.copyOf(waiters), "spin waits" + count), Kind.LANES);
    }

    private PlannedRow spinlock(int lock) {
        return new PlannedRow("spinlock/" + Long.toHexString(trace.locks().get(lock)),
                new Row.Spans(new LaneId.SpinlockLane(lock), "spinlock " + (lock + 1)), Kind.LANES);
    }

    /** The mm of the victim needs no name; any other is called by the end of its pointer. */
    private String named(int id) {
        if (episode.mms().contains(id)) {
            return "";
        }
        Mm mm = trace.mms().get(id);
        String label = mm.label();
        return "…" + label.substring(Math.max(0, label.length() - 6));
    }

    private static List<Integer> others(int count, List<Integer> without) {
        List<Integer> result = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            if (!without.contains(id)) {
                result.add(id);
            }
        }
        return result;
    }

    private static int size(@Nullable Lane lane) {
        return lane == null ? 0 : lane.size();
    }
}
