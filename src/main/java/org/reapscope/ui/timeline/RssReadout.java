package org.reapscope.ui.timeline;

import java.util.StringJoiner;

import javafx.scene.Group;
import javafx.scene.control.Label;

import org.reapscope.analysis.Figures;
import org.reapscope.picture.Row;
import org.reapscope.picture.Scenery;
import org.reapscope.trace.RssMember;
import org.reapscope.trace.lane.CounterLane;
import org.reapscope.trace.lane.Lanes;
import org.reapscope.ui.CaptureModel;

/** How much memory each mm in sight has at the cursor, beside the cursor at the top of its curve. */
final class RssReadout extends Group {

    private static final double AIR = 6;

    RssReadout() {
        setManaged(false);
        setMouseTransparent(true);
    }

    void place(Plot plot, Scenery scenery, long ns) {
        int used = 0;
        for (int row = 0; ns != CaptureModel.UNSET && plot.shows(ns) && row < scenery.rows().size(); row++) {
            if (scenery.rows().get(row).row() instanceof Row.Rss rss && plot.rowBottom(row) > plot.visibleTop(row) + 1 && plot.rowTop(row) < plot.bottom()) {
                String text = at(scenery.lanes(), rss.mm(), ns);
                if (!text.isEmpty()) {
                    place(label(used++), plot, text, plot.x(ns), plot.visibleTop(row) + 2);
                }
            }
        }
        getChildren().remove(used, getChildren().size());
    }

    /** The counters of an mm at a moment, in words: {@code 63 MiB anonymous · 1.2 MiB file}; empty if none was told. */
    static String at(Lanes lanes, int mm, long ns) {
        StringJoiner words = new StringJoiner(" · ");
        for (RssMember member : RssMember.values()) {
            CounterLane lane = lanes.rss(mm, member);
            int step = lane == null || lane.greatestBytes() == 0 ? -1 : lane.at(ns);
            if (lane != null && step >= 0) {
                String value = Figures.bytes(Math.max(0, lane.value(step)));
                String next = Figures.bytes(Math.max(0, lane.next(step)));
                words.add((lane.holds(step) || value.equals(next) ? value : value + " to " + next) + " " + name(member));
            }
        }
        return words.toString();
    }

    private static String name(RssMember member) {
        return switch (member) {
            case MM_ANONPAGES -> "anonymous";
            case MM_FILEPAGES -> "file";
            case MM_SHMEMPAGES -> "shared";
            case MM_SWAPENTS -> "swapped out";
        };
    }

    private Label label(int index) {
        if (index == getChildren().size()) {
            Label label = new Label();
            label.getStyleClass().add("timeline-readout");
            getChildren().add(label);
        }
        return (Label) getChildren().get(index);
    }

    private static void place(Label label, Plot plot, String text, double x, double y) {
        label.setText(text);
        label.applyCss();
        double width = label.prefWidth(-1);
        boolean right = x + AIR + width <= plot.right();
        label.resizeRelocate(Math.round(right ? x + AIR : Math.max(plot.left(), x - AIR - width)), Math.round(y), width, label.prefHeight(width));
    }
}
