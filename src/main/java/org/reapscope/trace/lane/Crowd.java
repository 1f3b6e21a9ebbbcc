package org.reapscope.trace.lane;

import java.util.Arrays;

/**
 * Counts who keeps others from an rwsem without looking at each of them: where thousands hold and thousands wait, naming
 * all that are in the way of all would be their product. 8 bytes a span for holders, as much again for writers.
 */
final class Crowd {

    private final SpanLane lane;
    private final int[] got;
    private final int[] let;
    private final int[] gotWriting;
    private final int[] letWriting;
    private final int[] queued;
    private final int[] dequeued;

    Crowd(SpanLane lane) {
        this.lane = lane;
        IntSeq[] all = {new IntSeq(), new IntSeq(), new IntSeq(), new IntSeq(), new IntSeq(), new IntSeq()};
        for (int span = 0; span < lane.size(); span++) {
            boolean holds = lane.acquiredRow(span) >= 0 && !lane.failed(span);
            if (holds) {
                all[0].add(lane.acquiredRow(span));
                all[1].add(lane.lastRow(span));
            }
            if (holds && lane.write(span)) {
                all[2].add(lane.acquiredRow(span));
                all[3].add(lane.lastRow(span));
            }
            if (lane.write(span) && lane.waited(span)) {
                all[4].add(lane.row(span));
                all[5].add(lane.acquiredRow(span) >= 0 ? lane.acquiredRow(span) : lane.lastRow(span));
            }
        }
        got = sorted(all[0]);
        let = sorted(all[1]);
        gotWriting = sorted(all[2]);
        letWriting = sorted(all[3]);
        queued = sorted(all[4]);
        dequeued = sorted(all[5]);
    }

    /** How many {@link SpanLane#blockers} a span has. O(log n). */
    int blockers(int span) {
        int from = lane.row(span);
        int to = lane.acquiredRow(span) >= 0 ? lane.acquiredRow(span) : lane.lastRow(span);
        if (to <= from) {
            return 0;
        }
        return lane.write(span) ? below(got, to) - below(let, from + 1)
                : below(gotWriting, to) - below(letWriting, from + 1) + below(queued, from) - below(dequeued, from + 1);
    }

    private static int below(int[] sorted, int row) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < row) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] sorted(IntSeq rows) {
        int[] result = rows.trimmed();
        Arrays.sort(result);
        return result;
    }
}
