package org.reapscope.paint;

import java.util.List;

import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;

/**
 * What a timeline shows, wherever it is scrolled and zoomed to. Immutable.
 *
 * @param trace the events
 * @param lanes what they mean
 * @param rows from the top down
 * @param marks in time order
 * @param bands in time order
 * @param originNs the time that the axis calls zero
 */
public record Picture(Trace trace, Lanes lanes, List<Row> rows, List<Mark> marks, List<Band> bands, long originNs) {

    public Picture {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
    }
}
