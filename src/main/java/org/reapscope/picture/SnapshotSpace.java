package org.reapscope.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Figures;
import org.reapscope.analysis.Kill;
import org.reapscope.analysis.Moment;
import org.reapscope.analysis.Reap;
import org.reapscope.analysis.Teardown;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Trace;
import org.reapscope.trace.Tracepoint;
import org.reapscope.trace.format.AddressSpaceSnapshot;
import org.reapscope.trace.format.MapsEntry;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.trace.lane.Mapped;

/**
 * The address space of a victim over time, from a /proc snapshot and the events of its teardown.
 *
 * <p>Certain: the ranges at the time of the snapshot, and when all of them were unmapped and free. Inferred: where a
 * walker was at a moment. No event has an address; but walkers go from low to high addresses (unmap_vmas and
 * __oom_reap_task_mm of 6.12 to 7.x) and every page is unmapped once, so the bytes that rss_stat has seen go tell how far the foremost
 * has come. Such ways are drawn as expected, not as seen.
 */
public final class SnapshotSpace {

    private static final int FEWEST_POINTS = 4;

    private final Lanes lanes;
    private final Trace trace;
    private final Kill kill;
    private final List<AddressSpace.Range> ranges = new ArrayList<>();
    private final List<Long> resident = new ArrayList<>();

    private SnapshotSpace(Lanes lanes, Kill kill) {
        this.lanes = lanes;
        trace = lanes.trace();
        this.kill = kill;
    }

    /** The space of a kill's victim; null if the snapshot has no range. O(events of the kill). */
    public static @Nullable AddressSpace of(Lanes lanes, Kill kill, AddressSpaceSnapshot snapshot) {
        SnapshotSpace space = new SnapshotSpace(lanes, kill);
        space.ranges(snapshot);
        return space.ranges.isEmpty() ? null
                : new AddressSpace(space.ranges, space.changes(), space.walks(), List.of(), List.of(), 0);
    }

    /** Neighbours of one name are one range: nobody cares for the five pieces of a library. */
    private void ranges(AddressSpaceSnapshot snapshot) {
        List<MapsEntry> pieces = new ArrayList<>();
        for (MapsEntry vma : snapshot.vmas()) {
            if (vma.start() < 0) {
                continue;
            }
            boolean same = !pieces.isEmpty() && pieces.getLast().path().equals(vma.path()) && (!vma.path().isEmpty()
                    || pieces.getLast().end() == vma.start());
            if (!same) {
                add(pieces);
                pieces.clear();
            }
            pieces.add(vma);
        }
        add(pieces);
    }

    private void add(List<MapsEntry> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        MapsEntry first = pieces.getFirst();
        long bytes = pieces.stream().mapToLong(MapsEntry::bytes).sum();
        long rss = pieces.stream().mapToLong(vma -> vma.bytes("Rss") < 0 ? vma.bytes() : vma.bytes("Rss")).sum();
        String name = first.path().isEmpty() ? "anon" : first.path().substring(first.path().lastIndexOf('/') + 1);
        AddressSpace.Kind kind = first.anonymous() ? AddressSpace.Kind.ANON
                : first.path().startsWith("[") ? AddressSpace.Kind.OTHER : AddressSpace.Kind.FILE;
        ranges.add(new AddressSpace.Range(String.format(Locale.ROOT, "%s %s", name, Figures.bytes(bytes)), first.start(),
                pieces.getLast().end(), kind, trace.firstNs()));
        resident.add(rss);
    }

    private List<AddressSpace.Change> changes() {
        List<AddressSpace.Change> changes = new ArrayList<>();
        Teardown teardown = kill.teardown();
        if (teardown != null) {
            for (AddressSpace.Range range : ranges) {
                if (teardown.unmapped() != null) {
                    changes.add(new AddressSpace.Change(teardown.unmapped().ns(), range.start(), range.end(),
                            AddressSpace.PageState.GATHERED));
                }
            }
            for (AddressSpace.Range range : ranges) {
                changes.add(new AddressSpace.Change(teardown.done().ns(), range.start(), range.end(), AddressSpace.PageState.FREE));
            }
        }
        return changes;
    }

    private List<AddressSpace.Walk> walks() {
        List<AddressSpace.Walk> walks = new ArrayList<>();
        Teardown teardown = kill.teardown();
        if (teardown != null) {
            walk(walks, teardown.label() + " in exit_mmap", teardown.task(), AddressSpace.Walker.EXIT, teardown.began(), teardown.unmapped());
        }
        for (Reap reap : kill.reaps()) {
            walk(walks, reap.caller() + " in process_mrelease", reap.task(), AddressSpace.Walker.REAPER, reap.locked(), reap.released());
        }
        return walks;
    }

    private void walk(List<AddressSpace.Walk> walks, String who, int task, AddressSpace.Walker walker, @Nullable Moment from, @Nullable Moment to) {
        if (from == null || to == null || kill.mm() < 0) {
            return;
        }
        List<AddressSpace.Point> points = new ArrayList<>();
        long[] counters = mappedAtKill();
        long all = resident.stream().mapToLong(Long::longValue).sum();
        long most = sum(counters);
        for (int row = kill.killed().row(); row <= to.row(); row++) {
            if (trace.tracepoint(row) == Tracepoint.RSS_STAT && trace.object(row) == kill.mm()) {
                long argument = trace.argument(row);
                RssMember member = Payload.rssMember(argument);
                counters[member.ordinal()] = member == RssMember.MM_SWAPENTS ? 0 : Payload.rssBytes(argument);
                long left = sum(counters);
                most = Math.max(most, left);
                if (row >= from.row() && trace.task(row) == task && most > 0) {
                    points.add(new AddressSpace.Point(trace.tsNs(row), reached((double) (most - left) / most * all)));
                }
            }
        }
        if (points.size() >= FEWEST_POINTS) {
            walks.add(new AddressSpace.Walk(who, walker, true, points));
        }
    }

    /** The address below which so many bytes were resident. */
    private long reached(double bytes) {
        double below = 0;
        for (int i = 0; i < ranges.size(); i++) {
            AddressSpace.Range range = ranges.get(i);
            double here = resident.get(i);
            if (below + here >= bytes && here > 0) {
                return range.start() + Math.round((range.end() - range.start()) * Math.max(0, bytes - below) / here);
            }
            below += here;
        }
        return ranges.getLast().end();
    }

    /**
     * The counters at the kill. From then on they only fall, so one that is not known just then was at least what it is
     * when it is told next.
     */
    private long[] mappedAtKill() {
        long[] counters = new long[RssMember.values().length];
        for (RssMember member : Mapped.MEMBERS) {
            CounterLane lane = lanes.rss(kill.mm(), member);
            if (lane != null) {
                int step = lane.stepAt(kill.killed().row());
                counters[member.ordinal()] = step < 0 ? lane.value(0) : lane.holds(step) ? lane.value(step)
                        : Math.max(lane.value(step), lane.next(step));
            }
        }
        return counters;
    }

    private static long sum(long[] counters) {
        long sum = 0;
        for (long counter : counters) {
            sum += Math.max(0, counter);
        }
        return sum;
    }
}
