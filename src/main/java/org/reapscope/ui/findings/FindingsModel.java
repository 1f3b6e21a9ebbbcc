package org.reapscope.ui.findings;

import java.util.Comparator;
import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;

import org.reapscope.analysis.Finding;
import org.reapscope.analysis.FindingKind;
import org.reapscope.analysis.sentence.FindingFilter;
import org.reapscope.trace.Trace;
import org.reapscope.ui.CaptureModel;
import org.reapscope.ui.EventJump;

/** The findings of a capture, sorted and filtered, and the way from one to where it happened. */
public final class FindingsModel {

    private final CaptureModel capture;
    private final FilteredList<Finding> filtered;
    private final SortedList<Finding> shown;
    private final ObjectProperty<Comparator<Finding>> order = new SimpleObjectProperty<>(FindingOrder.SEVERITY.comparator());
    private final ObjectProperty<FindingFilter> filter = new SimpleObjectProperty<>(FindingFilter.ALL);

    public FindingsModel(CaptureModel capture) {
        this.capture = capture;
        filtered = new FilteredList<>(capture.findings());
        shown = new SortedList<>(filtered, order.get());
        order.addListener((o, was, is) -> shown.setComparator(is));
        filter.addListener((o, was, is) -> filtered.setPredicate(this::wanted));
    }

    public CaptureModel capture() {
        return capture;
    }

    /** The findings that the filter lets through, in order. */
    public ObservableList<Finding> shown() {
        return shown;
    }

    /** How they are sorted: what matters most first, until somebody asks otherwise. */
    public ObjectProperty<Comparator<Finding>> order() {
        return order;
    }

    public ObjectProperty<FindingFilter> filter() {
        return filter;
    }

    /** The kinds that occur, in the order of their declaration. */
    public List<FindingKind> kinds() {
        return capture.findings().stream().map(Finding::kind).distinct().sorted().toList();
    }

    /** The ids of the tasks that findings concern, in the order in which they come up. */
    public List<Integer> tasks() {
        return capture.findings().stream().flatMap(f -> f.tasks().stream()).distinct().toList();
    }

    /** Leads every pane to the finding. */
    public void jump(Finding finding) {
        FindingJump.to(capture, finding);
    }

    /** Leads every pane to one event. */
    public void jumpTo(int row) {
        EventJump.to(capture, row);
    }

    private boolean wanted(Finding finding) {
        Trace trace = capture.trace().get();
        return trace == null || filter.get().accepts(trace, finding);
    }
}
