package org.reapscope.ui.timeline;

import java.util.Arrays;
import java.util.function.DoubleToLongFunction;
import java.util.function.LongToDoubleFunction;

import javafx.scene.Group;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

import org.reapscope.picture.PlannedRow;
import org.reapscope.picture.Scenery;
import org.reapscope.trace.Trace;

/** Ticks where a search has found events: at the foot of the ruler, and in the overview for all of the trace. */
final class HitLayer extends Group {

    private static final double TALL = 7;

    private final Path inView = path();
    private final Path inAll = path();

    HitLayer() {
        setManaged(false);
        setMouseTransparent(true);
        getChildren().setAll(inView, inAll);
    }

    /** @param rows of the trace, ascending */
    void place(Plot plot, Scenery scenery, int[] rows) {
        inView.getElements().clear();
        inAll.getElements().clear();
        Trace trace = scenery.lanes().trace();
        if (rows.length == 0 || rows[rows.length - 1] >= trace.size()) {
            return;
        }
        ticks(inView, trace, rows, plot::x, plot::ns, new double[] {plot.left(), plot.right(), plot.top() - TALL, plot.top()});
        int last = scenery.rows().size() - 1;
        if (last >= 0 && scenery.rows().get(last).kind() == PlannedRow.Kind.OVERVIEW) {
            double width = plot.right() - plot.left();
            double span = Math.max(1, trace.lastNs() - trace.firstNs());
            ticks(inAll, trace, rows, ns -> plot.left() + (ns - trace.firstNs()) / span * width,
                    x -> trace.firstNs() + (long) ((x - plot.left()) / width * span),
                    new double[] {plot.left(), plot.right(), plot.rowTop(last), plot.rowTop(last) + TALL});
        }
    }

    /** One tick a pixel at most, however many events were found: O(pixels log events). */
    private static void ticks(Path path, Trace trace, int[] rows, LongToDoubleFunction x, DoubleToLongFunction ns, double[] box) {
        int i = from(trace, rows, ns.applyAsLong(box[0]));
        while (i < rows.length) {
            double at = Math.floor(x.applyAsDouble(trace.tsNs(rows[i]))) + 0.5;
            if (at > box[1]) {
                return;
            }
            path.getElements().addAll(new MoveTo(at, box[2]), new LineTo(at, box[3]));
            i = Math.max(i + 1, from(trace, rows, ns.applyAsLong(at + 0.5)));
        }
    }

    private static int from(Trace trace, int[] rows, long ns) {
        int found = Arrays.binarySearch(rows, trace.rowAtOrAfter(ns));
        return found >= 0 ? found : -found - 1;
    }

    private static Path path() {
        Path path = new Path();
        path.getStyleClass().add("timeline-hit");
        path.setManaged(false);
        return path;
    }
}
