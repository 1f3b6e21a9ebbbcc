package org.reapscope.export;

import java.util.List;

import org.reapscope.analysis.Analysis;
import org.reapscope.analysis.Kill;
import org.reapscope.export.picture.Sheet;
import org.reapscope.picture.Picture;
import org.reapscope.trace.Trace;
import org.reapscope.trace.lane.Lanes;

/**
 * What is to leave the program: a trace with all that is known of it, and which part of it is meant. A trace may be a
 * capture or the run of a scenario.
 *
 * @param analysis of the trace
 * @param lanes of the trace
 * @param kill the kill that is meant; null for all of them
 * @param sheet the lanes as they are to be drawn, and the span of time that is meant
 */
public record Exhibit(Analysis analysis, Lanes lanes, @org.jspecify.annotations.Nullable Kill kill, Sheet.Content sheet) {

    public Trace trace() {
        return analysis.trace();
    }

    public Picture picture() {
        return sheet.picture();
    }

    /** The first row of the span. */
    public int fromRow() {
        return trace().rowAtOrAfter(sheet.startNs());
    }

    /** After the last row of the span. */
    public int toRow() {
        return trace().rowAtOrAfter(sheet.endNs() + 1);
    }

    /** The kills that are meant. */
    public List<Kill> kills() {
        return kill == null ? analysis.kills() : List.of(kill);
    }
}
