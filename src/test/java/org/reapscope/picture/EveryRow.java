package org.reapscope.picture;

import java.util.ArrayList;
import java.util.List;

import org.reapscope.trace.lane.LaneId;
import org.reapscope.trace.lane.Lanes;

/** All the rows that a small trace has, a ruler first and an overview last. */
final class EveryRow {

    private EveryRow() {}

    static List<Row> of(Lanes lanes) {
        List<Row> rows = new ArrayList<>(List.of(new Row.Ruler(), new Row.Heading("TASK STATES")));
        for (int task = 1; task < lanes.trace().tasks().size(); task++) {
            if (lanes.task(task) != null) {
                rows.add(new Row.States(new LaneId.TaskLane(task), lanes.trace().tasks().get(task).label()));
            }
        }
        rows.add(new Row.Heading("CPUS"));
        for (int cpu = 0; cpu < lanes.trace().cpus(); cpu++) {
            rows.add(new Row.States(new LaneId.CpuLane(cpu), "CPU " + cpu));
        }
        rows.add(new Row.Heading("MEMORY"));
        for (int mm = 0; mm < lanes.trace().mms().size(); mm++) {
            rows.add(new Row.Rss(mm, "RSS " + mm));
            if (lanes.mmapLock(mm) != null) {
                rows.add(new Row.Spans(new LaneId.MmapLockLane(mm), "mmap_lock " + mm));
            }
        }
        rows.add(new Row.Overview("overview"));
        return rows;
    }
}
