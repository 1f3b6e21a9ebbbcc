package org.reapscope.picture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.reapscope.analysis.Kill;
import org.reapscope.trace.Payload;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.Task;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;

/**
 * What address spaces are called: by the process whose they are, where the trace tells. Pointers say nothing to a reader, and
 * the kernel hashes them anyway.
 */
public final class MmNames {

    private static final int LAST_DIGITS = 6;
    /** So many changes of a counter are looked at to see whose pages it counts. */
    private static final int MOST_SAMPLES = 64;
    private static final RssMember[] MEMBERS = RssMember.values();

    private final Trace trace;
    private final @Nullable Lanes lanes;
    private final Map<Integer, Kill> killByMm = new HashMap<>();

    private MmNames(Trace trace, @Nullable Lanes lanes, List<Kill> kills) {
        this.trace = trace;
        this.lanes = lanes;
        kills.forEach(kill -> killByMm.putIfAbsent(kill.mm(), kill));
    }

    /** The names in a trace with these kills. */
    static MmNames of(Lanes lanes, List<Kill> kills) {
        return new MmNames(lanes.trace(), lanes, kills);
    }

    /** Names by address alone. */
    public static MmNames byAddress(Trace trace) {
        return new MmNames(trace, null, List.of());
    }

    /** {@code victim-3295}; where nobody is known to have it the end of its address: {@code mm …a4c3c0}. O(1). */
    public String of(int mm) {
        if (lanes == null) {
            return "mm " + trace.mms().get(mm).label();
        }
        Kill kill = killByMm.get(mm);
        if (kill != null) {
            return kill.victim();
        }
        int owner = owner(lanes, mm);
        if (owner > Task.IDLE) {
            Task task = trace.tasks().get(owner);
            return task.tgidKnown() && !task.leader() ? task.comm() + "-" + task.tgid() : task.label();
        }
        String label = trace.mms().get(mm).label();
        return "mm …" + label.substring(Math.max(0, label.length() - LAST_DIGITS));
    }

    /** Its address, for those who compare with the capture. */
    public String address(int mm) {
        return "mm_struct " + trace.mms().get(mm).label();
    }

    /** A task that counted pages of the mm as its own ({@code curr=1}), -1 if none is seen to. */
    private int owner(Lanes in, int mm) {
        for (RssMember member : MEMBERS) {
            CounterLane lane = in.rss(mm, member);
            for (int step = 0; lane != null && step < Math.min(MOST_SAMPLES, lane.size()); step++) {
                if (Payload.rssCurr(trace.argument(lane.row(step)))) {
                    return trace.task(lane.row(step));
                }
            }
        }
        return -1;
    }
}
