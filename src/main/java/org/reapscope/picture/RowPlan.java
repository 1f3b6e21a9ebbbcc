package org.reapscope.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Figures;
import org.reapscope.picture.PlannedRow.Kind;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lane;
import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.LaneKey;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.SpanLane;

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
    private static final RssMember[] MEMBERS = RssMember.values();
    private static final String SPIN_WAITS = "spinlocks";
    private static final String ADDRESSES = "addresses";
    private static final int MOST_TASKS_OF_NOBODY = 24;
    /** A group shows at most so many rows when it is unfolded: nobody reads more, and a trace may have a million. */
    private static final int MOST_UNFOLDED = 5000;

    private final Lanes lanes;
    private final Trace trace;
    private final KillScene episode;
    private final List<String> pinnedKeys;
    private final KeptLanes pinned;
    private final KeptLanes hidden;
    private final Set<Group> unfolded;
    private final TaskOrder sorting;
    private final List<PlannedRow> rows = new ArrayList<>();

    private RowPlan(Lanes lanes, KillScene episode, List<String> pinned, List<String> hidden, Set<Group> unfolded, LaneOrder order) {
        sorting = new TaskOrder(lanes, order, episode.threads());
        this.lanes = lanes;
        trace = lanes.trace();
        this.episode = episode;
        pinnedKeys = pinned;
        this.pinned = new KeptLanes(trace, pinned);
        this.hidden = new KeptLanes(trace, hidden);
        this.unfolded = unfolded;
    }

    /**
     * The rows. O(lanes), and O(lanes log lanes) where the other tasks are shown.
     *
     * @param episode who and what comes first
     * @param pinned keys of the lanes that stay at the top, in their order
     * @param hidden keys of the lanes that are not shown
     * @param unfolded groups of which all lanes are shown, up to some thousands
     */
    public static Rows of(Lanes lanes, KillScene episode, List<String> pinned, List<String> hidden, Set<Group> unfolded) {
        return of(lanes, episode, pinned, hidden, unfolded, LaneOrder.STORY);
    }

    /**
     * The rows, tasks in an order of one's own.
     *
     * @param order how the tasks of a group stand
     */
    public static Rows of(Lanes lanes, KillScene episode, List<String> pinned, List<String> hidden, Set<Group> unfolded, LaneOrder order) {
        return new RowPlan(lanes, episode, pinned, hidden, unfolded, order).rows();
    }

    private Rows rows() {
        rows.add(new PlannedRow("ruler", new Row.Ruler(), Kind.RULER));
        pinnedRows();
        int sticky = rows.size() - 1;
        tasks();
        cpus();
        memory();
        AddressSpace space = episode.space();
        if (space != null && !hidden.key(ADDRESSES)) {
            rows.add(new PlannedRow("heading/space", new Row.Heading("ADDRESS SPACE"), Kind.HEADING));
            rows.add(new PlannedRow(ADDRESSES, new Row.Addresses(space, "address space"), Kind.LANES));
        }
        locks();
        rows.add(new PlannedRow("overview", new Row.Overview("overview"), Kind.OVERVIEW));
        return new Rows(rows, sticky);
    }

    private void pinnedRows() {
        List<PlannedRow> all = new ArrayList<>();
        pinned.tasks().stream().filter(id -> lanes.task(id) != null).mapToObj(this::task).forEach(all::add);
        IntStream.range(0, trace.cpus()).mapToObj(this::cpu).filter(row -> pinned.key(row.key())).forEach(all::add);
        pinned.counters().stream().filter(this::counted).mapToObj(this::rss).forEach(all::add);
        pinned.mmapLocks().stream().filter(id -> lanes.mmapLock(id) != null).mapToObj(this::mmapLock).forEach(all::add);
        pinned.spinlocks().stream().filter(id -> lanes.spinlock(id) != null).mapToObj(this::spinlock).forEach(all::add);
        if (!episode.locks().isEmpty()) {
            all.add(waits());
        }
        for (String key : pinnedKeys) {
            all.stream().filter(row -> row.key().equals(key)).findFirst().ifPresent(rows::add);
        }
        if (rows.size() > 1) {
            rows.add(1, new PlannedRow("heading/pinned", new Row.Heading("PINNED"), Kind.HEADING));
        }
    }

    private void tasks() {
        int[] actors = free(episode.actors(), id -> lanes.task(id) != null, id -> pinned.task(id) || hidden.task(id));
        int[] threads = free(episode.moreThreads(), id -> lanes.task(id) != null, id -> pinned.task(id) || hidden.task(id));
        int[] others = others();
        if (!episode.particular()) {
            others = busiestFirst(others);
            int shown = Math.min(MOST_TASKS_OF_NOBODY, others.length);
            actors = Arrays.copyOf(others, shown);
            others = Arrays.copyOfRange(others, shown, others.length);
        } else if (unfolded.contains(Group.TASKS)) {
            others = busiestFirst(others);
        }
        heading("TASK STATES", actors.length + threads.length + others.length);
        add(sorting.of(actors), this::task);
        fold(Group.THREADS, unfolded.contains(Group.THREADS) ? sorting.of(threads) : threads, this::task, "more thread");
        fold(Group.TASKS, unfolded.contains(Group.TASKS) ? sorting.of(others) : others, this::task, "other task");
    }

    private int[] others() {
        BitSet elsewhere = new BitSet();
        episode.actors().forEach(elsewhere::set);
        episode.moreThreads().forEach(elsewhere::set);
        return IntStream.range(Task.IDLE + 1, trace.tasks().size())
                .filter(id -> lanes.task(id) != null && !elsewhere.get(id) && !pinned.task(id) && !hidden.task(id)).toArray();
    }

    /** Those who do most first. */
    private int[] busiestFirst(int[] tasks) {
        return IntStream.of(tasks).mapToLong(id -> (long) -size(lanes.task(id)) << 32 | id).sorted().mapToInt(key -> (int) key).toArray();
    }

    private void cpus() {
        int[] all = IntStream.range(0, trace.cpus()).filter(cpu -> lanes.cpu(cpu) != null && !pinned.key(LaneKey.ofCpu(cpu))
                && !hidden.key(LaneKey.ofCpu(cpu))).toArray();
        int few = Math.min(MOST_CPUS, all.length);
        heading("CPUS", few);
        add(Arrays.copyOf(all, few), this::cpu);
        fold(Group.CPUS, Arrays.copyOfRange(all, few, all.length), this::cpu, "more CPU");
    }

    private void memory() {
        int[] own = free(episode.mms(), this::counted, id -> pinned.rss(id) || hidden.rss(id));
        int[] others = IntStream.range(0, trace.mms().size())
                .filter(id -> counted(id) && !episode.mms().contains(id) && !pinned.rss(id) && !hidden.rss(id)).toArray();
        heading("MEMORY", own.length + others.length);
        add(own, this::rss);
        fold(Group.MEMORY, others, this::rss, "other mm");
    }

    private void locks() {
        int[] own = free(episode.mms(), id -> lanes.mmapLock(id) != null, id -> pinned.mmapLock(id) || hidden.mmapLock(id));
        boolean waits = !episode.locks().isEmpty() && !pinned.key(SPIN_WAITS) && !hidden.key(SPIN_WAITS);
        int mms = trace.mms().size();
        int[] others = IntStream.concat(
                IntStream.range(0, mms).filter(id -> lanes.mmapLock(id) != null && !episode.mms().contains(id)
                        && !pinned.mmapLock(id) && !hidden.mmapLock(id)),
                IntStream.range(0, trace.locks().size()).filter(id -> lanes.spinlock(id) != null && !pinned.spinlock(id) && !hidden.spinlock(id))
                        .map(id -> mms + id)).toArray();
        heading("LOCKS", own.length + (waits ? 1 : 0) + others.length);
        add(own, this::mmapLock);
        if (waits) {
            rows.add(waits());
        }
        fold(Group.LOCKS, others, id -> id < mms ? mmapLock(id) : spinlock(id - mms), "other lock");
    }

    private static int[] free(List<Integer> ids, IntPredicate known, IntPredicate elsewhere) {
        return ids.stream().mapToInt(Integer::intValue).filter(known).filter(elsewhere.negate()).toArray();
    }

    /** The title of a group that has any rows. */
    private void heading(String title, int count) {
        if (count > 0) {
            rows.add(new PlannedRow("heading/" + title, new Row.Heading(title), Kind.HEADING));
        }
    }

    private void add(int[] ids, IntFunction<PlannedRow> row) {
        IntStream.of(ids).mapToObj(row).forEach(rows::add);
    }

    private void fold(Group group, int[] ids, IntFunction<PlannedRow> row, String what) {
        if (ids.length == 0) {
            return;
        }
        boolean open = unfolded.contains(group);
        rows.add(new PlannedRow(group.fold(), new Row.Fold((open ? "▾ " : "▸ ") + Figures.count(ids.length, what)), Kind.FOLD));
        if (open) {
            add(Arrays.copyOf(ids, Math.min(MOST_UNFOLDED, ids.length)), row);
        }
        if (open && ids.length > MOST_UNFOLDED) {
            rows.add(new PlannedRow("more/" + group.name(), new Row.Fold("and " + (ids.length - MOST_UNFOLDED) + " more, not shown"), Kind.HEADING));
        }
    }

    private PlannedRow task(int id) {
        Task task = trace.tasks().get(id);
        return new PlannedRow(LaneKey.of(task), new Row.States(new LaneId.TaskLane(id), task.comm() + " " + task.tid(), sorting.process(id)), Kind.LANES);
    }

    private PlannedRow cpu(int cpu) {
        return new PlannedRow(LaneKey.ofCpu(cpu), new Row.States(new LaneId.CpuLane(cpu), "CPU " + cpu), Kind.LANES);
    }

    /** Whether some event tells of a counter of the mm. */
    private boolean counted(int mm) {
        for (RssMember member : MEMBERS) {
            if (lanes.rss(mm, member) != null) {
                return true;
            }
        }
        return false;
    }

    private PlannedRow rss(int mm) {
        return new PlannedRow(LaneKey.of("rss", trace.mms().get(mm)), new Row.Rss(mm, "RSS of " + episode.names().of(mm)), Kind.LANES);
    }

    private PlannedRow mmapLock(int mm) {
        return new PlannedRow(LaneKey.of("mmap_lock", trace.mms().get(mm)),
                new Row.Spans(new LaneId.MmapLockLane(mm), "mmap_lock of " + episode.names().of(mm)), Kind.LANES);
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
        return new PlannedRow(SPIN_WAITS, new Row.Waits(ids, List.copyOf(waiters), "spin waits" + count), Kind.LANES);
    }

    private PlannedRow spinlock(int lock) {
        return new PlannedRow(KeptLanes.spinlock(trace, lock),
                new Row.Spans(new LaneId.SpinlockLane(lock), "spinlock " + (lock + 1)), Kind.LANES);
    }

    private static int size(@Nullable Lane lane) {
        return lane == null ? 0 : lane.size();
    }
}
