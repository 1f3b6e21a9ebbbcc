package org.reapscope.picture;

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
 * @param axis what the ruler says
 * @param sticky how many rows after the ruler stay where they are while the others scroll
 */
public record Picture(Trace trace, Lanes lanes, List<Row> rows, List<Mark> marks, List<Band> bands, Axis axis,
        int sticky) {

    public Picture {
        rows = List.copyOf(rows);
        marks = List.copyOf(marks);
        bands = List.copyOf(bands);
    }

    /** A picture in which all rows scroll, over the time since a moment. */
    public Picture(Trace trace, Lanes lanes, List<Row> rows, List<Mark> marks, List<Band> bands, long originNs) {
        this(trace, lanes, rows, marks, bands, TimeAxis.since(trace, originNs), 0);
    }
}
