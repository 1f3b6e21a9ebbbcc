package org.reapscope.ui.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javafx.scene.layout.VBox;

import org.reapscope.analysis.moment.RangeReadout;
import org.reapscope.trace.Clock;
import org.reapscope.trace.lane.TaskState;
import org.reapscope.ui.kit.Messages;
import org.reapscope.ui.kit.RowPool;

/** The gap between cursors A and B, in time and in events, and what each task did meanwhile. */
final class RangeSection {

    private static final int MOST_TASKS = 12;
    private static final int MOST_STATES = 3;

    private final RowPool<KeyValueRow> rows;

    RangeSection(VBox place) {
        rows = new RowPool<>(place, KeyValueRow::new);
    }

    void show(RangeReadout range) {
        List<RangeReadout.TaskTimes> tasks = range.tasks().subList(0, Math.min(MOST_TASKS, range.tasks().size()));
        int more = range.tasks().size() - tasks.size();
        List<KeyValueRow> shown = rows.take(2 + Math.max(1, tasks.size()) + (more > 0 ? 1 : 0));
        shown.get(0).show(Messages.text("inspector.gap"), gap(range), "plain");
        shown.get(1).show(Messages.text("inspector.events-between"), String.format(Locale.ROOT, "%,d", range.events()), "plain");
        for (int i = 0; i < tasks.size(); i++) {
            shown.get(2 + i).show(tasks.get(i).label(), states(range, tasks.get(i).ns()), "minor");
        }
        if (more > 0) {
            shown.getLast().show("", Messages.text("inspector.range-more-tasks", more), "minor");
        }
        if (tasks.isEmpty()) {
            shown.get(2).show("", Messages.text("inspector.range-no-tasks"), "minor");
        }
    }

    private static String gap(RangeReadout range) {
        return range.clock().length(range.gapNs())
                + (range.clock().clock() == Clock.NANOSECONDS ? "  (" + String.format(Locale.ROOT, "%,d ns", range.gapNs()) + ")" : "");
    }

    /** The states with most time, longest first. */
    private static String states(RangeReadout range, long[] ns) {
        List<TaskState> order = new ArrayList<>(Stream.of(TaskState.values()).filter(s -> ns[s.ordinal()] > 0).toList());
        order.sort(Comparator.comparingLong((TaskState s) -> ns[s.ordinal()]).reversed());
        return order.stream().limit(MOST_STATES).map(s -> s.title() + " " + range.clock().length(ns[s.ordinal()])).collect(Collectors.joining("\n"));
    }
}
